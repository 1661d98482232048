import type { WordBox } from '../model/document-page';
import type { PictureDetails } from '../model/picture-details';
import { foldWord } from '../search/fold-word';
import { addDays, readDay, weekdayOf, writeDay } from './calendar';
import { offersOf } from './date-offers';
import { screenLanguages, type ScreenDayMeaning } from './screen-day-words';

/** A day that a screen names by a word that counts from when it was shown. */
export interface ScreenDay {
  /** As it stands in the picture: "Yesterday 21:04". */
  readonly written: string;
  /** Which UTF-16 units [start, end) of the words read off the picture that is. */
  readonly start: number;
  readonly end: number;
  readonly means: ScreenDayMeaning;
  /** `HH:MM`, where one is said with it once; '' otherwise. */
  readonly timeOfDay: string;
}

/** A word on a screen, and the day it means. */
export interface ScreenDayOffer extends ScreenDay {
  /** The day the picture was taken, as its own data or its name says, `YYYY-MM-DD`; '' where neither says it. */
  readonly takenDay: string;
  /** `YYYY-MM-DD`, empty without `takenDay`; two for the name of the weekday on which it was taken: that day, or a week before. */
  readonly days: readonly string[];
}

const mostDays = 4;
const mostLines = 5000;
const longestLine = 200;
/** So many letters' widths of nothing before a word, and it stands in a column of its own: a list of conversations has its days on the right. */
const columnGapLetters = 4;

const allDays = new Map(screenLanguages.flatMap(({ days }) => Object.entries(days)));
const allLabels = new Set(screenLanguages.flatMap(({ labels }) => labels));
const allFillers = new Set(screenLanguages.flatMap(({ fillers }) => fillers));
const allHalves = new Map(screenLanguages.flatMap(({ halves }) => Object.entries(halves)));

/**
 * Whether a picture may be of a screen: something says so, or no camera is named in it (what a messenger sent on has lost all signs).
 */
export function mayBeScreen({ screenshotSigns, device }: Pick<PictureDetails, 'screenshotSigns' | 'device'>): boolean {
  return screenshotSigns.length > 0 || device === '';
}

/** Days that a picture of a screen names, counted from the day that its own data, else its name, gives for when it was taken. Nothing here is a fact: she is asked. */
export function screenDayOffers(picture: Pick<PictureDetails, 'screenshotSigns' | 'device' | 'times'>, originalName: string, text: string, boxes: readonly WordBox[] | null): ScreenDayOffer[] {
  if (!mayBeScreen(picture)) return [];
  const takenDay = offersOf(picture.times, originalName)[0]?.dated.edtf ?? '';
  return findScreenDays(text, boxes).map((found) => ({ ...found, takenDay, days: daysMeant(found.means, takenDay) }));
}

/**
 * Days in the words read off a screen, by the place where they stand: a line by itself, perhaps with a clock and what became of a message, or a column of its own. The same words within a sentence are somebody's
 * speech, which counts from when it was said, and are left alone; so is a day with its date. At most four, each day once.
 */
export function findScreenDays(text: string, boxes: readonly WordBox[] | null): ScreenDay[] {
  const found: ScreenDay[] = [];
  let start = 0;
  for (const line of text.split('\n').slice(0, mostLines)) {
    const day = line.length <= longestLine ? dayOfLine(line, start, boxes) : null;
    start += line.length + 1;
    if (day === null) continue;
    const known = found.findIndex(({ means }) => JSON.stringify(means) === JSON.stringify(day.means));
    const before = found[known];
    if (before === undefined) found.push(day);
    // At more than one time of that day: no one time is the picture's.
    else if (before.timeOfDay !== day.timeOfDay) found[known] = { ...before, timeOfDay: '' };
  }
  return found.slice(0, mostDays);
}

/** The days that such a word means, seen from `from` (`YYYY-MM-DD`); empty where that is no day. */
export function daysMeant(means: ScreenDayMeaning, from: string): string[] {
  const day = readDay(from);
  if (day === null) return [];
  if ('daysBefore' in means) return [writeDay(addDays(day, -means.daysBefore))];
  const back = (weekdayOf(day) - means.weekday + 7) % 7;
  return back === 0 ? [from, writeDay(addDays(day, -7))] : [writeDay(addDays(day, -back))];
}

