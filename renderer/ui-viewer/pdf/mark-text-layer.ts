import { findMarks } from '../../../shared/search/find-marks';

/** More are not marked: a word in every line of a long page would make it slow. */
const mostMarks = 500;

/**
 * Marks the words of `find` in a text layer that pdf.js has filled: `spans` and `texts` are its pieces, which cut lines and even words anywhere, so they are looked through as one text. Returns the first mark, null
 * where nothing was found. The marks go with the layer.
 */
export function markTextLayer(spans: readonly HTMLElement[], texts: readonly string[], find: string): HTMLElement | null {
  let whole = '';
  const starts = texts.map((text, index) => {
    const start = whole.length;
    whole += text + (spans[index]?.nextSibling?.nodeName === 'BR' ? '\n' : '');
    return start;
  });
  const marks = findMarks(whole, find).slice(0, mostMarks);
  let first: HTMLElement | null = null;
  for (const [index, text] of texts.entries()) {
    const [span, start] = [spans[index], starts[index] ?? 0];
    const here = marks.filter(([from, to]) => from < start + text.length && start < to);
    if (span === undefined || here.length === 0) continue;
    const pieces: (string | HTMLElement)[] = [];
    let at = 0;
    for (const [from, to] of here) {
      const [begin, end] = [Math.max(0, from - start), Math.min(text.length, to - start)];
      const mark = span.ownerDocument.createElement('mark');
      mark.textContent = text.slice(begin, end);
      first ??= mark;
      pieces.push(text.slice(at, begin), mark);
      at = end;
    }
    span.replaceChildren(...pieces, text.slice(at));
  }
  return first;
}
