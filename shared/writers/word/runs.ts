import type { CitedText } from '../../model/case/case-page';
import { escapeXml } from '../xml';

type Piece = CitedText[number];

/** Letters of scripts that run from right to left, with what stands between two of them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^\p{L}\n]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*/gu;
const firstLetter = /\p{L}/u;
const isRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A text cut into its lines. */
export function linesOf(text: CitedText): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of text) {
    if (piece.is !== 'words') { lines.at(-1)?.push(piece); continue; }
    for (const [index, words] of piece.words.replace(/\r\n?/g, '\n').split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (words !== '') lines.at(-1)?.push({ is: 'words', words });
    }
  }
  return lines;
}

/** Whether a line is read from right to left: its first letter says so, as on the printed pages (HTML, dir=auto). */
export function runsRightToLeft(line: readonly Piece[]): boolean {
  const letter = firstLetter.exec(line.map((piece) => (piece.is === 'words' ? piece.words : '')).join(''))?.[0] ?? '';
  return isRightToLeft.test(letter);
}

/** One line as runs (ECMA-376-1, 17.3.2): right-to-left letters in runs that say so, marks of exhibits in their style. Throws for a citation by id: papers cite by mark alone. */
export function runsOf(line: readonly Piece[]): string {
  return line.map((piece) => {
    if (piece.is === 'source') throw new Error('a paper cites by mark');
    return piece.is === 'mark' ? run(piece.mark, '<w:rStyle w:val="ExhibitMark"/>') : wordsAsRuns(piece.words);
  }).join('');
}

function wordsAsRuns(words: string): string {
  let done = 0;
  let runs = '';
  for (const match of words.matchAll(rightToLeft)) {
    runs += run(words.slice(done, match.index), '') + run(match[0], '<w:rtl/>');
    done = match.index + match[0].length;
  }
  return runs + run(words.slice(done), '');
}

function run(words: string, properties: string): string {
  if (words === '') return '';
  const inner = words.split('\t').map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`)).join('<w:tab/>');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`;
}
