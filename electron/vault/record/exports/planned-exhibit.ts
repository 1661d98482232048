import { tellsWhereMade } from '../../../../shared/model/document-details';
import type { Excerpt } from '../../../../shared/model/conversation';
import type { PlannedExhibit } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import { documentsOfExcerpt } from '../conversations/excerpt-sources';
import { getExcerpt } from '../conversations/excerpts';
import { getConversation, pageOfMessages } from '../conversations/conversations';
import { detailsOf, getDocument } from '../documents/documents';
import { getMail } from '../mail/mail';
import type { Queries } from '../rows';
import type { MarkedThing } from './exhibit-marks';

/** A thing with all that its sheet and the pages behind it print. */
export function plannedExhibit(from: Queries, target: MarkedThing, mark: string, citedBy: Id[]): PlannedExhibit {
  if (target.kind === 'document') return { mark, citedBy, thing: { kind: 'document', document: getDocument(from, target.id), holdsPosition: holdsPosition(from, target.id) } };
  if (target.kind === 'mail') {
    const mail = getMail(from, target.id);
    const attached = mail.attachments.flatMap(({ documentId }) => (documentId === null ? [] : [getDocument(from, documentId)]));
    return { mark, citedBy, thing: { kind: 'mail', mail, source: getDocument(from, mail.source.documentId), attachments: attached, holdsPosition: attached.some(({ id }) => holdsPosition(from, id)) } };
  }
  const excerpt: Excerpt = getExcerpt(from, target.id);
  const conversation = getConversation(from, excerpt.conversationId);
  const messages = pageOfMessages(from, excerpt.conversationId, excerpt.firstOrdinal, excerpt.lastOrdinal - excerpt.firstOrdinal + 1);
  return { mark, citedBy, thing: { kind: 'excerpt', excerpt, conversation, messages, sources: documentsOfExcerpt(from, excerpt).map((id) => getDocument(from, id)) } };
}

/** Facts of a picture were read before there were details. */
function holdsPosition(from: Queries, id: Id): boolean {
  return tellsWhereMade(detailsOf(from, id)) || getDocument(from, id).picture?.hasPosition === true;
}
