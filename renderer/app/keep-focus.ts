/** Where the keyboard goes when the control it was on is gone: the heading of the newest thing on the page. */
const homes = ['[role="dialog"]', '.split-thing', 'main'];

function home(): HTMLElement | null {
  for (const place of homes) {
    const found = [...document.querySelectorAll<HTMLElement>(place)].reverse().find((part) => part.getClientRects().length > 0);
    const heading = found?.querySelector<HTMLElement>('h1, h2');
    if (heading && heading.getClientRects().length > 0) return heading;
  }
  return null;
}

/**
 * Keeps the keyboard in the page. A control that is drawn no more (a step recorded, a page left, a dialog closed over a
 * row that was erased, a list that gives way to what was opened from it) would drop the focus on nothing, and the next Tab would begin at the top of the window; a screen
 * reader would say nothing at all. The nearest heading takes it instead. Returns the function that stops.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let waiting = 0;
  const remember = (event: FocusEvent): void => { last = event.target as Element; };
  const look = (): void => {
    waiting = 0;
    const isHeld = document.activeElement !== null && document.activeElement !== document.body;
    if (last === null || isHeld || (last.isConnected && last.getClientRects().length > 0)) return;
    const heading = home();
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  // Two frames: a dialog gives the focus back, and a new page takes it by itself, only after it was drawn.
  const onChange = (): void => {
    if (waiting === 0 && last !== null) waiting = requestAnimationFrame(() => { waiting = requestAnimationFrame(look); });
  };
  const observer = new MutationObserver(onChange);
  document.addEventListener('focusin', remember);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
    cancelAnimationFrame(waiting);
  };
}
