import { Refusal } from '../../../../shared/contract/errors';
import type { Id } from '../../../../shared/model/identity';
import { appendHistory, erasePayloads } from '../history/history';
import { noteErased, purgeErased } from '../history/purge';
import type { RecordContext } from '../record-context';
import { unindexText } from '../search/search-text';
import { getPerson, samePersonIds } from './people';
import { refreshTies } from './people-changes';

/**
 * Erases what she says of somebody, under every entry that was put with theirs, and what the history says of it. Ties, contacts and entries of the chronology stay with their own words, and say "an erased
 * person". Keeps that somebody was erased, when and why. Refuses `reason-needed`, `not-found`, `erased`.
 */
export async function erasePerson(context: RecordContext, id: Id, reason: string): Promise<void> {
  await context.store.transact((transaction) => {
    getPerson(transaction, id);
    if (reason.trim() === '') throw new Refusal('reason-needed');
    const ids = samePersonIds(transaction, id);
    for (const each of ids) {
      transaction.run(`UPDATE person SET name = '', role = 'other', aliases = '[]', handles = '[]', officer = '', organisation = '', note = '', erased_utc = ?, erased_reason = ? WHERE id = ?`, [context.now(), reason, each]);
      transaction.run(`DELETE FROM person_apart WHERE one_id = ? OR other_id = ?`, [each, each]);
      unindexText(transaction, 'person', each);
      erasePayloads(transaction, each);
      appendHistory(context, transaction, 'person-erased', 'person', each, { reason });
      refreshTies(transaction, each);
    }
    noteErased(transaction);
  });
  await purgeErased(context);
}
