import type { ConversationFound } from '../../../shared/model/source-preview';

/** How many entries the conversation will have, calls among them: as the vault counts it once it is brought in (`Conversation.messageCount`), with the app's own notes and what was not understood. */
export const entriesFound = ({ messageCount, systemCount, notUnderstoodCount }: Pick<ConversationFound, 'messageCount' | 'systemCount' | 'notUnderstoodCount'>): number => messageCount + systemCount + notUnderstoodCount;
