import type { Id } from '../../../shared/model/identity';
import type { Incident, IncidentLink } from '../../../shared/model/incident';
import type { AsideTarget, SearchHit } from '../../../shared/model/search';
import type { Result } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';

/** Under which a hit stands among what is put aside; null where it must be marked first, or cannot be. */
export function asideOf({ subject, id }: SearchHit): AsideTarget | null {
  switch (subject) {
    case 'incident': case 'document': case 'excerpt': case 'mail': return { kind: subject, id };
    case 'page': return { kind: 'document', id };
    case 'message': case 'person': case 'case': return null;
  }
}

export const canBePutAside = (hit: SearchHit): boolean => asideOf(hit) !== null || hit.subject === 'message';
export const canBeLinked = ({ subject }: SearchHit): boolean => subject === 'message' || subject === 'excerpt' || subject === 'document' || subject === 'page' || subject === 'mail';

/** `isNew`: marked just now, for this. */
interface Thing { readonly target: AsideTarget; readonly isNew: boolean }

/**
 * The thing to link or put aside. A message goes as marked messages of one, so that it stands with its conversation, its time and its place in the source; one that is marked just so is taken as it is.
 */
async function thingOf(hit: SearchHit): Promise<Result<Thing>> {
  const known = asideOf(hit);
  if (known !== null) return { ok: true, value: { target: known, isNew: false } };
  const { conversationId, ordinal } = hit;
  if (conversationId === null || ordinal === null) return { ok: false, error: { code: 'not-found' } };
  const marked = await ask('excerpts.list', { conversationId });
  if (!marked.ok) return marked;
  const same = marked.value.excerpts.find(({ firstOrdinal, lastOrdinal }) => firstOrdinal === ordinal && lastOrdinal === ordinal);
  if (same !== undefined) return { ok: true, value: { target: { kind: 'excerpt', id: same.id }, isNew: false } };
  const made = await ask('excerpts.mark', { conversationId, firstOrdinal: ordinal, lastOrdinal: ordinal, shows: '' });
  return made.ok ? { ok: true, value: { target: { kind: 'excerpt', id: made.value.id }, isNew: true } } : made;
}

/** Does something with the thing a hit stands for. A message that was marked for it does not stay marked when it is refused. */
async function doWith<T>(hit: SearchHit, act: (target: AsideTarget) => Promise<Result<T>>): Promise<Result<T>> {
  const thing = await thingOf(hit);
  if (!thing.ok) return thing;
  const { target, isNew } = thing.value;
  const result = await act(target);
  if (!result.ok && isNew) await ask('excerpts.remove', { id: target.id, reason: messages.finding.actions.markedInVain });
  return result;
}

/** Links what was found to an incident. Only now is a message marked: looking for the incident and leaving it changes nothing. */
export function linkHit(hit: SearchHit, incidentId: Id): Promise<Result<Incident>> {
  return doWith(hit, (target) => ask('incidents.link', { id: incidentId, target: linkTargetOf(target) }));
}

/** What is put aside after it. */
export async function putHitAside(hit: SearchHit): Promise<Result<{ targets: readonly AsideTarget[] }>> {
  return doWith(hit, (target) => ask('aside.put', target));
}

function linkTargetOf({ kind, id }: AsideTarget): IncidentLink['target'] {
  switch (kind) {
    case 'excerpt': return { kind, excerptId: id };
    case 'mail': return { kind, mailId: id };
    case 'document': return { kind, documentId: id };
    case 'incident': throw new Error('an incident is not linked to an incident');
  }
}
