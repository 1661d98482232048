/** Where the keyboard goes when the control it was on is gone: the heading of the newest thing on the page. */
const homes = ['[role="dialog"]', '.split-thing', 'main'];

const isThere = (part: Element): boolean => part.isConnected && part.getClientRects().length > 0;

function home(): HTMLElement | null {
  for (const place of homes) {
    const found = [...document.querySelectorAll<HTMLElement>(place)].reverse().find(isThere);
    const heading = found?.querySelector<HTMLElement>('h1, h2');
    if (heading && isThere(heading)) return heading;
  }
  return null;
}

/**
 * Keeps the keyboard in the page. A control that is drawn no more (a step recorded, a page left, a dialog closed over a
 * row that was erased, a list that gives way to what was opened from it, there and then or when the text grows) would drop the focus on nothing, and the next Tab would begin at the top of the window; a screen
 * reader would say nothing at all. What had it before a dialog has it again, as the dialog itself would see to, had it the time; else the
 * nearest heading takes it. Returns the function that stops.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  /** The last that was in no dialog. */
  let lastOutside: HTMLElement | null = null;
  let waiting = 0;
  const remember = (event: FocusEvent): void => {
    last = event.target as Element;
    if (last instanceof HTMLElement && last.closest('[role="dialog"]') === null) lastOutside = last;
  };
  const look = (): void => {
    waiting = 0;
    const { activeElement: holder } = document;
    // What is hidden keeps it for a moment, then nothing has it.
    const isHeld = holder !== null && holder !== document.body && isThere(holder);
    if (last === null || isHeld || isThere(last)) return;
    if (lastOutside !== null && lastOutside !== last && isThere(lastOutside) && document.querySelector('[role="dialog"]') === null) {
      lastOutside.focus({ preventScroll: true });
      return;
    }
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
  // Larger text, or a smaller window, hides what there is no room for: nothing on the page is changed by that.
  window.addEventListener('resize', onChange);
  return () => {
    document.removeEventListener('focusin', remember);
    observer.disconnect();
    window.removeEventListener('resize', onChange);
    cancelAnimationFrame(waiting);
  };
}
