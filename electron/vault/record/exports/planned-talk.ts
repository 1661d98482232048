import { Refusal } from '../../../../shared/contract/errors';
import type { PlannedTalk } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import { mostScheduled, type OutputFormat } from '../../../../shared/model/output';
import { getConversation, pageOfMessages } from '../conversations/conversations';
import { getDocument } from '../documents/documents';
import type { Queries } from '../rows';

/** A whole conversation for a schedule, with the files in which it stands. Refuses `not-found`, and `too-large` of one with more messages than a schedule takes: extracts of it can be marked. */
export function plannedTalk(from: Queries, id: Id, format: OutputFormat): PlannedTalk {
  const conversation = getConversation(from, id);
  if (conversation.messageCount > mostScheduled[format]) throw new Refusal('too-large');
  const messages = pageOfMessages(from, id, 0, conversation.messageCount);
  return { conversation, messages, sources: [...new Set(conversation.sources.map(({ documentId }) => documentId))].map((documentId) => getDocument(from, documentId)) };
}
