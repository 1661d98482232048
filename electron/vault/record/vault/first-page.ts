import { WayInKind } from '../../../../shared/contract/ways-in-calls';
import type { Transaction } from '../../store/store';
import type { RecordContext } from '../record-context';

/**
 * What stood in the own half's four slots, used or not, when this vault last changed them (SHA-256 in hexadecimal, by kind). The header is no part of the
 * database: an older one put back opens with what it held, and the record is how that is noticed.
 */
function knownSlots({ store }: RecordContext): Map<string, string> {
  return new Map(store.all<{ kind: string; slot_digest: string }>(`SELECT kind, slot_digest FROM way_in_slot`).map((row) => [row.kind, row.slot_digest]));
}

/** Notes one slot as it was just written. The others stay as they were noted: one that was put back is told of until it is changed itself. */
export function noteSlot(transaction: Transaction, kind: WayInKind, slotDigest: string): void {
  transaction.run(`INSERT OR REPLACE INTO way_in_slot (kind, slot_digest) VALUES (?, ?)`, [kind, slotDigest]);
}

/** Notes the slots of which nothing is known yet: in a vault just made or renewed, and at the first opening of one of schema 1. */
export function noteUnknownSlots(context: RecordContext, transaction: Transaction): void {
  const known = knownSlots(context);
  for (const kind of WayInKind.options) if (!known.has(kind)) noteSlot(transaction, kind, context.store.waysIn.slotDigest(kind));
}

/** After a renewal: every slot is another. Nothing is known of them until they are noted: no older first page opens the renewed vault. */
export function forgetSlots(transaction: Transaction): void {
  transaction.run(`DELETE FROM way_in_slot`);
}

/**
 * Whether the first page with which the vault was opened is another than the record knows. A change that was cut short (`way_in_change`) may have reached the
 * first page or not. Of a vault that may only be read nothing is said: its record may end before its newest change.
 */
export function isFirstPageOlder(context: RecordContext): boolean {
  const { store } = context;
  if (store.readOnly) return false;
  const coming = new Map(store.all<{ kind: string; slot_digest: string }>(`SELECT kind, slot_digest FROM way_in_change`).map((row) => [row.kind, row.slot_digest]));
  return [...knownSlots(context)].some(([kind, known]) => {
    const now = store.waysIn.slotDigest(WayInKind.parse(kind));
    return now !== known && now !== coming.get(kind);
  });
}
