import type { SearchFilter, SearchHit, SearchSubject } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import type { Queries } from '../rows';
import { hasPeriod, isWanted, periodOf, type Asked, type Found } from './asked';
import { ownWordsHold } from './search-query';
import { snippetOf } from './snippet';

type OwnSubject = Extract<SearchSubject, 'incident' | 'excerpt' | 'document' | 'person'>;
type TextRow = { docid: number; subject: OwnSubject; id: string; day: string; title: string; body: string; words: string };

/** In one text with the docid behind; no two the same. */
const letterOf: Readonly<Record<OwnSubject, string>> = { incident: 'i', excerpt: 'e', document: 'd', person: 'p' };
export const ownSubjects = Object.keys(letterOf) as readonly OwnSubject[];

/** Everything that fits, found in one pass, whatever part of it will be shown. */
export function findOwn(from: Queries, asked: Asked): { all: number[]; bySubject: ReadonlyMap<OwnSubject, number[]> } {
  const bySubject = new Map<OwnSubject, number[]>(ownSubjects.map((subject) => [subject, []]));
  const wanted = ownSubjects.filter((subject) => isWanted(asked, subject));
  if (wanted.length === 0) return { all: [], bySubject };
  const hold = ownWordsHold(asked.looking);
  const within = ownDocidsWithin(asked.filter);
  const [row] = from.all<{ packed: string | null }>(
    `SELECT group_concat(line, ';') AS packed FROM (SELECT substr(subject, 1, 1) || docid AS line FROM search_text INDEXED BY search_text_in_order WHERE ${hold.sql}${within.sql} ORDER BY day DESC, docid DESC)`,
    [...hold.parameters, ...within.parameters],
  );
  const all: number[] = [];
  const byLetter = new Map(wanted.map((subject) => [letterOf[subject], bySubject.get(subject)]));
  for (const line of row === undefined || row.packed === null ? [] : row.packed.split(';')) {
    const list = byLetter.get(line.charAt(0));
    if (list === undefined) continue;
    const docid = Number(line.slice(1));
    list.push(docid);
    all.push(docid);
  }
  return { all, bySubject };
}

/** Which rows of search_text a filter lets through, whatever their words: a condition that begins with AND. */
export function ownDocidsWithin(filter: SearchFilter): { sql: string; parameters: string[] } {
  let sql = '';
  const parameters: string[] = [];
  if (hasPeriod(filter)) {
    const [fromDay, toDay] = periodOf(filter);
    sql += ` AND day <> '' AND day <= ? AND last_day >= ?`;
    parameters.push(toDay, fromDay);
  }
  /** `subjects`: rows of (subject, id). */
  const among = (subjects: string): void => {
    sql += ` AND docid IN (SELECT known.docid FROM (${subjects}) AS some JOIN search_text AS known ON known.subject = some.subject AND known.id = some.id)`;
  };
  if (filter.personId !== null) {
    among(`SELECT subject, id FROM chronology_person WHERE person_id = ?1
      UNION SELECT 'document', target_id FROM incident_link JOIN chronology_person ON chronology_person.subject = 'incident' AND chronology_person.id = incident_id WHERE person_id = ?1 AND target_kind = 'document'
      UNION SELECT 'excerpt', excerpt.id FROM excerpt JOIN conversation ON conversation.id = conversation_id WHERE EXISTS (SELECT 1 FROM json_each(participants) WHERE json_extract(value, '$.personId') = ?1)
      UNION SELECT 'person', ?1`.replaceAll('?1', '?'));
    parameters.push(filter.personId, filter.personId, filter.personId, filter.personId);
  }
  if (filter.hasFile) {
    among(`SELECT subject, id FROM chronology_line WHERE subject = 'incident' AND evidence_count > 0
      UNION SELECT 'document', id FROM document WHERE status = 'kept'
      UNION SELECT 'excerpt', excerpt.id FROM excerpt JOIN conversation_number ON conversation_number.conversation_id = excerpt.conversation_id
        WHERE EXISTS (SELECT 1 FROM message_attachment WHERE place BETWEEN number * 4294967296 + first_ordinal AND number * 4294967296 + last_ordinal)`);
  }
  return { sql, parameters };
}

/** Of docids in their order, a page with its words. */
export function ownPage(from: Queries, docids: readonly number[], text: string, offset: number, limit: number): Found {
  const chosen = docids.slice(offset, offset + limit);
  const rows = chosen.length === 0 ? [] : from.all<TextRow>(`SELECT docid, subject, id, day, title, body, words FROM search_text WHERE docid IN (SELECT value FROM json_each(?)) ORDER BY day DESC, docid DESC`, [JSON.stringify(chosen)] as SqlValue[]);
  const hits = rows.map((row): SearchHit => ({
    subject: row.subject, id: row.id, ...markedPlace(from, row), page: null, isMachineRead: false, title: row.title, day: row.day, ...snippetOf([row.body, row.words].join('\n'), text),
  }));
  return { total: docids.length, more: false, hits };
}

/** Where a marked stretch begins; nothing for other subjects. */
function markedPlace(from: Queries, { subject, id }: TextRow): Pick<SearchHit, 'conversationId' | 'ordinal'> {
  const [marked] = subject === 'excerpt' ? from.all<{ conversation_id: string; first_ordinal: number }>(`SELECT conversation_id, first_ordinal FROM excerpt WHERE id = ?`, [id]) : [];
  return { conversationId: marked?.conversation_id ?? null, ordinal: marked?.first_ordinal ?? null };
}
