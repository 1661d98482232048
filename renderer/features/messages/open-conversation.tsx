import { useEffect, useState } from 'react';
import type { Conversation } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import type { SuggestedGroup } from '../../../shared/model/same-conversation';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { ConversationView } from './conversation-view';
import { ExportsNotice } from './exports/exports-notice';
import { ExportsPage } from './exports/exports-page';

export interface OpenConversationProps {
  conversation: Conversation;
  conversations: readonly Conversation[];
  startAt: number | null;
  /** What is looked for in it from the start; '' nothing. */
  find: string;
  onAmended: () => void;
  onOpen: (conversationId: Id, ordinal?: number) => void;
}

/** The open conversation, or the page of all exports of it. */
export function OpenConversation({ conversation, conversations, startAt, find, onAmended, onOpen }: OpenConversationProps) {
  const { readOnly } = useProgram();
  const [isComparing, setComparing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const asked = useAsk('conversations.groups', {});
  const group = asked.value?.groups.find(({ conversationIds }) => conversationIds.includes(conversation.id)) ?? null;
  // From the page of its exports to a message in it.
  useEffect(() => { if (startAt !== null) setComparing(false); }, [startAt]);

  async function answer({ conversationIds }: SuggestedGroup, isSame: boolean): Promise<void> {
    const result = await ask(isSame ? 'conversations.group' : 'conversations.keepApart', { conversationIds });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    asked.again();
    setComparing(isSame);
  }
  if (isComparing) {
    return <ExportsPage conversation={conversation} conversations={conversations} group={group} onChanged={asked.again} onBack={() => setComparing(false)} onOpen={(id, ordinal) => { setComparing(false); onOpen(id, ordinal); }} />;
  }
  const notice = readOnly ? null : (
    <>
      {refusal !== null && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <ExportsNotice conversationId={conversation.id} conversations={conversations} suggested={asked.value?.suggested ?? []} onSame={(suggested) => void answer(suggested, true)} onOther={(suggested) => void answer(suggested, false)} />
    </>
  );
  return <ConversationView conversation={conversation} startAt={startAt} find={find} onAmended={onAmended} notice={notice} exportCount={group?.conversationIds.length ?? 0} onExports={() => setComparing(true)} />;
}
