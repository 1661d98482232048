import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

export interface LeaveQuestion { readonly title: string; readonly says: string; readonly stay: string; readonly go: string }

/** What the page that is open asks before she goes elsewhere in the program. A lock and the quick exit never wait for it. */
let asked: LeaveQuestion | null = null;
const listeners = new Set<() => void>();

function setAsked(question: LeaveQuestion | null): void {
  asked = question;
  for (const listener of listeners) listener();
}

/** While this page is open, going elsewhere asks first: something on it is shown only here. null: nothing is, for now. */
export function useAskBeforeLeaving(question: LeaveQuestion | null): void {
  useEffect(() => {
    if (question === null) return undefined;
    setAsked(question);
    return () => { if (asked === question) setAsked(null); };
  }, [question]);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether something on the page is shown only here: then it must not go by itself either, because something beside it changed. */
export function useIsShownOnce(): boolean {
  return useSyncExternalStore(subscribe, () => asked !== null);
}

/** `leave` does a move at once, or after she said so in `dialog`. Also for what goes away without her going to another place, such as a dialog that closes. */
export function useLeaving(): { leave: (move: () => void) => void; dialog: React.ReactNode } {
  const [waiting, setWaiting] = useState<{ question: LeaveQuestion; move: () => void } | null>(null);
  const leave = useCallback((move: () => void): void => { if (asked) setWaiting({ question: asked, move }); else move(); }, []);
  const stay = (): void => setWaiting(null);
  const dialog = waiting && (
    <Dialog
      title={waiting.question.title} isOpen onClose={stay}
      actions={<><Button tone="primary" onPress={stay}>{waiting.question.stay}</Button><Button tone="quiet" onPress={() => { stay(); waiting.move(); }}>{waiting.question.go}</Button></>}
    >
      <p>{waiting.question.says}</p>
    </Dialog>
  );
  return { leave, dialog };
}
