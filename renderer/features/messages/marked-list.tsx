import type { CallError } from '../../../shared/contract/errors';
import type { Excerpt } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useProgram } from '../../app/program';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ExcerptCard } from './excerpt-card';

export interface MarkedListProps {
  excerpts: readonly Excerpt[];
  error: CallError | null;
  /** The one marked a moment ago: the keyboard goes to it. */
  freshId: Id | null;
  onGoTo: (ordinal: number) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** What is marked in a conversation, in its order, and how to mark more. */
export function MarkedList({ excerpts, error, freshId, onGoTo, onChanged, onClose }: MarkedListProps) {
  const { readOnly } = useProgram();
  const words = messages.conversations.excerpts;
  return (
    <section className="side-part stack" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={onClose}>{messages.ui.close}</Button></span></div>
      {error && <Notice tone="needs-you">{messages.errors.say(error)}</Notice>}
      {excerpts.length === 0 && <p>{words.none}</p>}
      {!readOnly && <p className="quiet small">{words.how}</p>}
      <ul className="stack">{excerpts.map((excerpt) => <ExcerptCard key={excerpt.id} excerpt={excerpt} isFresh={excerpt.id === freshId} onGoTo={onGoTo} onChanged={onChanged} />)}</ul>
    </section>
  );
}
