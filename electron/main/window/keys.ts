import type { Input, WebContents } from 'electron';

export interface KeyActions {
  quickExit(): void;
  lock(): void;
  zoom(change: 'in' | 'out' | 'reset'): void;
}

/** Three presses of Shift alone within this time mean quick exit (GOV.UK Design System, "Exit this page"). */
const withinMs = 2500;
const presses = 3;

/** Counts presses of Shift with nothing between them. Returns true at the third. */
export class ShiftPresses {
  #at: number[] = [];

  press(input: Pick<Input, 'type' | 'key' | 'isAutoRepeat' | 'control' | 'alt' | 'meta'>, nowMs: number): boolean {
    if (input.type !== 'keyDown' && input.type !== 'rawKeyDown') return false;
    if (input.key !== 'Shift' || input.control || input.alt || input.meta) {
      this.#at = [];
      return false;
    }
    if (input.isAutoRepeat) return false;
    this.#at = [...this.#at.filter((at) => nowMs - at < withinMs), nowMs];
    if (this.#at.length < presses) return false;
    this.#at = [];
    return true;
  }
}

/** The keys that work from anywhere in a page, dialogs and players included: the page never sees them. */
export function listenForKeys(contents: WebContents, actions: KeyActions, isMac: boolean): void {
  const shift = new ShiftPresses();
  contents.on('before-input-event', (event, input) => {
    if (shift.press(input, Date.now())) return actions.quickExit();
    const command = isMac ? input.meta : input.control;
    if (input.type !== 'keyDown' || !command || input.alt) return;
    const action = commandFor(input);
    if (action === null) return;
    event.preventDefault();
    if (action === 'lock') actions.lock();
    else actions.zoom(action);
  });
}

function commandFor(input: Input): 'lock' | 'in' | 'out' | 'reset' | null {
  if (input.shift && input.key.toLowerCase() === 'l') return 'lock';
  if (input.key === '+' || input.key === '=') return 'in';
  if (input.key === '-' || input.key === '_') return 'out';
  return input.key === '0' && !input.shift ? 'reset' : null;
}
