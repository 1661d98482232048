import type { SearchFilter } from '../../../../shared/model/search';
import type { VaultStore } from '../../store/store';
import { samePersonIds } from '../people/people';
import type { Queries } from '../rows';
import { hasPeriod, numbersIn, periodOf } from './asked';

/** What can be searched: it answers queries, and tells whether it changed. */
export type Searched = Pick<VaultStore, 'all' | 'changes'>;

/** So many filters are kept at a time: while she types, it is one. */
const keptFilters = 8;

/**
 * The rows of search_text in the order they are shown, and what each filter lets through of them. All that does not depend on the words she types: worked out once and kept in memory until the
 * record changes, because to put twenty thousand rows in order, or to ask of each who is in it, takes longer than to find the word.
 */
export class OwnRows {
  /** The newest day first. */
  readonly docids: readonly number[];
  /** The first letter of the subject of each. */
  readonly letters: readonly string[];
  readonly #rankOf: ReadonlyMap<number, number>;
  readonly #masks = new Map<string, Uint8Array>();
  readonly #documents = new Map<string, readonly number[]>();

  constructor(private readonly from: Searched) {
    const [row] = from.all<{ packed: string | null }>(
      `SELECT group_concat(line, ';') AS packed FROM (SELECT substr(subject, 1, 1) || docid AS line FROM search_text INDEXED BY search_text_in_order ORDER BY day DESC, docid DESC)`);
    const lines = row === undefined || row.packed === null ? [] : row.packed.split(';');
    this.docids = lines.map((line) => Number(line.slice(1)));
    this.letters = lines.map((line) => line.charAt(0));
    this.#rankOf = new Map(this.docids.map((docid, rank) => [docid, rank]));
  }

  /** For each row in order whether it is among these: 1 or 0. */
  maskOf(docids: readonly number[]): Uint8Array {
    const mask = new Uint8Array(this.docids.length);
    for (const docid of docids) mask[this.#rankOf.get(docid) ?? mask.length] = 1;
    return mask;
  }

  /** For each row in order whether a filter lets it through, whatever its kind; null: all of them. */
  within(filter: SearchFilter): Uint8Array | null {
    const { sql, parameters } = conditionOf(this.from, filter);
    if (sql === '') return null;
    return kept(this.#masks, filter, () => this.maskOf(numbersIn(this.from, `SELECT docid AS n FROM search_text WHERE 1${sql}`, parameters)));
  }

  /** Numbers (document_number) of the documents that a filter lets through. */
  documentNumbers(filter: SearchFilter): readonly number[] {
    const { sql, parameters } = conditionOf(this.from, filter);
    return kept(this.#documents, filter, () => numbersIn(this.from, `SELECT number AS n FROM search_text JOIN document_number ON document_id = id WHERE subject = 'document'${sql}`, parameters));
  }
}

const known = new WeakMap<Searched, { changes: number; rows: OwnRows }>();

/** The rows as they are now. */
export function ownRows(from: Searched): OwnRows {
  const changes = from.changes();
  const before = known.get(from);
  if (before?.changes === changes) return before.rows;
  const rows = new OwnRows(from);
  known.set(from, { changes, rows });
  return rows;
}

function kept<T>(all: Map<string, T>, { fromDay, toDay, personId, hasFile }: SearchFilter, make: () => T): T {
  const key = JSON.stringify([fromDay, toDay, personId, hasFile]);
  const before = all.get(key);
  if (before !== undefined) return before;
  if (all.size >= keptFilters) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

/** Which rows of search_text a filter lets through, whatever their words: a condition that begins with AND. */
function conditionOf(from: Queries, filter: SearchFilter): { sql: string; parameters: string[] } {
  let sql = '';
  const parameters: string[] = [];
  if (hasPeriod(filter)) {
    const [fromDay, toDay] = periodOf(filter);
    sql += ` AND day <> '' AND day <= ? AND last_day >= ?`;
    parameters.push(toDay, fromDay);
  }
  /** `subjects`: rows of (subject, id). */
  const among = (subjects: string): string => `docid IN (SELECT known.docid FROM (${subjects}) AS some JOIN search_text AS known ON known.subject = some.subject AND known.id = some.id)`;
  if (filter.personId !== null) {
    const ids = samePersonIds(from, filter.personId);
    const these = `(SELECT value FROM json_each(?))`;
    sql += ` AND ${among(`SELECT subject, id FROM chronology_person WHERE person_id IN ${these}
      UNION SELECT 'document', target_id FROM incident_link JOIN chronology_person ON chronology_person.subject = 'incident' AND chronology_person.id = incident_id WHERE person_id IN ${these} AND target_kind = 'document'
      UNION SELECT 'excerpt', excerpt.id FROM excerpt JOIN conversation ON conversation.id = conversation_id WHERE EXISTS (SELECT 1 FROM json_each(participants) WHERE json_extract(value, '$.personId') IN ${these})
      UNION SELECT 'case', entry_id FROM case_thread WHERE target_kind = 'person' AND target_id IN ${these}
      UNION SELECT 'person', value FROM json_each(?)`)}`;
    parameters.push(...Array.from({ length: 5 }, () => JSON.stringify(ids)));
  }
  if (filter.hasFile) {
    // Every document is a file.
    sql += ` AND (subject = 'document' OR ${among(`SELECT subject, id FROM chronology_line WHERE subject = 'incident' AND evidence_count > 0
      UNION SELECT 'case', entry_id FROM case_thread WHERE role IN ('evidence', 'given')
      UNION SELECT 'excerpt', excerpt.id FROM excerpt JOIN conversation_number ON conversation_number.conversation_id = excerpt.conversation_id
        WHERE EXISTS (SELECT 1 FROM message_attachment WHERE place BETWEEN number * 4294967296 + first_ordinal AND number * 4294967296 + last_ordinal)`)})`;
  }
  return { sql, parameters };
}
