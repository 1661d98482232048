import type { Id } from '../../../shared/model/identity';
import type { AsideTarget, SearchHit } from '../../../shared/model/search';
import type { Result } from '../../../shared/contract/errors';
import { ask } from '../../app/bridge';

/** Under which a hit stands among what is put aside; null where it must be marked first, or cannot be. */
export function asideOf({ subject, id }: SearchHit): AsideTarget | null {
  switch (subject) {
    case 'incident': case 'document': case 'excerpt': return { kind: subject, id };
    case 'page': return { kind: 'document', id };
    case 'message': case 'mail': case 'person': return null;
  }
}

export const canBePutAside = (hit: SearchHit): boolean => asideOf(hit) !== null || hit.subject === 'message';
export const canBeLinked = ({ subject }: SearchHit): boolean => subject === 'message' || subject === 'excerpt' || subject === 'document' || subject === 'page';

/**
 * The thing to link or put aside. A message goes as marked messages of one, so that it stands with its conversation, its time and its place in the source; one that is marked just so is taken as it is.
 */
export async function thingOf(hit: SearchHit): Promise<Result<AsideTarget>> {
  const known = asideOf(hit);
  if (known !== null) return { ok: true, value: known };
  const { conversationId, ordinal } = hit;
  if (conversationId === null || ordinal === null) return { ok: false, error: { code: 'not-found' } };
  const marked = await ask('excerpts.list', { conversationId });
  if (!marked.ok) return marked;
  const same = marked.value.excerpts.find(({ firstOrdinal, lastOrdinal }) => firstOrdinal === ordinal && lastOrdinal === ordinal);
  if (same !== undefined) return asExcerpt(same.id);
  const made = await ask('excerpts.mark', { conversationId, firstOrdinal: ordinal, lastOrdinal: ordinal, shows: '' });
  return made.ok ? asExcerpt(made.value.id) : made;
}

const asExcerpt = (id: Id): Result<AsideTarget> => ({ ok: true, value: { kind: 'excerpt', id } });
