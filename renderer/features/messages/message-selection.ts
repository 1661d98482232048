/**
 * What is marked in the margin of a conversation: nothing, or the messages from `anchor` to `focus`, both included and
 * in either order. `focus` is also where the keyboard stands.
 */
export interface MessageSelection {
  readonly anchor: number | null;
  readonly focus: number;
}

export const nothingSelected: MessageSelection = { anchor: null, focus: 0 };

/** First and last ordinal of the selection, or null when nothing is selected. */
export function rangeOf(selection: MessageSelection): { readonly first: number; readonly last: number } | null {
  if (selection.anchor === null) return null;
  return { first: Math.min(selection.anchor, selection.focus), last: Math.max(selection.anchor, selection.focus) };
}

/**
 * A click in the margin: the first begins with one message, the next stretches from there to here (with Shift from where the keyboard
 * stands), one more on a single message lets it go.
 */
export function clickMargin(selection: MessageSelection, ordinal: number, extend: boolean): MessageSelection {
  const { anchor, focus } = selection;
  if (!extend && anchor === ordinal && focus === ordinal) return { anchor: null, focus: ordinal };
  return { anchor: anchor ?? (extend ? focus : ordinal), focus: ordinal };
}

/** Keys that move in a conversation. `rows` is how far a page is. Null: the key is not ours. */
export function pressKey(selection: MessageSelection, key: string, shift: boolean, count: number, rowsAPage: number): MessageSelection | null {
  if (count === 0) return null;
  const to = target(selection.focus, key, rowsAPage);
  if (to !== null) {
    const focus = Math.min(Math.max(to, 0), count - 1);
    return { anchor: shift ? (selection.anchor ?? selection.focus) : null, focus };
  }
  if (key === ' ') return clickMargin(selection, selection.focus, shift);
  if (key === 'Escape' && selection.anchor !== null) return { anchor: null, focus: selection.focus };
  return null;
}

function target(focus: number, key: string, rowsAPage: number): number | null {
  switch (key) {
    case 'ArrowDown': return focus + 1;
    case 'ArrowUp': return focus - 1;
    case 'PageDown': return focus + rowsAPage;
    case 'PageUp': return focus - rowsAPage;
    case 'Home': return 0;
    case 'End': return Number.MAX_SAFE_INTEGER;
    default: return null;
  }
}
