import { useCallback, useState } from 'react';

/** Words in the field of a redaction list that are not on the list: whoever goes on is asked first, since nothing of them would be taken out. */
export interface WordsWaiting {
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** How often she went on past them; 0: she was not asked, or answered. */
  readonly asked: number;
  /** Whether nothing waits; else she is asked. `press`: she says it is done. By a key she also lets go of what was only offered to her. `hasChanged`: something went on the list here, so that what was offered is as good as answered. */
  readonly mayLeave: (how: 'press' | 'key', hasChanged: boolean) => boolean;
}

/** `startsWith`: what is offered in the field. */
export function useWordsWaiting(startsWith: string): WordsWaiting {
  const [typed, setTyped] = useState(startsWith);
  const [asked, setAsked] = useState(0);
  const mayLeave = (how: 'press' | 'key', hasChanged: boolean): boolean => {
    const isOnlyOffered = typed === startsWith;
    if (typed.trim() === '' || (isOnlyOffered && (hasChanged || how === 'key'))) return true;
    setAsked((before) => before + 1);
    return false;
  };
  return { typed, setTyped: useCallback((next: string) => { setTyped(next); setAsked(0); }, []), asked, mayLeave };
}
