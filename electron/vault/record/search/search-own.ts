import type { CaseKind } from '../../../../shared/model/case/case-entry';
import type { SearchHit, SearchSubject } from '../../../../shared/model/search';
import type { SqlValue } from '../../store/store';
import { oneRow, type Queries } from '../rows';
import { isWanted, writtenSo, type Asked, type Found } from './asked';
import { ownRows, type Searched } from './own-rows';
import { findDocids } from './postings/find-docids';
import { snippetOf } from './snippet';

type OwnSubject = Extract<SearchSubject, 'incident' | 'excerpt' | 'document' | 'person' | 'case'>;
type TextRow = { docid: number; subject: OwnSubject; id: string; day: string; title: string; body: string; words: string };

/** As OwnRows has them; no two the same. */
const letterOf: Readonly<Record<OwnSubject, string>> = { incident: 'i', excerpt: 'e', document: 'd', person: 'p', case: 'c' };
export const ownSubjects = Object.keys(letterOf) as readonly OwnSubject[];

/** Everything that fits, found in one pass, whatever part of it will be shown. */
export function findOwn(from: Searched, asked: Asked): { all: number[]; bySubject: ReadonlyMap<OwnSubject, number[]> } {
  const bySubject = new Map<OwnSubject, number[]>(ownSubjects.map((subject) => [subject, []]));
  const wanted = ownSubjects.filter((subject) => isWanted(asked, subject));
  if (wanted.length === 0) return { all: [], bySubject };
  const rows = ownRows(from);
  const hold = rows.maskOf(docidsThatHold(from, asked));
  const within = rows.within(asked.filter);
  const all: number[] = [];
  const byLetter = new Map(wanted.map((subject) => [letterOf[subject], bySubject.get(subject)]));
  rows.docids.forEach((docid, rank) => {
    if (hold[rank] !== 1 || (within !== null && within[rank] !== 1)) return;
    const list = byLetter.get(rows.letters[rank] ?? '');
    if (list === undefined) return;
    list.push(docid);
    all.push(docid);
  });
  return { all, bySubject };
}

const docidsThatHold = (from: Searched, { looking }: Asked): number[] =>
  findDocids(from, 'search_index', looking, { within: null, fits: writtenSo(from, looking, { table: 'search_text', key: 'docid', columns: ['title', 'body', 'words'] }), most: Infinity });

/** Of docids in their order, a page with its words. */
export function ownPage(from: Queries, docids: readonly number[], text: string, offset: number, limit: number): Found {
  const chosen = docids.slice(offset, offset + limit);
  const rows = chosen.length === 0 ? [] : from.all<TextRow>(`SELECT docid, subject, id, day, title, body, words FROM search_text WHERE docid IN (SELECT value FROM json_each(?)) ORDER BY day DESC, docid DESC`, [JSON.stringify(chosen)] as SqlValue[]);
  const hits = rows.map((row): SearchHit => ({
    subject: row.subject, id: row.id, ...markedPlace(from, row), caseKind: caseKindOf(from, row), page: null, isMachineRead: false, title: row.title, day: row.day, ...snippetOf([row.body, row.words].join('\n'), text),
  }));
  return { total: docids.length, more: false, hits };
}

function caseKindOf(from: Queries, { subject, id }: TextRow): CaseKind | null {
  return subject === 'case' ? oneRow<{ kind: CaseKind }>(from, `SELECT kind FROM case_entry WHERE id = ?`, [id]).kind : null;
}

/** Where a marked stretch begins; nothing for other subjects. */
function markedPlace(from: Queries, { subject, id }: TextRow): Pick<SearchHit, 'conversationId' | 'ordinal'> {
  const [marked] = subject === 'excerpt' ? from.all<{ conversation_id: string; first_ordinal: number }>(`SELECT conversation_id, first_ordinal FROM excerpt WHERE id = ?`, [id]) : [];
  return { conversationId: marked?.conversation_id ?? null, ordinal: marked?.first_ordinal ?? null };
}
