import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepFocus } from './keep-focus';

let stop: () => void;
beforeEach(() => {
  // There is no layout here: what is hidden has no place on the page.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function rects(this: Element) { return (this.closest('[hidden]') === null ? [{}] : []) as unknown as DOMRectList; });
  document.body.innerHTML = '<main><div id="list" tabindex="0"></div><div class="split-thing"><h1>two.txt</h1></div></main>';
  stop = keepFocus();
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

const part = (of: string): HTMLElement => document.querySelector<HTMLElement>(of)!;
const frames = async (): Promise<void> => { for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => { requestAnimationFrame(resolve); }); };

it.each([
  ['the window or the text is of another size', () => { window.dispatchEvent(new Event('resize')); }],
  ['something on the page changes', () => { part('main').append('more'); }],
])('takes the keyboard off what is hidden, even while that still has it, when %s', async (_, change) => {
  part('#list').focus();
  part('#list').hidden = true;
  change();
  await frames();
  expect(document.activeElement).toBe(part('h1'));
});

it('leaves it where it is while that is seen', async () => {
  part('#list').focus();
  window.dispatchEvent(new Event('resize'));
  part('main').append('more');
  await frames();
  expect(document.activeElement).toBe(part('#list'));
});
