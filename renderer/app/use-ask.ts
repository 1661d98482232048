import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '../../shared/contract';
import type { CallError } from '../../shared/contract/errors';
import { ask } from './bridge';

export interface Asked<T> {
  /** The last good answer; stays while a newer one is on its way, so that nothing flickers. */
  value: T | null;
  error: CallError | null;
  isWaiting: boolean;
  /** Asks once more, for after a change. */
  again: () => void;
}

/** Asks when first drawn and whenever the input changes; an answer to an older input is dropped. `null` input asks nothing. */
export function useAsk<N extends CallName>(name: N, input: CallInput<N> | null): Asked<CallOutput<N>> {
  const [state, setState] = useState<{ value: CallOutput<N> | null; error: CallError | null; isWaiting: boolean }>({ value: null, error: null, isWaiting: input !== null });
  const [turn, setTurn] = useState(0);
  const key = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (key === null) { setState((before) => (before.value === null && before.error === null && !before.isWaiting ? before : { value: null, error: null, isWaiting: false })); return; }
    let isOlder = false;
    setState((before) => ({ ...before, isWaiting: true }));
    void ask(name, JSON.parse(key) as CallInput<N>).then((result) => {
      if (isOlder) return;
      setState((before) => (result.ok ? { value: result.value as CallOutput<N>, error: null, isWaiting: false } : { ...before, error: result.error, isWaiting: false }));
    });
    return () => { isOlder = true; };
  }, [name, key, turn]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, again };
}
