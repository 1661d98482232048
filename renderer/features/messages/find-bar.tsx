import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';

export interface FindBarProps {
  conversationId: Id;
  query: string;
  /** The message from which on it is found first; null: from the beginning. */
  startAt: number | null;
  onQuery: (query: string) => void;
  onGoTo: (ordinal: number) => void;
  onClose: () => void;
}

const mostFound = 5000;

/** Finds words in one conversation: how many, and next and previous. Enter goes on, Shift+Enter back, Esc closes. */
export function FindBar({ conversationId, query, startAt, onQuery, onGoTo, onClose }: FindBarProps) {
  const [typed, setTyped] = useState(query);
  const [at, setAt] = useState(0);
  const words = messages.conversations.view;
  useEffect(() => {
    const wait = setTimeout(() => onQuery(typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed, onQuery]);
  const asked = useAsk('messages.find', query === '' ? null : { conversationId, text: query });
  const found = query === '' ? null : asked.value?.ordinals ?? null;
  const begin = useRef(startAt);
  useEffect(() => {
    if (found === null) return;
    // From the search over everything she comes to one message: not to the first that holds the words.
    const next = Math.max(0, begin.current === null ? 0 : found.findIndex((ordinal) => ordinal >= (begin.current ?? 0)));
    begin.current = null;
    setAt(next);
    if (found[next] !== undefined) onGoTo(found[next]);
  }, [found, onGoTo]);

  function step(by: 1 | -1): void {
    if (!found || found.length === 0) return;
    const next = (at + by + found.length) % found.length;
    setAt(next);
    onGoTo(found[next] ?? 0);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') { event.preventDefault(); step(event.shiftKey ? -1 : 1); }
    if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onClose(); }
  }
  const state = asked.error ? messages.errors.say(asked.error) : found === null ? '' : found.length === 0 ? words.foundNone : `${words.foundAt(at + 1, found.length)}${found.length >= mostFound ? `. ${words.foundMost}` : ''}`;
  return (
    <div className="find-bar" role="search" onKeyDown={onKeyDown}>
      <TextField label={words.findField} value={typed} onChange={setTyped} autoFocus />
      <p className="small quiet" role="status">{state}</p>
      <Button tone="quiet" icon={ChevronUp} isDisabled={!found?.length} onPress={() => step(-1)}>{words.findPrevious}</Button>
      <Button tone="quiet" icon={ChevronDown} isDisabled={!found?.length} onPress={() => step(1)}>{words.findNext}</Button>
      <Button tone="quiet" icon={X} onPress={onClose}>{words.findClose}</Button>
    </div>
  );
}
