import { sayDate } from '../dates';
import { entryName } from '../layouts/entry-name';
import { exhibitName } from '../layouts/exhibit-name';
import { sayInstant } from '../layouts/say';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import type { CasePageBlock } from '../model/case/case-page';
import type { ToldContent } from '../model/case/told-in-chronology';
import type { ExportPlan, PlannedEntry, PlannedExhibit } from '../model/export-plan';
import { isFurther } from '../model/export-plan';
import type { Output, WantedOf } from './output';
import { caseHeading } from './parts/case-heading';
import { exhibitBlocks } from './parts/exhibit-table';
import { footOf, noticesOf } from './parts/plan-facts';
import { heading, paragraph, Paragraphs, says, saysMark } from './parts/texts';
import { dayCited } from './parts/which-chronology';

const words = pagesOutputs.statement;
type Wanted = WantedOf<'statement'>;
type Told = Extract<PlannedEntry, { versions: unknown }>;
/** Her words, and under which few words of ours they stand where they need any. */
interface Said { readonly label: string; readonly words: string }

/**
 * A draft of her witness statement: her accounts as she wrote them, each of their paragraphs a numbered one, with the exhibits that go with them. What is ours are the formalities, and everything that she or her solicitor must still say stands in brackets. Never signed or dated here.
 *
 * Sources: CPR PD 32, 17.1 and 17.2 (title of the proceedings; at the top right corner the party, initials and surname, number of the statement, marks of the exhibits, date), 18.1 (first person, own words, name, address, occupation, standing, how it was prepared), 18.2 (own knowledge, or information and belief with its source),
 * 18.4 ("I refer to the … marked …"), 19.1 (A4, 3.5 cm margin, numbered paragraphs, figures, references in bold), 19.2 (order of time), 20.1 and PD 22, 2.2 (statement of truth, as domain.md has it). 17 and 18 to 19 were read as quoted by Civil Litigation Brief and Freedom Law Clinic. The family rules (FPR PD 22A, 17A) ask for the same by common knowledge; nobody here read them.
 */
export const statement: Output<'statement'> = {
  withExhibits: true,
  isEmpty: ({ entries }) => toldIn(entries).length === 0,
  paper: (plan, wanted) => ({ title: words.title(nameOf(wanted)), intro: '', isLandscape: false, look: 'statement', foot: footOf(words.foot, plan), blocks: blocksOf(plan, wanted) }),
  sheets: () => [],
};

const nameOf = ({ name }: Wanted): string => name.trim() || words.noName;
const toldIn = (entries: readonly PlannedEntry[]): Told[] => entries.filter((entry): entry is Told => 'versions' in entry);

/** `Anna Maria Ellis` → `A. M. Ellis`. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  const surname = parts.pop() ?? '';
  return surname === '' ? words.noInitials : [...parts.map((part) => `${[...part][0] ?? ''}.`), surname].join(' ');
}

function blocksOf(plan: ExportPlan, wanted: Wanted): CasePageBlock[] {
  const numbered = new Paragraphs();
  const marks = plan.exhibits.map(({ mark }) => mark);
  const { proceedings, party, occupation } = wanted;
  return [
    paragraph('notice', words.draft), ...noticesOf(plan),
    ...[words.onBehalf[party], words.initials(initialsOf(wanted.name)), words.number(wanted.number), ...(marks.length > 0 ? [words.exhibits(sayMarks(marks))] : []), words.dated].map((line) => paragraph('corner', line)),
    ...caseHeading(wanted.heading),
    heading(2, words.title(nameOf(wanted))),
    heading(3, words.about),
    numbered.next([words.opening[party](nameOf(wanted)), occupation.trim() === '' ? words.noOccupation : words.occupation(occupation.trim()), words.address[proceedings]].join(' ')),
    numbered.next(words.prepared), numbered.next(words.knowledge),
    ...toldIn(plan.entries).flatMap((entry) => entryParagraphs(entry, plan, numbered)),
    ...plan.exhibits.filter(isFurther).map((exhibit) => refersTo(exhibit, numbered)),
    heading(3, words.truthTitle),
    paragraph('plain', words.truth), paragraph('quiet', words.truthSource[proceedings]),
    paragraph('line', words.signed), paragraph('plain', words.witnessNamed(nameOf(wanted))), paragraph('line', words.signedOn),
    ...exhibitBlocks(plan, 'none'),
  ];
}

/** `TM1 to TM4` of marks that follow one another, each by itself else. */
function sayMarks(marks: readonly string[]): string {
  const numbers = marks.map((mark) => Number(mark.slice(2))).sort((a, b) => a - b);
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  return numbers.length > 2 && last - first === numbers.length - 1 ? `TM${first} to TM${last}` : numbers.map((number) => `TM${number}`).join(', ');
}

