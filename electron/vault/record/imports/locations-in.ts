import { Refusal } from '../../../../shared/contract/errors';
import type { ReadPart } from '../../../../shared/importers/read-part';
import type { Id } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { appendHistory } from '../history/history';
import { arriveInInbox } from '../inbox/inbox';
import type { RecordContext } from '../record-context';
import { insertRows, question } from './insert-rows';
import type { ImportSession } from './session';
import { withoutNul } from './without-nul';

/** What services say of where a device was, on its way in. */
export class LocationsIn {
  /** Claims of the import so far. */
  stored = 0;

  constructor(private readonly session: ImportSession) {}

  /** Stores what of these parts is of positions, out of sight. Refuses `bad-call` where they were not chosen. */
  take(transaction: Transaction, parts: readonly ReadPart[]): void {
    for (const part of parts) {
      if (part.part !== 'locations') continue;
      if (!this.session.choices.locations) throw new Refusal('bad-call');
      const { documentId, entryName } = this.session.sourceOf(part);
      this.session.mediaTypes.set(documentId, 'application/json');
      insertRows(transaction, `INSERT INTO location_claim (import_id, ready, document_id, entry_name, kind, day, at, claim) VALUES`, question(8), part.claims.length, (values, i) => {
        const claim = part.claims[i] as (typeof part.claims)[number];
        values.push(this.session.id, 0, documentId, withoutNul(entryName), claim.kind, claim.from.at.slice(0, 10), claim.from.at, JSON.stringify(claim));
      });
      this.stored += part.claims.length;
    }
  }

  /** Shows them; gives how many there are. The same file brought in again replaces nothing: its claims are here already, and go. */
  finish(context: RecordContext, transaction: Transaction): number {
    const { id, sealed } = this.session;
    if (this.stored === 0) return 0;
    transaction.run(`DELETE FROM location_claim WHERE import_id = ? AND EXISTS (SELECT 1 FROM location_claim AS before WHERE before.ready = 1 AND before.import_id <> ? AND before.document_id = location_claim.document_id AND before.entry_name = location_claim.entry_name)`, [id, id]);
    const [{ n } = { n: 0 }] = transaction.all<{ n: number }>(`SELECT count(*) AS n FROM location_claim WHERE import_id = ?`, [id]);
    if (n === 0) return 0;
    transaction.run(`UPDATE location_claim SET ready = 1 WHERE import_id = ?`, [id]);
    arriveInInbox(transaction, 'location-history', id, context.now());
    appendHistory(context, transaction, 'locations-imported', 'import', id, { claimCount: n, sources: sealed.map(({ documentId, sha256 }) => ({ documentId, sha256 })) });
    return n;
  }
}

/** Leaves nothing of the positions of an import that is not finished. */
export function removeLocations(transaction: Transaction, importId: Id): void {
  transaction.run(`DELETE FROM location_claim WHERE import_id = ?`, [importId]);
}
