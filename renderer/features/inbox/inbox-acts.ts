import { sayDate } from '../../../shared/dates';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import type { InboxItem, InboxState } from '../../../shared/model/inbox';
import type { Tag } from '../../../shared/model/tag';
import { ask } from '../../app/bridge';
import type { LinkTarget } from '../../ui-record/incident-chooser';
import { sayTitle } from './say-about';

/** Something she did to an item, and the way back. */
export interface Act {
  readonly says: string;
  /** null: it is as before; else why not. */
  readonly undo: () => Promise<CallError | null>;
}
export type Acted = { readonly act: Act } | { readonly error: CallError };

const subjectOf = ({ id, about }: InboxItem): { kind: InboxItem['about']['kind']; id: Id } => ({ kind: about.kind, id });

async function putState(item: InboxItem, state: InboxState): Promise<CallError | null> {
  const result = await ask('inbox.decide', { ...subjectOf(item), state });
  return result.ok ? null : result.error;
}

export async function decide(item: InboxItem, state: InboxState): Promise<Acted> {
  const error = await putState(item, state);
  return error ? { error } : { act: { says: messages.inbox.done.decided(sayTitle(item), state), undo: () => putState(item, item.state) } };
}

/** What of an item is linked: a document itself, of an exchange one e-mail; of others nothing from here. */
export function targetOf({ id, about }: InboxItem, mailId: Id | null): LinkTarget | null {
  if (about.kind === 'document') return { kind: 'document', documentId: id };
  return about.kind === 'mail-thread' ? { kind: 'mail', mailId: mailId ?? about.showMailId } : null;
}

const isSame = (one: LinkTarget, other: LinkTarget): boolean => one.kind === 'document' ? other.kind === 'document' && one.documentId === other.documentId : one.kind === 'mail' && other.kind === 'mail' && one.mailId === other.mailId;

/** The link is made. Taken back, the thread goes and the item stands where it stood. */
export function linked(item: InboxItem, target: LinkTarget, incidentId: Id): Act {
  const undo = async (): Promise<CallError | null> => {
    const found = await ask('incidents.get', { id: incidentId });
    if (!found.ok) return found.error;
    const thread = found.value.links.find(({ target: each }) => isSame(each, target));
    if (thread) {
      const result = await ask('incidents.unlink', { id: incidentId, linkId: thread.id });
      if (!result.ok) return result.error;
    }
    return putState(item, item.state);
  };
  return { says: messages.inbox.done.linked(sayTitle(item)), undo };
}

export async function link(item: InboxItem, target: LinkTarget, incidentId: Id): Promise<Acted> {
  const result = await ask('incidents.link', { id: incidentId, target });
  return result.ok ? { act: linked(item, target, incidentId) } : { error: result.error };
}

async function putDate(id: Id, happened: Dated): Promise<CallError | null> {
  const found = await ask('documents.get', { id });
  if (!found.ok) return found.error;
  const { title, note } = found.value;
  const result = await ask('documents.amend', { id, title, note, happened });
  return result.ok ? null : result.error;
}

export async function date(item: InboxItem, happened: Dated): Promise<Acted> {
  if (item.about.kind !== 'document') return { error: { code: 'bad-call' } };
  const before = item.about.happened;
  const error = await putDate(item.id, happened);
  return error ? { error } : { act: { says: messages.inbox.done.dated(sayTitle(item), sayDate(happened)), undo: () => putDate(item.id, before) } };
}

export function tagged(item: InboxItem, tag: Tag): Act {
  const undo = async (): Promise<CallError | null> => {
    const result = await ask('tags.take', { ...subjectOf(item), tagId: tag.id });
    return result.ok ? null : result.error;
  };
  return { says: messages.inbox.done.tagged(sayTitle(item), tag.name), undo };
}
