import { Bookmark, PenLine, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation, Excerpt, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Beside } from '../../ui/beside';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PagedCache } from '../../ui/paged-cache';
import { ConversationAbout } from './conversation-about';
import { ConversationOrigin } from './conversation-origin';
import { type Bar, ConversationHead, type Side } from './conversation-head';
import { DayBar } from './day-bar';
import { FindBar } from './find-bar';
import { MarkedList } from './marked-list';
import { MessageDetails } from './message-details';
import { MessageGrid, type MessageGridHandle } from './message-grid';
import { type MessageSelection, nothingSelected, rangeOf } from './message-selection';
import { SelectionPanel } from './selection-panel';
import './conversation-view.css';

const pageSize = 100;
/** Pages kept in memory: 4,000 messages. */
const maxPages = 40;

/** One conversation: read it, find in it, mark in it. `startAt` is the message to begin at, if any. */
export function ConversationView({ conversation, startAt, find, onAmended, notice, exportCount, onExports }: { conversation: Conversation; startAt: number | null; /** What is looked for in it from the start; '' nothing. */ find: string; onAmended: () => void; /** What is asked above the messages, if anything. */ notice: ReactNode; exportCount: number; onExports: () => void }) {
  const { id } = conversation;
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const grid = useRef<MessageGridHandle>(null);
  const [selection, setSelection] = useState<MessageSelection>(nothingSelected);
  const [shows, setShows] = useState('');
  const [isSaying, setSaying] = useState(false);
  const [freshId, setFreshId] = useState<Id | null>(null);
  const [side, setSide] = useState<Side>('none');
  const [bar, setBar] = useState<Bar>(find === '' ? 'none' : 'find');
  const [query, setQuery] = useState(find);
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.conversations;
  const { found } = messages.bringingIn;
  const mine = conversation.participants.find(({ isMe }) => isMe)?.name ?? null;
  const cache = useMemo(() => new PagedCache<Message>({
    pageSize, maxPages,
    load: async (firstOrdinal, limit) => {
      const result = await ask('messages.page', { conversationId: id, firstOrdinal, limit });
      if (!result.ok) throw new Error(result.error.code);
      // As she says now: the pages are fetched afresh when she says that another one is her.
      return result.value.messages.map((message) => ({ ...message, isMe: message.sender === mine }));
    },
  }), [id, mine]);
  const askedExcerpts = useAsk('excerpts.list', { conversationId: id });
  const excerpts = askedExcerpts.value?.excerpts ?? [];

  const goTo = useCallback((ordinal: number) => {
    setSelection({ anchor: null, focus: ordinal });
    grid.current?.goTo(ordinal);
  }, []);
  useEffect(() => { if (startAt !== null) { goTo(startAt); if (find === '') grid.current?.focus(); } }, [startAt, find, goTo]);
  const openDocument = useCallback((documentId: Id) => go({ name: 'documents', documentId }), [go]);
  const closeBar = useCallback(() => { setBar('none'); setQuery(''); grid.current?.focus(); }, []);
  const closeSide = (): void => { setSide('none'); setSaying(false); grid.current?.focus(); };
  function showThere(ordinal: number): void {
    if (grid.current?.isCovered()) setSide('none');
    goTo(ordinal);
    requestAnimationFrame(() => grid.current?.focus());
  }
  const letGo = (): void => { setSelection({ anchor: null, focus: selection.focus }); setShows(''); setSaying(false); grid.current?.focus(); };

  async function goToDay(day: string): Promise<void> {
    const result = await ask('messages.ordinalAt', { conversationId: id, day });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) goTo(Math.min(result.value.ordinal, conversation.messageCount - 1));
  }
  function onMarked(excerpt: Excerpt): void {
    setSelection({ anchor: null, focus: selection.focus });
    setShows('');
    setSaying(false);
    setFreshId(excerpt.id);
    setSide('marked');
    askedExcerpts.again();
  }
  useCommands([
    { id: 'messages-find', label: words.view.findField, icon: Search, run: () => setBar('find') },
    { id: 'messages-marked', label: words.excerpts.title, icon: Bookmark, run: () => setSide('marked') },
  ]);
  function onKeyDown(event: KeyboardEvent): void {
    // Not what happens in a menu or dialog that stands over the page.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') { event.preventDefault(); setBar('find'); }
    else if (event.key === 'Escape' && (isSaying || (range === null && side !== 'none'))) { event.stopPropagation(); closeSide(); }
  }

  const range = rangeOf(selection);
  const chosen = range === null ? '' : words.selection.title(range.last - range.first + 1);
  const focused = cache.get(selection.focus);
  const panel = range !== null
    ? <SelectionPanel conversationId={id} first={range.first} last={range.last} firstMessage={cache.get(range.first)} lastMessage={cache.get(range.last)} shows={shows} onShows={setShows} onMarked={onMarked} onClear={letGo} />
    : side === 'marked' ? <MarkedList excerpts={excerpts} error={askedExcerpts.error} freshId={freshId} onGoTo={showThere} onChanged={askedExcerpts.again} onClose={closeSide} />
      : side === 'about' ? <ConversationAbout conversation={conversation} onAmended={onAmended} onClose={closeSide} />
          : side === 'origin' ? <ConversationOrigin conversation={conversation} onOpenDocument={openDocument} onClose={closeSide} />
            : side === 'details' && focused ? <MessageDetails conversation={conversation} message={focused} onOpenDocument={openDocument} onClose={closeSide} />
              : null;

  return (
    <div className="conversation" onKeyDown={onKeyDown}>
      <Beside
        title={conversation.title} side={panel} sideLabel={range !== null ? chosen : side === 'about' ? words.about.title : side === 'origin' ? words.origin.title : side === 'details' ? words.details.title : words.view.marked}
        isOver={range === null ? side !== 'none' : isSaying} onBack={closeSide} backLabel={words.view.backToMessages}
        head={<>
          <ConversationHead
            conversation={conversation} markedCount={excerpts.length} bar={bar} side={side} onBar={(next) => (next === 'none' ? closeBar() : setBar(next))} onSide={setSide} exportCount={exportCount} onExports={onExports}
            onMarkThis={() => { setSelection({ anchor: selection.focus, focus: selection.focus }); grid.current?.focus(); }}
          />
          {bar === 'find' && <FindBar conversationId={id} query={query} startAt={query === find ? startAt : null} onQuery={setQuery} onGoTo={goTo} onClose={closeBar} />}
          {bar === 'day' && <DayBar onGo={goToDay} onClose={closeBar} />}
          {notice}
          {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
          {conversation.mayBeTruncated && <Notice title={found.truncatedTitle}>{found.truncatedWords[conversation.kind === 'whatsapp' ? 'whatsapp' : 'other']}</Notice>}
        </>}
      >
        <MessageGrid
          ref={grid} title={conversation.title} count={conversation.messageCount} cache={cache} selection={selection} onSelection={setSelection}
          excerpts={excerpts} query={query} canMark={!readOnly} onDetails={() => setSide('details')} onOpenDocument={openDocument}
        />
        {range !== null && (
          <div className="selection-bar beside-where-narrow">
            <strong>{chosen}</strong>
            <Button tone="primary" icon={PenLine} onPress={() => setSaying(true)}>{words.selection.say}</Button>
            <Button tone="quiet" onPress={letGo}>{words.selection.clear}</Button>
          </div>
        )}
      </Beside>
    </div>
  );
}
