import { Bookmark, CalendarDays, Info, Search, Users } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Conversation, Excerpt, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PagedCache } from '../../ui/paged-cache';
import { sayDayOf } from '../../ui-record/say-when';
import { ConversationAbout } from './conversation-about';
import { DayBar } from './day-bar';
import { ExcerptCard } from './excerpt-card';
import { FindBar } from './find-bar';
import { MessageDetails } from './message-details';
import { MessageGrid, type MessageGridHandle } from './message-grid';
import { type MessageSelection, nothingSelected, rangeOf } from './message-selection';
import { SelectionPanel } from './selection-panel';
import './conversation-view.css';

const pageSize = 100;
/** Pages kept in memory: 4,000 messages. */
const maxPages = 40;

/** One conversation: read it, find in it, mark in it. `startAt` is the message to begin at, if any. */
export function ConversationView({ conversation, startAt, onAmended }: { conversation: Conversation; startAt: number | null; onAmended: () => void }) {
  const { id } = conversation;
  const { go } = usePlaces();
  const grid = useRef<MessageGridHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const [selection, setSelection] = useState<MessageSelection>(nothingSelected);
  const [side, setSide] = useState<'none' | 'marked' | 'details' | 'about'>('none');
  const [isFinding, setFinding] = useState(false);
  const [isGoing, setGoing] = useState(false);
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const words = messages.conversations;
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
  useEffect(() => { if (startAt !== null) { goTo(startAt); grid.current?.focus(); } }, [startAt, goTo]);
  // In a narrow place the panel stands below the messages: bring it into sight.
  useEffect(() => { if (side !== 'none') panel.current?.scrollIntoView({ block: 'nearest' }); }, [side]);
  const openDocument = useCallback((documentId: Id) => go({ name: 'documents', documentId }), [go]);
  const closeFind = useCallback(() => { setFinding(false); setQuery(''); grid.current?.focus(); }, []);

  async function goToDay(day: string): Promise<void> {
    const result = await ask('messages.ordinalAt', { conversationId: id, day });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) goTo(Math.min(result.value.ordinal, conversation.messageCount - 1));
  }
  function onMarked(_excerpt: Excerpt): void {
    setSelection({ anchor: null, focus: selection.focus });
    setSide('marked');
    askedExcerpts.again();
  }
  useCommands([
    { id: 'messages-find', label: words.view.findField, icon: Search, run: () => setFinding(true) },
    { id: 'messages-marked', label: words.excerpts.title, icon: Bookmark, run: () => setSide('marked') },
  ]);

  const range = rangeOf(selection);
  const focused = cache.get(selection.focus);
  return (
    <div
      className="conversation"
      onKeyDown={(event) => { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') { event.preventDefault(); setFinding(true); } }}
    >
      <header className="conversation-head">
        <div>
          <h1>{conversation.title}</h1>
          <p className="quiet small">{words.count(conversation.messageCount)} · {words.between(sayDayOf(conversation.firstAt), sayDayOf(conversation.lastAt))}</p>
        </div>
        <div className="row">
          <Button tone="quiet" icon={CalendarDays} aria-expanded={isGoing} onPress={() => setGoing(!isGoing)}>{words.view.goToDay}</Button>
          <Button tone="quiet" icon={Search} onPress={() => setFinding(true)}>{words.view.find}</Button>
          <Button tone="quiet" icon={Info} aria-expanded={side === 'details'} onPress={() => setSide(side === 'details' ? 'none' : 'details')}>{words.view.details}</Button>
          <Button tone="quiet" icon={Users} aria-expanded={side === 'about'} onPress={() => setSide(side === 'about' ? 'none' : 'about')}>{words.view.about}</Button>
          <Button tone="quiet" icon={Bookmark} aria-expanded={side === 'marked'} onPress={() => setSide(side === 'marked' ? 'none' : 'marked')}>{`${words.view.marked} (${excerpts.length})`}</Button>
        </div>
      </header>
      {isFinding && <FindBar conversationId={id} query={query} onQuery={setQuery} onGoTo={goTo} onClose={closeFind} />}
      {isGoing && <DayBar onGo={goToDay} onClose={() => { setGoing(false); grid.current?.focus(); }} />}
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      {conversation.mayBeTruncated && <Notice title={words.bringIn.truncatedTitle}>{words.bringIn.truncatedWords}</Notice>}
      <div className="conversation-body">
        <MessageGrid
          ref={grid} title={conversation.title} count={conversation.messageCount} cache={cache} selection={selection} onSelection={setSelection}
          excerpts={excerpts} query={query} onDetails={() => setSide('details')} onOpenDocument={openDocument}
        />
        {(range !== null || side !== 'none') && (
          <aside ref={panel} className="conversation-side" aria-label={range === null && side === 'about' ? words.about.title : words.view.marked}>
            {range !== null
              ? <SelectionPanel conversationId={id} first={range.first} last={range.last} firstMessage={cache.get(range.first)} lastMessage={cache.get(range.last)} onMarked={onMarked} onClear={() => { setSelection({ anchor: null, focus: selection.focus }); grid.current?.focus(); }} />
              : side === 'details'
                ? focused && <MessageDetails conversation={conversation} message={focused} onOpenDocument={openDocument} onClose={() => { setSide('none'); grid.current?.focus(); }} />
                : side === 'about'
                  ? <ConversationAbout conversation={conversation} onAmended={onAmended} onClose={() => { setSide('none'); grid.current?.focus(); }} />
                : (
                  <section className="side-part stack" aria-label={words.excerpts.title}>
                    <h2>{words.excerpts.title}</h2>
                    {askedExcerpts.error && <Notice tone="needs-you">{messages.errors.say(askedExcerpts.error)}</Notice>}
                    {excerpts.length === 0 && <p className="quiet">{words.excerpts.none}</p>}
                    <ul className="stack">{excerpts.map((excerpt) => <ExcerptCard key={excerpt.id} excerpt={excerpt} onGoTo={goTo} onChanged={askedExcerpts.again} />)}</ul>
                  </section>
                )}
          </aside>
        )}
      </div>
    </div>
  );
}
