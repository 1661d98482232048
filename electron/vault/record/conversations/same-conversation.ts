import { Refusal } from '../../../../shared/contract/errors';
import type { Message } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import { FindingKind, type ExportComparison, type Finding, type MergedMessage } from '../../../../shared/model/same-conversation';
import { alignExports, mergeExports, type Alignment, type ComparedRow } from './align-exports';
import { comparedRows, isSame, messageDifferences } from './compared-rows';
import { getGroup } from './conversation-groups';
import { getConversation, messagesAt } from './conversations';
import type { Queries } from '../rows';

interface Compared {
  older: readonly ComparedRow[];
  newer: readonly ComparedRow[];
  alignment: Alignment;
  sameCount: number;
  /** Pairs of rows, -1 for none, in the order of time. */
  findings: Readonly<Record<FindingKind, [number, number][]>>;
}

/** A message of the merged reading: its ordinal in each export that has it, the oldest export first, -1 for none. */
type MergedRow = { row: ComparedRow; ordinals: number[] };

/**
 * Exports of one conversation, compared and read merged. What was worked out last is kept in memory (messages never change once they are brought in), for one comparison and one merged reading: about
 * 300 bytes a message.
 */
export class SameConversations {
  #compared: { key: string; result: Promise<Compared> } | null = null;
  #merged: { key: string; result: Promise<MergedRow[]> } | null = null;

  constructor(private readonly from: Queries) {}

  async compare(olderId: Id, newerId: Id): Promise<ExportComparison> {
    const { alignment, sameCount, findings } = await this.#comparison(olderId, newerId);
    return {
      olderId, newerId, sameCount,
      counts: Object.fromEntries(FindingKind.options.map((kind) => [kind, findings[kind].length])) as ExportComparison['counts'],
      renamed: [...alignment.renamed].map(([older, { newer, count }]) => ({ older, newer, count })), shifts: alignment.shifts,
    };
  }

  /** Findings of one kind, in the order of time. */
  async findings(olderId: Id, newerId: Id, kind: FindingKind, offset: number, limit: number): Promise<{ total: number; findings: Finding[] }> {
    const { older, newer, findings } = await this.#comparison(olderId, newerId);
    const chosen = findings[kind].slice(offset, offset + limit);
    const [olderMessages, newerMessages] = ([[olderId, older, 0], [newerId, newer, 1]] as const).map(([id, rows, side]) => messagesAt(this.from, id, chosen.flatMap((pair) => rows[pair[side]]?.ordinal ?? [])));
    return {
      total: findings[kind].length,
      findings: chosen.map(([i, j]) => {
        const [a, b] = [olderMessages?.get(older[i]?.ordinal ?? -1) ?? null, newerMessages?.get(newer[j]?.ordinal ?? -1) ?? null];
        return { kind, older: a, newer: b, differences: a === null || b === null ? [] : messageDifferences(a, b) };
      }),
    };
  }

  /** A group read as one conversation, each message once. */
  async merged(groupId: Id, offset: number, limit: number): Promise<{ total: number; messages: MergedMessage[] }> {
    const { conversationIds } = getGroup(this.from, groupId);
    const rows = await this.#reading(conversationIds);
    const chosen = rows.slice(offset, offset + limit);
    const messages = conversationIds.map((id, place) => messagesAt(this.from, id, chosen.flatMap(({ ordinals }) => (ordinals[place] === -1 ? [] : ordinals[place] ?? []))));
    const spans = conversationIds.map((id) => getConversation(this.from, id));
    return {
      total: rows.length,
      messages: chosen.map(({ row, ordinals }): MergedMessage => {
        const stands = ordinals.flatMap((ordinal, place) => {
          const message = messages[place]?.get(ordinal);
          return message === undefined ? [] : [message];
        });
        const message = stands.at(-1) as Message;
        return {
          message, stands: stands.map((each) => ({ conversationId: each.conversationId, ordinal: each.ordinal, differences: messageDifferences(each, message) })),
          missingFrom: spans.filter((span, place) => ordinals[place] === -1 && placeIn(row.at, span) === 'within').map(({ id }) => id),
        };
      }),
    };
  }

  #comparison(olderId: Id, newerId: Id): Promise<Compared> {
    if (olderId === newerId) throw new Refusal('bad-call');
    const key = `${olderId} ${newerId}`;
    if (this.#compared?.key !== key) this.#compared = { key, result: this.#compareNow(olderId, newerId) };
    return this.#compared.result;
  }

  async #compareNow(olderId: Id, newerId: Id): Promise<Compared> {
    const [older, newer] = [await comparedRows(this.from, olderId), await comparedRows(this.from, newerId)];
    const alignment = alignExports(older, newer);
    const findings: Compared['findings'] = { missing: [], added: [], changed: [], before: [], after: [] };
    let sameCount = 0;
    for (const [i, j] of mergeExports(older, newer, alignment)) {
      const [a, b] = [older[i], newer[j]];
      if (a !== undefined && b !== undefined) {
        if (isSame(a, b, alignment)) sameCount += 1;
        else findings.changed.push([i, j]);
      } else {
        const place = placeIn(timeAround(a === undefined ? newer : older, a === undefined ? j : i), getConversation(this.from, a === undefined ? olderId : newerId));
        findings[place === 'within' ? (a === undefined ? 'added' : 'missing') : place].push([i, j]);
      }
    }
    return { older, newer, alignment, sameCount, findings };
  }

  #reading(conversationIds: readonly Id[]): Promise<MergedRow[]> {
    const key = conversationIds.join(' ');
    if (this.#merged?.key !== key) this.#merged = { key, result: this.#mergeNow(conversationIds) };
    return this.#merged.result;
  }

  /** From the newest export backwards: what an older one adds is laid among what is there. */
  async #mergeNow(conversationIds: readonly Id[]): Promise<MergedRow[]> {
    let merged: MergedRow[] = [];
    for (let place = conversationIds.length - 1; place >= 0; place -= 1) {
      const rows = await comparedRows(this.from, conversationIds[place] ?? '');
      const known = merged.map(({ row }) => row);
      merged = mergeExports(rows, known, alignExports(rows, known)).map(([i, j]) => {
        const [own, before] = [rows[i], merged[j]];
        const ordinals = before?.ordinals ?? Array.from({ length: conversationIds.length }, () => -1);
        if (own !== undefined) ordinals[place] = own.ordinal;
        return { row: before?.row ?? (own as ComparedRow), ordinals };
      });
    }
    return merged;
  }
}

/** The time of a row, or of the last dated one before it. */
function timeAround(rows: readonly ComparedRow[], at: number): string {
  for (let i = at; i >= 0; i -= 1) if (rows[i]?.at !== '') return rows[i]?.at ?? '';
  return '';
}

/** Whether an export covers a time. One that its exporter may have cut off may lack part of its first minute too. */
function placeIn(at: string, { firstAt, lastAt, mayBeTruncated }: { firstAt: string; lastAt: string; mayBeTruncated: boolean }): 'before' | 'within' | 'after' {
  if (firstAt === '' || at < firstAt || at === '' || (mayBeTruncated && at.slice(0, 16) === firstAt.slice(0, 16))) return 'before';
  return at > lastAt ? 'after' : 'within';
}
