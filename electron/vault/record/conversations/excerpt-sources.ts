import type { Excerpt } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { Queries } from '../rows';
import { firstPlace, getConversation } from './conversations';

/** The files in which marked messages stand, each once, in the order of the conversation's sources. */
export function documentsOfExcerpt(from: Queries, { conversationId, firstOrdinal, lastOrdinal }: Excerpt): Id[] {
  const start = firstPlace(from, conversationId);
  const used = new Set(from.all<{ number: number }>(`SELECT DISTINCT source_number AS number FROM message WHERE place >= ? AND place <= ?`, [start + firstOrdinal, start + lastOrdinal]).map(({ number }) => number));
  return [...new Set(getConversation(from, conversationId).sources.flatMap(({ documentId }, number) => (used.has(number) ? [documentId] : [])))];
}
