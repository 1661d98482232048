import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { mostRecipients, type Recipient, type RecipientRole, type RecipientSaid } from '../../../../shared/model/recipient';
import { appendHistory, erasePayloads } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';

type RecipientRow = { id: string; name: string; role: string; organisation: string; reference: string; added_utc: string; copy_count: number };

const withCount = `SELECT recipient.*, (SELECT count(*) FROM handed_copy WHERE recipient_id = recipient.id) AS copy_count FROM recipient`;
const asRecipient = (row: RecipientRow): Recipient => ({ id: row.id, name: row.name, role: row.role as RecipientRole, organisation: row.organisation, reference: row.reference, addedUtc: row.added_utc, copyCount: row.copy_count });

/** By name. */
export function listRecipients(from: Queries): Recipient[] {
  return from.all<RecipientRow>(`${withCount} ORDER BY name COLLATE NOCASE, id`).map(asRecipient);
}

/** Refuses `not-found`. */
export function getRecipient(from: Queries, id: Id): Recipient {
  return asRecipient(oneRow<RecipientRow>(from, `${withCount} WHERE id = ?`, [id]));
}

/** One who is listed already, said the same way, is given back as they are. Refuses `limit-exceeded`. */
export async function addRecipient(context: RecordContext, said: RecipientSaid): Promise<Recipient> {
  return context.store.transact((transaction) => {
    const same = listRecipients(transaction).find((one) => one.role === said.role && alike(one.name, said.name) && alike(one.organisation, said.organisation) && alike(one.reference, said.reference));
    if (same !== undefined) return same;
    if (countOf(transaction, `recipient`) >= mostRecipients) throw new Refusal('limit-exceeded');
    const id = context.newId();
    transaction.run(`INSERT INTO recipient (id, name, role, organisation, reference, added_utc) VALUES (?, ?, ?, ?, ?, ?)`, [id, said.name, said.role, said.organisation, said.reference, context.now()]);
    appendHistory(context, transaction, 'recipient-added', 'recipient', id, said);
    return getRecipient(transaction, id);
  });
}

/** Copies that they had keep what was printed on them. Refuses `not-found`. */
export async function amendRecipient(context: RecordContext, id: Id, said: RecipientSaid): Promise<Recipient> {
  return context.store.transact((transaction) => {
    const { name, role, organisation, reference } = getRecipient(transaction, id);
    if (name === said.name && role === said.role && organisation === said.organisation && reference === said.reference) return getRecipient(transaction, id);
    transaction.run(`UPDATE recipient SET name = ?, role = ?, organisation = ?, reference = ? WHERE id = ?`, [said.name, said.role, said.organisation, said.reference, id]);
    appendHistory(context, transaction, 'recipient-amended', 'recipient', id, { before: { name, role, organisation, reference }, after: said });
    return getRecipient(transaction, id);
  });
}

/** Only one who never had a copy: a leak of one that they had could not be told else. Their words are destroyed, in the history too. Refuses `not-found`, `in-use`. */
export async function removeRecipient(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    if (getRecipient(transaction, id).copyCount > 0) throw new Refusal('in-use');
    transaction.run(`DELETE FROM recipient WHERE id = ?`, [id]);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'recipient-removed', 'recipient', id, {});
    noteErased(transaction);
  });
  await purgeErased(context);
}

const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
