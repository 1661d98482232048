import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { Conversation } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { sayDaysFromTo } from '../../ui-record/say-when';
import { isNamedBy } from '../../ui-record/named-by';

const words = messages.conversations;
/** More conversations than this can be narrowed by name. */
const mostWithoutSearch = 8;

/** The conversations she keeps, found by name or number where there are many. */
export function ConversationList({ conversations, openId, onOpen }: { conversations: readonly Conversation[]; openId: Id | null; onOpen: (id: Id) => void }) {
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const looked = useDeferredValue(typed);
  const list = useRef<VirtualListHandle>(null);
  const wasOpen = useRef(openId);
  const found = useMemo(() => conversations.filter(({ title, participants }) => isNamedBy([title, ...participants.flatMap(({ name, handle }) => [name, handle])], looked)), [conversations, looked]);
  // Back from a conversation, the keyboard stands in the list where it was.
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  const openIndex = found.findIndex(({ id }) => id === openId);
  useEffect(() => { if (openIndex >= 0) { setActive(openIndex); list.current?.reveal(openIndex); } }, [openIndex]);
  return (
    <>
      {conversations.length > mostWithoutSearch && (
        <SearchField className="conversation-search" value={typed} onChange={(text) => { setTyped(text.slice(0, 300)); setActive(-1); }}>
          <Label className="visually-hidden">{words.searchLabel}</Label>
          <Input className="input" placeholder={words.searchLabel} dir="auto" spellCheck={false} />
        </SearchField>
      )}
      {found.length === 0 ? <p className="quiet conversation-search" role="status">{messages.ui.noneFound}</p> : (
        <div className="place-list-rows">
          <VirtualList
            ref={list} label={words.listLabel} count={found.length} rowHeightPx={72} active={active} onActiveChange={setActive} rowKey={(index) => found[index]?.id ?? index}
            onOpen={(index) => { const conversation = found[index]; if (conversation) onOpen(conversation.id); }} range={openIndex < 0 ? null : { first: openIndex, last: openIndex }}
            renderRow={(index) => {
              const conversation = found[index];
              return conversation && (
                <div className="list-row" data-selected={conversation.id === openId || undefined}>
                  <span className="list-row-main">
                    <span className="list-row-title" dir="auto">{showHidden(conversation.title)}</span>
                    <span className="list-row-detail">{[showHidden(conversation.service), words.amount(conversation.messageCount, conversation.callCount), sayDaysFromTo(conversation.firstAt, conversation.lastAt)].filter((part) => part !== '').join(' · ')}</span>
                  </span>
                </div>
              );
            }}
          />
        </div>
      )}
    </>
  );
}
