// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { markTextLayer } from './mark-text-layer';

/** A layer as pdf.js makes it: a span for each piece, a line's end as an element of its own. */
function layer(...pieces: string[]): { spans: HTMLElement[]; texts: string[]; layer: HTMLElement } {
  const layer = document.createElement('div');
  const texts = pieces.filter((piece) => piece !== '\n');
  const spans: HTMLElement[] = [];
  for (const piece of pieces) {
    const element = layer.appendChild(document.createElement(piece === '\n' ? 'br' : 'span'));
    element.textContent = piece === '\n' ? '' : piece;
    if (piece !== '\n') spans.push(element);
  }
  return { spans, texts, layer };
}
const marked = (element: HTMLElement): string[] => [...element.querySelectorAll('mark')].map(({ textContent }) => textContent);

test('marks words where they stand, also where a word is cut into pieces, and not over the end of a line', () => {
  const { spans, texts, layer: element } = layer('You were seen near the sch', 'ool', ' on', '\n', 'ly once. School');
  const first = markTextLayer(spans, texts, 'school only');
  expect(marked(element)).toEqual(['sch', 'ool', 'School']);
  expect(first?.parentElement).toBe(spans[0]);
  expect(element.textContent).toBe('You were seen near the school only once. School');
});

test('nothing found, nothing marked, and nothing of a text becomes an element', () => {
  const { spans, texts, layer: element } = layer('<b>door</b>');
  expect(markTextLayer(spans, texts, 'window')).toBeNull();
  expect(markTextLayer(spans, texts, 'door')?.textContent).toBe('door');
  expect(element.querySelector('b')).toBeNull();
});
