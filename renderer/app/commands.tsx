import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

/** Something the palette (Ctrl/Cmd K) can do. */
export interface Command { id: string; label: string; icon?: LucideIcon; keys?: string; run: () => void }

class CommandBook {
  private readonly pages = new Map<symbol, readonly Command[]>();
  private readonly listeners = new Set<() => void>();
  private all: readonly Command[] = [];
  readonly subscribe = (listener: () => void): (() => void) => { this.listeners.add(listener); return () => this.listeners.delete(listener); };
  readonly read = (): readonly Command[] => this.all;
  put(page: symbol, commands: readonly Command[] | null): void {
    if (commands) this.pages.set(page, commands);
    else this.pages.delete(page);
    this.all = [...this.pages.values()].flat();
    for (const listener of this.listeners) listener();
  }
}

const Context = createContext<CommandBook | null>(null);

export function CommandsProvider({ children }: { children: ReactNode }) {
  const book = useMemo(() => new CommandBook(), []);
  return <Context.Provider value={book}>{children}</Context.Provider>;
}

function useBook(): CommandBook {
  const book = useContext(Context);
  if (!book) throw new Error('outside CommandsProvider');
  return book;
}

/** Offers commands while the calling screen is drawn. Ids and labels decide whether anything changed. */
export function useCommands(commands: readonly Command[]): void {
  const book = useBook();
  const page = useRef(Symbol());
  const newest = useRef(commands);
  newest.current = commands;
  const key = commands.map((command) => `${command.id}\n${command.label}`).join('\n');
  useEffect(() => {
    const mine = page.current;
    book.put(mine, newest.current.map((command, index) => ({ ...command, run: () => newest.current[index]?.run() })));
    return () => book.put(mine, null);
  }, [book, key]);
}

/** All that can be done now, for the palette. */
export function useAllCommands(): readonly Command[] {
  const book = useBook();
  return useSyncExternalStore(book.subscribe, book.read);
}
