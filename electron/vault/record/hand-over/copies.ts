import { z } from 'zod';
import { Refusal } from '../../../../shared/contract/errors';
import { copyCodeOf } from '../../../../shared/copies/copy-code';
import { type CopyAhead, type CopyHeld, type CopyLeaving, type CopyTraits, HandedCopy } from '../../../../shared/model/copy';
import type { ExportRecord } from '../../../../shared/model/export';
import type { Id } from '../../../../shared/model/identity';
import { lawyerRoles } from '../../../../shared/model/recipient';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';
import { mustSayWhy } from '../../../../shared/outputs/gates/private-children';
import { appendHistory } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';
import { getRecipient } from './recipients';
import { usedList } from './redactions';

const About = HandedCopy.pick({ to: true, files: true, held: true, protection: true });
const Lines = z.array(z.tuple([z.number(), z.array(z.number())]));
type CopyRow = { id: string; export_id: string; recipient_id: string; number: number; code: string; at_utc: string; seal_code: string; about: string; passphrase: string | null };

/** Not its lines, which are long. */
const columns = `id, export_id, recipient_id, number, code, at_utc, seal_code, about, passphrase`;

const asCopy = (row: CopyRow): HandedCopy => ({
  id: row.id, exportId: row.export_id, recipientId: row.recipient_id, number: row.number, code: row.code, atUtc: row.at_utc, sealCode: row.seal_code, ...fromJson(About, row.about), hasPassphrase: row.passphrase !== null,
});

/** Every copy that was handed over, newest first. */
export function listCopies(from: Queries): HandedCopy[] {
  return from.all<CopyRow>(`SELECT ${columns} FROM handed_copy ORDER BY at_utc DESC, number DESC`).map(asCopy);
}

/** By what each copy is told. */
export function copyTraits(from: Queries): CopyTraits[] {
  const lines = new Map(from.all<{ id: Id; lines: string }>(`SELECT id, lines FROM handed_copy`).map((row) => [row.id, fromJson(Lines, row.lines)]));
  return listCopies(from).map(({ id, code, files }) => ({ id, code, files, lines: (lines.get(id) ?? []).map(([page, own]) => ({ page, lines: own })) }));
}

/** Refuses `not-found`. */
export function getCopy(from: Queries, id: Id): HandedCopy {
  return asCopy(oneRow<CopyRow>(from, `SELECT ${columns} FROM handed_copy WHERE id = ?`, [id]));
}

/** The next copy for somebody. Nothing is kept: a number is theirs once the copy has left. Refuses `not-found`, and `read-only`: a copy that nobody wrote down can be told by nobody. */
export function copyAhead(context: RecordContext, recipientId: Id): CopyAhead {
  const { store } = context;
  if (store.readOnly) throw new Refusal('read-only');
  const { name, role, organisation, reference } = getRecipient(store, recipientId);
  const code = copyCodeOf(Buffer.from([context.newId(), context.newId(), context.newId(), context.newId()].join(''), 'hex'));
  if (countOf(store, `handed_copy WHERE code = ?`, [code]) > 0) throw new RangeError('a code came twice');
  return { id: context.newId(), recipientId, number: nextNumber(store, recipientId), code, to: { name, role, organisation, reference } };
}

/** In the transaction that records what left. Refuses `reason-needed` where notes marked privileged go to somebody who is no lawyer, or material of private proceedings about a child to the police or the press, without a word of why. */
export function keepCopy(context: RecordContext, transaction: Transaction, record: ExportRecord, { ahead, lines, files, protection, passphrase, privilegedReason, childrenReason = '' }: CopyLeaving, held: Pick<CopyHeld, 'exhibitMarks' | 'includesPrivileged' | 'redactionListId'>, holdsPrivateChildren = false): void {
  if (nextNumber(transaction, ahead.recipientId) !== ahead.number) throw new Refusal('not-found');
  if (held.includesPrivileged && !lawyerRoles.has(ahead.to.role) && privilegedReason.trim() === '') throw new Refusal('reason-needed');
  if (mustSayWhy(ahead.to.role, holdsPrivateChildren) && childrenReason.trim() === '') throw new Refusal('reason-needed');
  const used = usedList(transaction, held.redactionListId);
  const about: z.infer<typeof About> = {
    to: ahead.to, files, protection,
    held: { caseName: record.caseName, page: record.page, isBag: record.bag !== null, originals: record.bag?.originals ?? false, incidentCount: record.incidentCount, caseEntryCount: record.caseEntryCount, ...held, ...(used === null ? {} : { redactionListName: used.name }), privilegedReason: held.includesPrivileged ? privilegedReason.trim() : '', ...(holdsPrivateChildren && childrenReason.trim() !== '' ? { childrenReason: childrenReason.trim() } : {}), released: record.released },
  };
  transaction.run(`INSERT INTO handed_copy (id, export_id, recipient_id, number, code, at_utc, seal_code, about, lines, passphrase) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [ahead.id, record.id, ahead.recipientId, ahead.number, ahead.code, record.atUtc, record.sealCode, canonicalJson(about), JSON.stringify(lines.map(({ page, lines: own }) => [page, own])), passphrase]);
  appendHistory(context, transaction, 'copy-handed', 'copy', ahead.id, { exportId: record.id, recipientId: ahead.recipientId, number: ahead.number, code: ahead.code, ...about });
}

/** null where it was not kept. Refuses `not-found`. */
export function passphraseOf(from: Queries, id: Id): string | null {
  return oneRow<CopyRow>(from, `SELECT ${columns} FROM handed_copy WHERE id = ?`, [id]).passphrase;
}

export async function forgetPassphrase(context: RecordContext, id: Id): Promise<HandedCopy> {
  await context.store.transact((transaction) => {
    if (passphraseOf(transaction, id) === null) return;
    transaction.run(`UPDATE handed_copy SET passphrase = NULL WHERE id = ?`, [id]);
    appendHistory(context, transaction, 'copy-passphrase-forgotten', 'copy', id, {});
    noteErased(transaction);
  });
  await purgeErased(context);
  return getCopy(context.store, id);
}

function nextNumber(from: Queries, recipientId: Id): number {
  return oneRow<{ next: number }>(from, `SELECT coalesce(max(number), 0) + 1 AS next FROM handed_copy WHERE recipient_id = ?`, [recipientId]).next;
}
