import type { ConversationFound, ImportChoices, SourcePreview } from '../../../shared/model/source-preview';

/** What she has said so far about the conversations of one source. Kept by key, so that a new reading of the same source changes none of it. */
export interface Said {
  readonly chosen: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
  /** Her answer for one conversation; null: none of the names. */
  readonly me: ReadonlyMap<string, string | null>;
  /** Her answer for all of them at once; undefined while she has not answered. */
  readonly meInAll: string | null | undefined;
}

export const nothingSaid: Said = { chosen: new Set(), titles: new Map(), me: new Map(), meInAll: undefined };

/** Nothing is chosen for her where there are several; one alone is what she brought. */
export function beginning(preview: SourcePreview): Said {
  const [only] = preview.conversations;
  return preview.conversationCount === 1 && only ? { ...nothingSaid, chosen: new Set([only.key]) } : nothingSaid;
}

/** The participant whose phone or account it is by the export; null where it does not say. */
export function ownerFound({ participants }: ConversationFound): string | null {
  return participants.find(({ isOwner }) => isOwner)?.name ?? null;
}

/** Who she is in a conversation: by her answer for it, else by her answer for all, else by the export; null where nobody has said. */
export function meIn(conversation: ConversationFound, said: Said): string | null {
  const own = said.me.get(conversation.key);
  if (own !== undefined) return own;
  if (said.meInAll === null) return null;
  if (said.meInAll !== undefined && conversation.participants.some(({ name }) => name === said.meInAll)) return said.meInAll;
  return ownerFound(conversation);
}

/** The name a conversation would be kept under: hers, else as found. */
export function titleOf(conversation: ConversationFound, said: Said): string {
  return said.titles.get(conversation.key) ?? titleFound(conversation);
}

/** What the source calls it, else who takes part besides the owner; '' where nobody is named. */
export function titleFound({ title, participants }: ConversationFound): string {
  return title || participants.filter(({ isOwner }) => !isOwner).map(({ name, handle }) => name || handle).filter((name) => name !== '').slice(0, 3).join(', ').slice(0, 300);
}

/** Those of `conversations` that she chose, in their order. */
export function chosenOf(conversations: readonly ConversationFound[], said: Said): ConversationFound[] {
  return conversations.filter(({ key }) => said.chosen.has(key));
}

/**
 * Names that can be hers in all of these conversations: who takes part in more than one of them, or in the only one; in the most of them first, and among those who wrote most.
 */
export function namesToAsk(conversations: readonly ConversationFound[]): { readonly name: string; readonly inCount: number; readonly wrote: number }[] {
  const names = new Map<string, { inCount: number; wrote: number }>();
  for (const { participants } of conversations) {
    const here = new Set<string>();
    for (const { name, count } of participants) {
      const before = names.get(name) ?? { inCount: 0, wrote: 0 };
      names.set(name, { inCount: before.inCount + (here.has(name) ? 0 : 1), wrote: before.wrote + count });
      here.add(name);
    }
  }
  return [...names].map(([name, counts]) => ({ name, ...counts }))
    .filter(({ inCount }) => conversations.length === 1 || inCount > 1)
    .sort((a, b) => b.inCount - a.inCount || b.wrote - a.wrote);
}



/** What `messages.import` is told: each conversation chosen, or null for all of more than can be listed. A name she emptied is the name it had. */
export function toKeep(preview: SourcePreview, said: Said, isAll: boolean): ImportChoices['conversations'] {
  if (isAll && preview.conversationCount > preview.conversations.length) return null;
  const conversations = isAll ? preview.conversations : chosenOf(preview.conversations, said);
  return conversations.map((conversation) => ({ key: conversation.key, title: titleOf(conversation, said).trim() || titleFound(conversation), meName: meIn(conversation, said) }));
}