function entryParagraphs(entry: Told, { exhibits, selectionMark }: ExportPlan, numbered: Paragraphs): CasePageBlock[] {
  const newest = entry.versions.at(-1);
  if (newest === undefined) return [];
  const said = saidIn(newest.content).filter((one) => one.words.trim() !== '');
  const own = entry.exhibitMarks.flatMap((mark) => exhibits.find((exhibit) => exhibit.mark === mark) ?? []);
  return [
    heading(3, [sayDate(entry.happened) || words.undated, 'threads' in entry ? entryName(entry) : entry.title.trim()].filter((part) => part !== '').join(': ')),
    ...(said.length === 0 ? [numbered.next(words.noAccount)] : said.flatMap((one) => [...(one.label === '' ? [] : [paragraph('label', one.label)]), ...paragraphsIn(one.words).map((text) => numbered.next(text))])),
    ...own.map((exhibit) => refersTo(exhibit, numbered)),
    ...notesOn(entry, newest.atUtc, selectionMark).map((note) => paragraph('quiet', note)),
  ];
}

/** Her text as the paragraphs that she made of it. */
const paragraphsIn = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trim()).filter((line) => line !== '');

const refersTo = (exhibit: PlannedExhibit, numbered: Paragraphs): CasePageBlock => numbered.next([...says(words.exhibit(exhibitName(exhibit))), ...saysMark(exhibit.mark), ...says(words.exhibitEnd)]);

/** What her solicitor must see to before it is signed. */
function notesOn(entry: Told, newestUtc: string, selectionMark: string): string[] {
  return [
    ...(entry.happened.basis === 'someone-told-me' ? [words.toldBy] : []),
    ...(entry.subject === 'look-up' ? [words.suspected] : []),
    ...(entry.versions.length > 1 ? [words.amended(sayInstant(newestUtc), entry.number, dayCited(entry), pagesOutputs.selection.foot(selectionMark))] : []),
  ];
}

/** What she says in an entry, in the order in which she wrote it. Notes to her solicitor are no part of a statement, whether or not they go along. */
function saidIn(content: Told['versions'][number]['content']): Said[] {
  const { labels } = words;
  if (!('kind' in content)) return (['account', 'effectOnMe', 'effectOnChildren', 'whatNext'] as const).map((key) => ({ label: labels[key], words: content[key] }));
  return saidInCase(content);
}

function saidInCase(content: ToldContent): Said[] {
  const { labels } = words;
  switch (content.kind) {
    case 'contact': return [
      { label: labels.said, words: content.said }, { label: labels.told, words: content.told },
      { label: words.promised, words: content.promised.map(({ what, by }) => (sayDate(by) === '' ? what : `${what} (${words.promisedBy(sayDate(by))})`)).join('\n') }, { label: labels.cameBack, words: content.cameBack },
    ];
    case 'counter-allegation': return [{ label: labels.theirVersion, words: content.theirVersion }, { label: labels.herAnswer, words: content.herAnswer }];
    case 'look-up': return [{ label: labels.known, words: content.known }, { label: labels.howItShowed, words: content.howItShowed }, { label: labels.otherWays, words: content.otherWays }];
    case 'turning-point': return [{ label: labels.words, words: content.words }];
  }
}
