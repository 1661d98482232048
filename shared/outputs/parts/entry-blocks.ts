import { sayDate } from '../../dates';
import { dateInFull } from '../../layouts/date-in-full';
import { entryName } from '../../layouts/entry-name';
import { sayInstant } from '../../layouts/say';
import { peopleOf, recordedLabel, saysRecording } from '../../layouts/told/entry-facts';
import { isChanged, type PrintedField } from '../../layouts/told/told-fields';
import { wordsOf } from '../../layouts/words-of';
import { pages } from '../../messages/en-gb/pages';
import { pagesCase } from '../../messages/en-gb/pages-case';
import { pagesTold } from '../../messages/en-gb/pages-told';
import type { CasePageBlock, CitedText } from '../../model/case/case-page';
import type { PlannedEntry } from '../../model/export-plan';
import { saysExhibits } from './evidence';
import { factsBlock, heading, paragraph, says } from './texts';
import { type Told, toldOf } from './told-entry';

const words = pages.entry;

/** When an entry happened, and which of its days that is where it is another. */
export function dayOf(entry: PlannedEntry): string {
  const said = sayDate(entry.happened) || words.noDate;
  return 'threads' in entry && entry.dayIs !== 'happened' ? `${said}, ${pagesTold.dayIs[entry.dayIs]}` : said;
}

/** What kind of entry it is. */
export const kindOf = ({ subject }: PlannedEntry): string => pagesCase.sources.kinds[subject];

/** An entry in full, as the pages of the chronology print it: its facts, its words as first recorded, and each amendment with its time and reason. `title`: its heading. */
export function entryBlocks(entry: PlannedEntry, includesPrivileged: boolean, title = `${words.heading(entry.number)}: ${dayOf(entry)} · ${entryName(entry)}`): CasePageBlock[] {
  const told = toldOf(entry, includesPrivileged);
  const recordedWords = told === null ? null : saysRecording(entry, told.fields, told.versions);
  const recorded = entry.firstRecordedUtc === null ? '' : [sayInstant(entry.firstRecordedUtc), recordedWords ?? ''].filter((part) => part !== '').join('\n');
  return [
    heading(3, title),
    factsBlock([
      ...(entry.subject === 'incident' || told === null ? [[words.when, wordsOf(dateInFull(entry.happened))] as const] : [[pagesCase.sources.what, kindOf(entry)] as const]),
      ...(told === null ? [] : shortFields(told)),
      ...('people' in entry ? [[words.people, wordsOf(peopleOf(entry))] as const] : []),
      [words.exhibits, saysExhibits(entry)],
      [recordedLabel(entry), recorded],
    ]),
    ...(told === null ? [paragraph('quiet', words.seeExhibit)] : versionsOf(told)),
  ];
}

const newestOf = ({ versions }: Told): never | undefined => versions.at(-1)?.content;
const wordsIn = ({ threadOf }: Told, field: PrintedField<never>, content: never): string => wordsOf(field.prints(content, threadOf));

function shortFields(told: Told): (readonly [string, CitedText])[] {
  const newest = newestOf(told);
  return newest === undefined ? [] : told.fields.fields.filter(({ short, place }) => short && place !== 'heading').map((field) => [field.label, says(wordsIn(told, field, newest))] as const);
}

/** The long fields that say something, each with its name. */
export function longFields(told: Told, content: never): { readonly label: string; readonly words: string; readonly isPrivileged: boolean; readonly isLone: boolean }[] {
  return told.fields.fields.filter(({ short }) => !short).map((field) => ({ label: field.label, words: wordsIn(told, field, content), isPrivileged: field.place === 'privileged', isLone: field.place === 'lone' })).filter((field) => field.words !== '');
}

function versionsOf(told: Told): CasePageBlock[] {
  const [first, ...later] = told.versions;
  if (first === undefined) return [];
  const isAmended = later.length > 0;
  const everChanged = (field: PrintedField<never>): boolean => later.some((version, index) => isChanged(field, told.versions[index]?.content ?? first.content, version.content));
  return [
    ...(isAmended ? [paragraph('label', `${words.asFirstRecorded}, ${sayInstant(first.atUtc)}`), factsBlock(told.fields.fields.filter((field) => field.short && everChanged(field)).map((field) => [field.label, wordsIn(told, field, first.content) || '–'] as const))] : []),
    ...longBlocks(told, first.content, isAmended),
    ...later.flatMap((_, index) => amendment(told, index + 1)),
  ];
}

function longBlocks(told: Told, content: never, headed: boolean): CasePageBlock[] {
  const present = longFields(told, content);
  if (present.length === 0) return [paragraph('quiet', told.fields.noWords)];
  return present.flatMap((field) => [...(headed || present.length > 1 || !field.isLone ? [paragraph('label', field.label)] : []), paragraph(field.isPrivileged ? 'notice' : 'hers', field.words)]);
}

function amendment(told: Told, time: number): CasePageBlock[] {
  const [before, version] = [told.versions[time - 1], told.versions[time]];
  if (before === undefined || version === undefined) return [];
  const changed = told.fields.fields.filter((field) => isChanged(field, before.content, version.content));
  return [
    paragraph('label', `${words.amended(time)}, ${sayInstant(version.atUtc)}`),
    factsBlock([
      [words.reason, version.reason.trim()],
      ...changed.filter(({ short }) => short).map((field) => [field.label, wordsIn(told, field, version.content) || words.nowEmpty] as const),
      ...told.fields.saidChanged.filter((one) => isChanged(one, before.content, version.content)).map((one) => [one.label, one.says] as const),
    ]),
    ...changed.filter(({ short }) => !short).flatMap((field) => [paragraph('label', field.label), paragraph(field.place === 'privileged' ? 'notice' : 'hers', wordsIn(told, field, version.content) || words.nowEmpty)]),
    paragraph('quiet', words.nothingElse),
  ];
}
