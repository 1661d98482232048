import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { messages } from '../../shared/messages/en-gb';
import { Button } from './button';
import './undo-line.css';

const writes = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

export interface UndoLineProps {
  /** What was just done. */
  text: string;
  onUndo: () => void;
  undoLabel?: string;
}

/**
 * What was just done, where it was done, and the way back: by the button, which takes the keyboard when it appears (the
 * control that was pressed is gone), or by Ctrl/Cmd Z. It stays until the next step; it never goes away by itself.
 */
export function UndoLine({ text, onUndo, undoLabel = messages.ui.undo }: UndoLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  const undo = useRef(onUndo);
  undo.current = onUndo;
  useEffect(() => button.current?.focus({ preventScroll: true }), [text]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || writes(event.target)) return;
      event.preventDefault();
      undo.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return <div className="undo-line"><span role="status" dir="auto">{text}</span><Button ref={button} tone="quiet" icon={Undo2} onPress={onUndo}>{undoLabel}</Button></div>;
}
