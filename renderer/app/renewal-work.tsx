import { createContext, type ReactNode, useContext } from 'react';
import { type Task, useTask } from './use-task';

export type RenewalWork = Task<'keys-renewed'>;

const Context = createContext<RenewalWork | null>(null);

/** Renewing everything takes as long as the files do: it goes on, and its new recovery code is not lost, while she is elsewhere in the program. */
export function RenewalWorkProvider({ children }: { children: ReactNode }) {
  return <Context.Provider value={useTask('keys-renewed')}>{children}</Context.Provider>;
}

export function useRenewalWork(): RenewalWork {
  const work = useContext(Context);
  if (!work) throw new Error('outside RenewalWorkProvider');
  return work;
}
