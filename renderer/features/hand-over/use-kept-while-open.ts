import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';

/** What was chosen, by name, for as long as the vault is open: every lock ends the window, and this with it. Nothing of it is written anywhere. */
const kept = new Map<string, unknown>();

/** A state that is there again when she comes back to the place from another. `again`: what of it is taken up then. */
export function useKeptWhileOpen<T>(name: string, first: T, again: (before: T) => T = (before) => before): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? again(kept.get(name) as T) : first));
  useEffect(() => {
    kept.set(name, value);
  }, [name, value]);
  return [value, setValue];
}
