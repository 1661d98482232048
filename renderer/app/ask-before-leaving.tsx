import { useCallback, useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';

export interface LeaveQuestion { readonly title: string; readonly says: string; readonly stay: string; readonly go: string }

/** What the page that is open asks before she goes elsewhere in the program. A lock and the quick exit never wait for it. */
let asked: LeaveQuestion | null = null;

/** While this page is open, going elsewhere asks first: something on it is shown only here. */
export function useAskBeforeLeaving(question: LeaveQuestion): void {
  useEffect(() => {
    asked = question;
    return () => { if (asked === question) asked = null; };
  }, [question]);
}

/** `leave` does a move at once, or after she said so in `dialog`. */
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
