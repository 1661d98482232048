import { redactionLabel } from '../messages/en-gb/redaction';
import { flowsOf, LaidOut, paragraphsOf, type LaidPiece, type LaidWords } from '../model/laid-out';
import type { FoundWords, WordFinder } from './find-words';
import { redactWords } from './redact-words';

/** A run of words where it stands; what is taken out of it is gathered first. */
interface Stretch { readonly piece: LaidWords | null; readonly words: string; readonly isDeleted: boolean; readonly isInserted: boolean }

/**
 * What is laid out, without the words of a list. Word cuts a name into several runs, and a change or hidden letters may stand in the midst of one: they are looked for over runs and paragraphs, in the words with all changes, with those accepted, with those refused, and in those that are seen. What is found in any of these goes. Names, addresses and
 * descriptions are looked through one by one. Pictures go, too: nobody has read them.
 */
export function redactLaidOut(laidOut: LaidOut, find: WordFinder): LaidOut {
  // Parsed, it is a copy.
  const out = LaidOut.parse(laidOut);
  const plain = (text: string): string => redactWords(text, find);
  const kinds = out.changes.map(({ kind }) => kind);
  const isGone = (change: number | null): boolean => { const kind = kinds[(change ?? 0) - 1]; return kind === 'deleted' || kind === 'moved-away'; };
  const isNew = (change: number | null): boolean => { const kind = kinds[(change ?? 0) - 1]; return kind === 'inserted' || kind === 'moved-here'; };
  for (const blocks of flowsOf(out)) {
    const stretches: Stretch[] = [];
    for (const paragraph of paragraphsOf(blocks)) {
      if ('list' in paragraph && paragraph.list !== null) paragraph.list.sign = plain(paragraph.list.sign);
      paragraph.pieces = paragraph.pieces.map((piece) => withoutPicture(piece, plain));
      for (const piece of paragraph.pieces) if (piece.is === 'words') stretches.push({ piece, words: piece.words, isDeleted: isGone(piece.change), isInserted: isNew(piece.change) });
      stretches.push({ piece: null, words: '\n', isDeleted: false, isInserted: false });
    }
    takeOut(stretches, find);
    // What stands in a coded form within one run.
    for (const { piece } of stretches) if (piece !== null) piece.words = plain(piece.words);
  }
  for (const sheet of out.body) {
    if (sheet.is !== 'sheet') continue;
    sheet.name = plain(sheet.name);
    for (const one of sheet.formulas) one.formula = plain(one.formula);
  }
  for (const one of [...out.comments, ...out.changes]) [one.by, one.at] = [plain(one.by), plain(one.at)];
  for (const one of out.notes) one.sign = plain(one.sign);
  return { ...out, holds: { ...out.holds, embedded: out.holds.embedded.map(plain) } };
}

function withoutPicture(piece: LaidPiece, plain: (text: string) => string): LaidPiece {
  if (piece.is === 'words') return { ...piece, link: plain(piece.link) };
  if (piece.is === 'no-picture') return { ...piece, address: plain(piece.address), description: plain(piece.description) };
  return piece.is === 'picture' ? { is: 'no-picture', why: 'taken-out', address: '', description: plain(piece.description), change: piece.change, hidden: piece.hidden } : piece;
}

function takeOut(stretches: readonly Stretch[], find: WordFinder): void {
  const found = new Map<LaidWords, { start: number; end: number; label: string }[]>();
  const readings: ((stretch: Stretch) => boolean)[] = [() => true, ({ isDeleted }) => !isDeleted, ({ isInserted }) => !isInserted, ({ piece, isDeleted }) => piece?.hidden == null && !isDeleted, ({ piece, isInserted }) => piece?.hidden == null && !isInserted];
  const seen = new Set<string>();
  for (const isRead of readings) {
    const read = stretches.filter(isRead);
    const text = read.map(({ words }) => words).join('');
    // Most files have no changes and nothing hidden: all readings are one.
    if (seen.has(text)) continue;
    seen.add(text);
    note(read, find(text), found);
  }
  for (const [piece, cuts] of found) piece.words = without(piece.words, cuts);
}

function note(read: readonly Stretch[], finds: readonly FoundWords[], found: Map<LaidWords, { start: number; end: number; label: string }[]>): void {
  let at = 0;
  let next = 0;
  for (const { piece, words } of read) {
    const end = at + words.length;
    while (next < finds.length && (finds[next]?.end ?? 0) <= at) next += 1;
    for (let index = next; index < finds.length; index += 1) {
      const one = finds[index];
      if (one === undefined || one.start >= end) break;
      // The label stands where the words began.
      if (piece !== null) found.set(piece, [...(found.get(piece) ?? []), { start: Math.max(0, one.start - at), end: Math.min(words.length, one.end - at), label: one.start >= at ? redactionLabel(one.reason) : '' }]);
    }
    at = end;
  }
}

function without(words: string, cuts: readonly { start: number; end: number; label: string }[]): string {
  const merged: { start: number; end: number; label: string }[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || cut.start > last.end) merged.push({ ...cut });
    else {
      last.end = Math.max(last.end, cut.end);
      if (last.label === '') last.label = cut.label;
    }
  }
  let out = '';
  let done = 0;
  for (const { start, end, label } of merged) {
    out += words.slice(done, start) + label;
    done = end;
  }
  return out + words.slice(done);
}
