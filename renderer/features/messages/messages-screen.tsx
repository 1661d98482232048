import { MessageSquarePlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { BroughtIn } from '../../../shared/model/import';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { SplitView } from '../../ui/split-view';
import '../../ui/place-list.css';
import { ConversationList } from './conversation-list';
import { OpenConversation } from './open-conversation';
import { DropPlace } from './drop-place';

/** Files dropped on the place, each drop once. */
export interface Dropped { readonly files: readonly File[] }

/** What brings conversations in, in the place of the one that is open: a feature of its own, which the screen is handed. */
export type DrawBringIn = (bringing: { dropped: Dropped | null; onKept: (kept: BroughtIn) => void; onClose: () => void }) => ReactNode;

/** The place "Messages": conversations, and the one that is open. */
export function MessagesScreen({ drawBringIn }: { drawBringIn: DrawBringIn }) {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isBringing, setBringing] = useState(false);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  /** How many were kept a moment ago. */
  const [keptCount, setKeptCount] = useState(0);
  const asked = useAsk('conversations.list', {});
  const words = messages.conversations;
  const list = asked.value?.conversations ?? [];
  const here = place.name === 'messages' ? place : { name: 'messages' as const };
  const openId: Id | null = isBringing ? null : here.conversationId ?? null;
  const open = list.find((conversation) => conversation.id === openId) ?? null;
  const begin = (): void => { setKeptCount(0); setDropped(null); setBringing(true); };
  useCommands(readOnly ? [] : [{ id: 'messages-add', label: words.add, icon: MessageSquarePlus, run: begin }]);

  function onKept({ conversations: kept, mailCount, locationCount }: BroughtIn): void {
    const [first] = kept;
    setBringing(false);
    asked.again();
    setKeptCount(kept.length);
    if (kept.length === 0 && mailCount > 0) return go({ name: 'mail' });
    if (kept.length === 0 && locationCount > 0) return go({ name: 'locations' });
    go(kept.length === 1 && first ? { name: 'messages', conversationId: first.id } : { name: 'messages' });
  }
  const isEmpty = asked.value !== null && list.length === 0 && !isBringing;
  return (
    <DropPlace isOpen={!readOnly} onDropped={(files) => { begin(); setDropped({ files }); }}>
      {isEmpty ? (
        <EmptyState isWhole title={words.emptyTitle} action={!readOnly && <Button tone="primary" icon={MessageSquarePlus} onPress={begin}>{words.add}</Button>}>
          <p>{words.emptyWords}</p>
        </EmptyState>
      ) : (
        <SplitView
          shape="talk" backLabel={words.all}
          onBack={() => { setBringing(false); go({ name: 'messages' }); }}
          list={
            <div className="place-list">
              <div className="place-list-head"><PageHeader title={words.title} actions={!readOnly && <Button icon={MessageSquarePlus} onPress={begin}>{words.add}</Button>} /></div>
              {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
              {keptCount > 1 && !isBringing && <Notice announce>{messages.bringingIn.kept(keptCount)}</Notice>}
              {list.length > 0 && <ConversationList conversations={list} openId={openId} onOpen={(id) => { setBringing(false); setKeptCount(0); go({ name: 'messages', conversationId: id }); }} />}
            </div>
          }
          detail={isBringing ? drawBringIn({ dropped, onKept, onClose: () => setBringing(false) })
            : open === null ? null
              : <OpenConversation key={`${open.id} ${here.find ?? ''}`} conversation={open} conversations={list} startAt={here.ordinal ?? null} find={here.find ?? ''} onAmended={asked.again} onOpen={(id, ordinal) => go({ name: 'messages', conversationId: id, ...(ordinal === undefined ? {} : { ordinal }) })} />}
          empty={<EmptyState title={words.pickOne} />}
        />
      )}
    </DropPlace>
  );
}
