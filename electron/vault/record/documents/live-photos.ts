import type { LivePartner } from '../../../../shared/contract/picture-calls';
import type { Document } from '../../../../shared/model/document';
import type { DocumentDetails } from '../../../../shared/model/document-details';
import type { Id } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import type { Queries } from '../rows';

type Half = { document_id: string; form: string; identifier: string; stem: string; clock: string };
type Named = Half & { title: string; original_name: string };

/** Notes of a picture or film what tells its other half; of anything else, nothing. In the transaction that keeps what was found in it. */
export function noteHalf(transaction: Transaction, { id, form, originalName }: Pick<Document, 'id' | 'form' | 'originalName'>, { picture, recording }: DocumentDetails): void {
  forgetHalf(transaction, id);
  const found = form === 'image' ? picture : form === 'video' ? recording : undefined;
  if (found === undefined) return;
  // A clock in UTC cannot be held against one without a zone.
  const taken = found.times.find(({ says, clock, offset }) => says === 'taken' && clock !== '' && offset !== 'Z');
  transaction.run(`INSERT INTO live_half (document_id, form, identifier, stem, clock) VALUES (?, ?, ?, ?, ?)`, [id, form, found.contentIdentifier, stemOf(originalName), taken?.clock.slice(0, 16) ?? '']);
}

export function forgetHalf(transaction: Transaction, id: Id): void {
  transaction.run(`DELETE FROM live_half WHERE document_id = ?`, [id]);
}

/**
 * The film of a photograph, or the photograph of a film. Sure where both bear Apple's name for the two. Otherwise a guess: one of the other kind, and no more, has the same name (`IMG_0042`), and neither says that it was
 * taken at another minute. Null where nothing tells.
 */
export function livePartnerOf(from: Queries, id: Id): LivePartner | null {
  const [own] = from.all<Half>(`SELECT document_id, form, identifier, stem, clock FROM live_half WHERE document_id = ?`, [id]);
  if (own === undefined) return null;
  const others = (where: string, value: string): Named[] => from.all<Named>(
    `SELECT document_id, live_half.form, identifier, stem, clock, title, original_name FROM live_half JOIN document ON document.id = document_id AND status = 'kept'
     WHERE ${where} = ? AND live_half.form <> ? ORDER BY added_utc, document_id LIMIT 3`, [value, own.form]);
  const [sure] = own.identifier === '' ? [] : others('identifier', own.identifier);
  if (sure !== undefined) return asPartner(sure, true);
  const sameName = others('stem', own.stem).filter((other) => (own.identifier === '' || other.identifier === '') && (own.clock === '' || other.clock === '' || own.clock === other.clock));
  return sameName.length === 1 && sameName[0] !== undefined ? asPartner(sameName[0], false) : null;
}

function asPartner({ document_id, title, original_name }: Named, isSure: boolean): LivePartner {
  return { documentId: document_id, name: title || original_name, isSure };
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return (dot > 0 ? name.slice(0, dot) : name).toLowerCase();
}
