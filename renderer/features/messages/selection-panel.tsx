import { useState } from 'react';
import type { Excerpt, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/text-field';
import { sayStretch } from '../../ui-record/say-when';

export interface SelectionPanelProps {
  conversationId: Id;
  first: number;
  last: number;
  firstMessage: Message | undefined;
  lastMessage: Message | undefined;
  /** What she is writing about it; kept outside, so that choosing otherwise does not lose it. */
  shows: string;
  onShows: (shows: string) => void;
  onMarked: (excerpt: Excerpt) => void;
  onClear: () => void;
}

/** Says what a chosen stretch of messages shows, and marks it. */
export function SelectionPanel({ conversationId, first, last, firstMessage, lastMessage, shows, onShows, onMarked, onClear }: SelectionPanelProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = messages.conversations.selection;
  async function mark(): Promise<void> {
    setBusy(true);
    const result = await ask('excerpts.mark', { conversationId, firstOrdinal: first, lastOrdinal: last, shows: shows.trim() });
    setBusy(false);
    if (result.ok) onMarked(result.value);
    else setRefusal(messages.errors.say(result.error));
  }
  return (
    <section className="side-part stack-tight" aria-label={words.title(last - first + 1)}>
      <h2>{words.title(last - first + 1)}</h2>
      <p role="status" className="visually-hidden">{words.title(last - first + 1)}</p>
      <p className="quiet small">{sayStretch(firstMessage?.at ?? '', lastMessage?.at ?? '')}</p>
      {first === last && <p className="quiet small">{words.more}</p>}
      <TextArea label={words.shows} hint={words.showsHint} value={shows} onChange={onShows} error={refusal} maxLength={20_000} />
      <div className="row">
        <Button tone="primary" isDisabled={isBusy} onPress={() => void mark()}>{words.save}</Button>
        <Button tone="quiet" onPress={onClear}>{words.clear}</Button>
      </div>
    </section>
  );
}
