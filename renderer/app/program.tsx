import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { ProgramState } from '../../shared/contract/program-calls';
import { ask, listen } from './bridge';

const Context = createContext<ProgramState | null>(null);

/** Holds what the shell says of itself, and puts the theme on the page (the shell enlarges it). Draws nothing before it knows. */
export function ProgramProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<ProgramState | null>(null);
  useEffect(() => {
    let told = false;
    const stop = listen('program-state', (next) => { told = true; setState(next); });
    void ask('program.state', {}).then((result) => { if (result.ok && !told) setState(result.value); });
    return stop;
  }, []);
  const theme = state?.settings.theme;
  useEffect(() => {
    const root = document.documentElement;
    if (!theme || theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  return state && <Context.Provider value={state}>{children}</Context.Provider>;
}

/** Phase, settings, whether this is the example, whether it may only be read. */
export function useProgram(): ProgramState {
  const state = useContext(Context);
  if (!state) throw new Error('outside ProgramProvider');
  return state;
}
