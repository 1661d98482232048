import type { SearchHit } from '../../../../shared/model/search';
import { findMarks, firstMark } from '../../../../shared/search/find-marks';

const snippetLength = 200;
/** No further than this is looked for the first word, in UTF-16 units. */
const lookedThrough = 200_000;

/** The part of a text around the first word found, on whole code points, its lines kept apart by dots, with the places of every wanted word in it. */
export function snippetOf(text: string, wanted: string): Pick<SearchHit, 'snippet' | 'marks'> {
  const first = firstMark(text.slice(0, lookedThrough), wanted);
  const from = Math.max(0, (first?.[0] ?? 0) - 60);
  const start = from === 0 ? 0 : boundaryAfter(text, from);
  const part = wholePoints(text.slice(start, start + snippetLength)).trim().replace(/\s*\n\s*/g, ' · ').replace(/\s/g, ' ');
  const snippet = `${start > 0 ? '… ' : ''}${part}${start + snippetLength < text.length ? ' …' : ''}`;
  return { snippet, marks: findMarks(snippet, wanted) };
}

function boundaryAfter(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/);
  if (space >= 0) return at + space + 1;
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

function wholePoints(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
