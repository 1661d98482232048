import { type ChronologyFilter, ChronologySubject } from '../../../../shared/model/chronology';
import type { Id } from '../../../../shared/model/identity';
import type { SqlValue, VaultStore } from '../../store/store';
import { samePersonIds } from '../people/people';
import { lookFor, ownWordsHold } from '../search/search-query';

/** A store to read from, and whether what was read still stands. */
export type Lines = Pick<VaultStore, 'all' | 'changes'>;

/**
 * What filters and the strip of years ask of a line of the chronology, as one text; its words stay in the database:
 * id (32), letter of the subject, 1 or 0 for evidence, earliest day, "/", latest day, "/", row id. A line without a date has empty days.
 */
export type Line = string;

type Subject = ChronologySubject;
/** One for each subject, and no two the same; held in memory alone. */
const letterOf = Object.fromEntries(ChronologySubject.options.map((subject, index) => [subject, String.fromCharCode(97 + index)])) as Readonly<Record<Subject, string>>;
const letterInSql = `CASE subject ${Object.entries(letterOf).map(([subject, letter]) => `WHEN '${subject}' THEN '${letter}'`).join(' ')} END`;

const idLength = 32;
const firstDay = idLength + 2;
const dayLength = 10;

/** The same for no two lines: ids are drawn at random from 2^128, whatever they are the id of. */
const idOf = (line: Line): string => line.slice(0, idLength);
const subjectLetter = (line: Line): string => line.charAt(idLength);
const hasEvidence = (line: Line): boolean => line.charAt(idLength + 1) === '1';
export const isDated = (line: Line): boolean => line.charAt(firstDay) !== '/';
/** Whether a line is of this subject. */
export const isOf = (line: Line, subject: Subject, id: string): boolean => line.startsWith(id) && subjectLetter(line) === letterOf[subject];
/** Days of a dated line's span. */
export const earliestOf = (line: Line): string => line.slice(firstDay, firstDay + dayLength);
export const latestOf = (line: Line): string => line.slice(firstDay + dayLength + 1, firstDay + 2 * dayLength + 1);
/** Its row id in chronology_line. */
export const placeOf = (line: Line): number => Number(line.slice(line.lastIndexOf('/') + 1));

interface Kept {
  changes: number;
  lines: readonly Line[];
  /** By filter, the one asked for last at the end. */
  chosen: Map<string, readonly Line[]>;
}

const keptFilters = 8;

/** A leaf through 20,000 lines asks the same question hundreds of times: the answer is kept until anything in the vault changes. */
const kept = new WeakMap<Lines, Kept>();

/** The lines a filter lets through, in order of the earliest possible day. Erased entries are none (the history has them). */
export function linesInOrder(from: Lines, filter: ChronologyFilter): readonly Line[] {
  const { lines, chosen } = keptOf(from);
  const name = JSON.stringify(filter);
  const found = chosen.get(name) ?? choose(from, lines, filter);
  chosen.delete(name);
  chosen.set(name, found);
  const [oldest] = chosen.keys();
  if (chosen.size > keptFilters && oldest !== undefined) chosen.delete(oldest);
  return found;
}

function keptOf(from: Lines): Kept {
  const changes = from.changes();
  const known = kept.get(from);
  if (known?.changes === changes) return known;
  const fresh = { changes, lines: readLines(from), chosen: new Map() };
  kept.set(from, fresh);
  return fresh;
}

/**
 * All lines in one text: each value that crosses out of the database costs more than finding it. SQLite keeps a subquery's order where an
 * aggregate may depend on it (sqlite3Select, rule 5 for leaving an ORDER BY out).
 */
function readLines(from: Lines): Line[] {
  const [row] = from.all<{ packed: string | null }>(
    `SELECT group_concat(line, ';') AS packed FROM (
       SELECT id || ${letterInSql} || (evidence_count > 0) || earliest || '/' || latest || '/' || rowid AS line
       FROM chronology_line INDEXED BY chronology_in_order WHERE status <> 'erased' ORDER BY sort_key, subject, id)`,
  );
  return row === undefined || row.packed === null ? [] : row.packed.split(';');
}

function choose(from: Lines, lines: readonly Line[], filter: ChronologyFilter): readonly Line[] {
  const { fromDay, toDay, show, kinds, personIds, tagIds, text } = filter;
  const tests: ((line: Line) => boolean)[] = [];
  if (fromDay !== '') tests.push((line) => isDated(line) && latestOf(line) >= fromDay);
  if (toDay !== '') tests.push((line) => isDated(line) && earliestOf(line) <= toDay);
  if (filter.hasEvidence !== null) tests.push((line) => hasEvidence(line) === filter.hasEvidence);
  if (show.length > 0) {
    const letters = show.map((subject) => letterOf[subject]);
    tests.push((line) => letters.includes(subjectLetter(line)));
  }
  const within: ReadonlySet<string>[] = [];
  if (kinds.length > 0) within.push(idsIn(from, `chronology_kind WHERE kind IN (${list(kinds)})`, kinds));
  if (personIds.length > 0) within.push(idsIn(from, `chronology_person WHERE person_id IN (SELECT value FROM json_each(?))`, [JSON.stringify(personIds.flatMap((id) => samePersonIds(from, id)))]));
  if (tagIds.length > 0) within.push(idsTagged(from, tagIds));
  if (text.trim() !== '') within.push(idsThatHold(from, text));
  if (within.length > 0) {
    tests.push((line) => {
      const id = idOf(line);
      return within.every((ids) => ids.has(id));
    });
  }
  return tests.length === 0 ? lines : lines.filter((line) => tests.every((test) => test(line)));
}

/** A conversation is no line of the chronology; what she marked in it is. */
function idsTagged(from: Lines, tagIds: readonly Id[]): ReadonlySet<string> {
  const tags = list(tagIds);
  const rows = `(SELECT subject_id AS id FROM tagged WHERE subject_kind IN ('incident', 'document') AND tag_id IN (${tags})
     UNION SELECT excerpt.id FROM excerpt JOIN tagged ON subject_kind = 'conversation' AND subject_id = conversation_id WHERE tag_id IN (${tags}))`;
  return idsIn(from, rows, [...tagIds, ...tagIds]);
}

function idsThatHold(from: Lines, text: string): ReadonlySet<string> {
  const looking = lookFor(text);
  if (looking === null) return new Set();
  const { sql, parameters } = ownWordsHold(looking);
  return idsIn(from, `search_text WHERE ${sql}`, parameters);
}

/** Ids of subjects, fetched as one text. */
function idsIn(from: Lines, rows: string, parameters: readonly SqlValue[]): ReadonlySet<string> {
  const [row] = from.all<{ ids: string | null }>(`SELECT group_concat(id, ';') AS ids FROM ${rows}`, parameters);
  return new Set(row === undefined || row.ids === null ? [] : row.ids.split(';'));
}

const list = (values: readonly string[]): string => values.map(() => '?').join(', ');