interface Piece { readonly raw: string; readonly folded: string; readonly start: number; readonly end: number }

function dayOfLine(line: string, lineStart: number, boxes: readonly WordBox[] | null): ScreenDay | null {
  const pieces = [...line.matchAll(/\S+/g)].map(({ 0: raw, index }): Piece => ({ raw, folded: foldWord(raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?!]+$/gu, '')), start: lineStart + index, end: lineStart + index + raw.length }));
  return alone(line, lineStart, pieces) ?? inColumn(line, lineStart, pieces, boxes);
}

function alone(line: string, lineStart: number, pieces: readonly Piece[]): ScreenDay | null {
  let means: ScreenDayMeaning | null = null;
  let first: Piece | null = null;
  let last: Piece | null = null;
  let isLabelled = false;
  let isNamed = false;
  let specks = 0;
  let timeOfDay = '';
  const take = (from: Piece, to: Piece): void => { first ??= from; last = to; };
  for (let index = 0; index < pieces.length; index++) {
    const [piece, next] = [pieces[index] as Piece, pieces[index + 1]];
    const two = next === undefined ? undefined : allDays.get(`${piece.folded} ${next.folded}`);
    const day = two ?? allDays.get(piece.folded);
    const clock = clockOf(piece.folded, next?.folded ?? '');
    if (day !== undefined) {
      if (means !== null) return null;
      means = day;
      isNamed = /^[^\p{L}\p{N}]*\p{Lu}[^.]*$/u.test(piece.raw);
      take(piece, two === undefined ? piece : (next as Piece));
      if (two !== undefined) index++;
    } else if (clock !== null) {
      isLabelled = true;
      timeOfDay ||= clock.timeOfDay;
      take(piece, clock.isTwo ? (next as Piece) : piece);
      if (clock.isTwo) index++;
    } else if (allLabels.has(piece.folded)) {
      isLabelled = true;
      take(piece, piece);
    } else if (allFillers.has(piece.folded)) take(piece, piece);
    // What a machine makes of an arrow or a tick; a number would be a date.
    else if (piece.folded.length > 2 || /[\p{N}?!]/u.test(piece.folded) || ++specks > 2) return null;
  }
  if (means === null || first === null || last === null || !(isLabelled || isNamed)) return null;
  const [start, end] = [(first as Piece).start, (last as Piece).end];
  return { written: line.slice(start - lineStart, end - lineStart).replace(/[.,;:·•|]+$/u, ''), start, end, means, timeOfDay };
}

function inColumn(line: string, lineStart: number, pieces: readonly Piece[], boxes: readonly WordBox[] | null): ScreenDay | null {
  const [before, last] = pieces.slice(-2);
  const means = last === undefined ? undefined : allDays.get(last.folded);
  if (boxes === null || before === undefined || last === undefined || means === undefined || !/^\p{Lu}[^.]*$/u.test(last.raw)) return null;
  const [left, right] = [before, last].map(({ start }) => boxes.find((box) => box.start === start));
  if (left === undefined || right === undefined) return null;
  const letter = left.width / (left.end - left.start);
  if (right.left - (left.left + left.width) < columnGapLetters * letter) return null;
  return { written: line.slice(last.start - lineStart, last.end - lineStart), start: last.start, end: last.end, means, timeOfDay: '' };
}

/** A clock, with its half of the day in the same word or the next. An hour of one figure without a half could be either, and gives no time. */
function clockOf(word: string, next: string): { timeOfDay: string; isTwo: boolean } | null {
  const match = /^(\d{1,2})[:.](\d{2})([a-z.]{2,3})?$/.exec(word);
  if (!match) return null;
  const [, hours = '', minutes = '', joined] = match;
  if (joined !== undefined && !allHalves.has(joined)) return null;
  const half = allHalves.get(joined ?? next);
  const isTwo = joined === undefined && half !== undefined;
  const hour = half === undefined || Number(hours) > 12 || Number(hours) === 0 ? Number(hours) : (Number(hours) % 12) + (half === 'afternoon' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return { timeOfDay: half === undefined && hours.length === 1 ? '' : `${String(hour).padStart(2, '0')}:${minutes}`, isTwo };
}
