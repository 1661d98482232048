import type { ConversationFound, SourcePreview } from '../../../../shared/model/source-preview';

/** A conversation as a preview tells it, for tests: empty but for what is given. */
export function conversationFound(given: Partial<ConversationFound>): ConversationFound {
  return {
    key: 'one', kind: 'sms-backup', title: '', service: '', participants: [], messageCount: 0, systemCount: 0, callCount: 0, notUnderstoodCount: 0,
    attachments: { present: 0, leftOut: 0, notThere: 0, notOpened: 0 }, firstAt: '', lastAt: '', bases: [], mayBeTruncated: false, firstMessages: [], notUnderstoodSample: [], ...given,
  };
}

/** A source with these conversations and nothing to ask. */
export function sourcePreview(conversations: readonly ConversationFound[], given: Partial<SourcePreview> = {}): SourcePreview {
  return { conversationCount: conversations.length, conversations: [...conversations], mail: null, locations: null, notUnderstoodCount: 0, notUnderstoodSample: [], dateOrder: null, columns: null, leftOutCount: 0, leftOut: [], ...given };
}
