import { z } from 'zod';
import { WayInKind, type WayIn } from '../../../../shared/contract/ways-in-calls';
import { changedKind, WayInChange } from '../../../../shared/vault-protocol/way-in-change';
import type { Transaction, WayInNote } from '../../store/store';
import { noteSlot } from './first-page';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { clearPendingCode, keepPendingCode } from './recovery-confirmation';
import { countOf, fromJson, type Queries } from '../rows';
import { areSharesShown, clearSharesToShow, noteSharesToShow } from './shares-shown';
import { writeFact } from './vault-facts';

type WayInRow = { kind: string; made_utc: string; needed: number | null; people: string | null };

/** Notes a slot just written. `shares`: how many are needed, and for whom they are. */
export function noteWayIn(context: RecordContext, transaction: Transaction, kind: WayInKind, shares: Pick<NonNullable<WayIn['shares']>, 'needed' | 'people'> | null = null, madeUtc = context.now()): void {
  transaction.run(`INSERT OR REPLACE INTO way_in (kind, made_utc, needed, people) VALUES (?, ?, ?, ?)`, [kind, madeUtc, shares?.needed ?? null, shares === null ? null : JSON.stringify(shares.people)]);
}

/** The ways into this vault, in the order of the kinds. None are known of a vault of schema 1 that can only be read. */
export function listWaysIn(from: Queries): WayIn[] {
  if (!knowsWaysIn(from)) return [];
  const rows = from.all<WayInRow>(`SELECT kind, made_utc, needed, people FROM way_in`);
  const ways = rows.map((row): WayIn => ({
    kind: WayInKind.parse(row.kind),
    madeUtc: row.made_utc,
    shares: row.needed === null ? null : { needed: row.needed, people: fromJson(z.array(z.string()), row.people ?? '[]'), areAllShown: areSharesShown(from) },
  }));
  const place = (way: WayIn): number => WayInKind.options.indexOf(way.kind);
  return ways.sort((left, right) => place(left) - place(right));
}

const knowsWaysIn = (from: Queries): boolean => countOf(from, `sqlite_master WHERE name = 'way_in'`) > 0;

/**
 * What the store is to note of a change. The header is no part of the database: before it is written the record says what is coming, and by which digest that
 * will be known, so that list and history are true whenever the process is killed.
 */
export function wayInNote(context: RecordContext, change: WayInChange): WayInNote {
  return {
    before: (transaction, slotDigest) => {
      // One before it of the same kind may not have been entered for want of room: it must not be lost for this one.
      settle(context, transaction, changedKind(change));
      transaction.run(`INSERT OR REPLACE INTO way_in_change (kind, slot_digest, at_utc, change) VALUES (?, ?, ?, ?)`, [changedKind(change), slotDigest, context.now(), JSON.stringify(change)]);
    },
    after: (transaction) => settle(context, transaction, changedKind(change)),
  };
}

/** After opening: changes that were cut short are entered when the header has them, and forgotten when it has not. */
export async function settleWaysIn(context: RecordContext): Promise<void> {
  const { store } = context;
  if (countOf(store, 'way_in_change') === 0) return;
  await store.transact((transaction) => {
    for (const { kind } of transaction.all<{ kind: string }>(`SELECT kind FROM way_in_change`)) settle(context, transaction, WayInKind.parse(kind));
  });
}

type ChangeRow = { slot_digest: string; at_utc: string; change: string };

function settle(context: RecordContext, transaction: Transaction, kind: WayInKind): void {
  const [row] = transaction.all<ChangeRow>(`SELECT slot_digest, at_utc, change FROM way_in_change WHERE kind = ?`, [kind]);
  if (row === undefined) return;
  transaction.run(`DELETE FROM way_in_change WHERE kind = ?`, [kind]);
  if (context.store.waysIn.slotDigest(kind) !== row.slot_digest) return;
  noteSlot(transaction, kind, row.slot_digest);
  enter(context, transaction, fromJson(WayInChange, row.change), row.at_utc);
}

function enter(context: RecordContext, transaction: Transaction, change: WayInChange, atUtc: string): void {
  const kind = changedKind(change);
  if (kind === 'recovery-code') {
    clearPendingCode(transaction);
    // Without a code none waits to be confirmed.
    writeFact(transaction, 'recovery-confirmed', change.change === 'way-in-removed' ? 'yes' : 'no');
  }
  if (kind === 'shared-key') clearSharesToShow(transaction);
  switch (change.change) {
    case 'way-in-removed':
      transaction.run(`DELETE FROM way_in WHERE kind = ?`, [kind]);
      break;
    case 'recovery-code-made':
      keepPendingCode(transaction, change.printed);
      noteWayIn(context, transaction, kind, null, atUtc);
      break;
    case 'shares-made':
      noteSharesToShow(transaction);
      noteWayIn(context, transaction, kind, { needed: change.needed, people: change.people }, atUtc);
      break;
    default:
      noteWayIn(context, transaction, kind, null, atUtc);
  }
  appendHistory(context, transaction, change.change, 'vault', context.store.vaultId, { atUtc, ...toldOf(change) });
}

/** What the history says of a change: never a code. */
function toldOf(change: WayInChange): object {
  if (change.change === 'shares-made') return { needed: change.needed, people: change.people };
  return change.change === 'way-in-removed' ? { kind: change.kind } : {};
}
