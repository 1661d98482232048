import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import type { Conversation } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { SplitView } from '../../ui/split-view';
import { sayDaysFromTo } from '../../ui-record/say-when';
import '../../ui/place-list.css';
import { BringIn } from './bring-in';
import { ConversationView } from './conversation-view';


/** The place "Messages": conversations, and the one that is open. */
export function MessagesScreen() {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isBringing, setBringing] = useState(false);
  const asked = useAsk('conversations.list', {});
  const words = messages.conversations;
  const list = asked.value?.conversations ?? [];
  const here = place.name === 'messages' ? place : { name: 'messages' as const };
  const openId: Id | null = isBringing ? null : here.conversationId ?? null;
  const open = list.find((conversation) => conversation.id === openId) ?? null;
  const begin = (): void => setBringing(true);
  useCommands(readOnly ? [] : [{ id: 'messages-add', label: words.add, icon: MessageSquarePlus, run: begin }]);

  function onKept(conversation: Conversation): void {
    setBringing(false);
    asked.again();
    go({ name: 'messages', conversationId: conversation.id });
  }
  if (asked.value && list.length === 0 && !isBringing) {
    return (
      <EmptyState isWhole title={words.emptyTitle} action={!readOnly && <Button tone="primary" icon={MessageSquarePlus} onPress={begin}>{words.add}</Button>}>
        <p>{words.emptyWords}</p>
      </EmptyState>
    );
  }
  return (
    <SplitView
      shape="talk" backLabel={words.all}
      onBack={() => { setBringing(false); go({ name: 'messages' }); }}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} actions={!readOnly && <Button icon={MessageSquarePlus} onPress={begin}>{words.add}</Button>} /></div>
          {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
          {list.length > 0 && (
            <ListBox
              label={words.listLabel} openId={openId} onOpen={(id) => { setBringing(false); go({ name: 'messages', conversationId: id }); }}
              entries={list.map((conversation) => ({ id: conversation.id, title: conversation.title, detail: `${words.count(conversation.messageCount)} · ${sayDaysFromTo(conversation.firstAt, conversation.lastAt)}` }))}
            />
          )}
        </div>
      }
      detail={isBringing ? <BringIn onKept={onKept} onClose={() => setBringing(false)} /> : open ? <ConversationView key={open.id} conversation={open} startAt={here.ordinal ?? null} onAmended={asked.again} /> : null}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
