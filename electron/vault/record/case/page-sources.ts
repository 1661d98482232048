import { contactForms } from '../../../../shared/messages/en-gb/pages-given';
import type { CasePage, CasePageBlock, CasePageSource, CasePageTable, CitedText } from '../../../../shared/model/case/case-page';
import { CaseRow } from '../../../../shared/model/case/case-entry';
import type { EvidenceTarget } from '../../../../shared/model/case/evidence';
import type { ContactForm } from '../../../../shared/model/case/contact';
import type { Citation } from '../../../../shared/model/case/narrative';
import { ChronologyRow } from '../../../../shared/model/chronology';
import type { Dated } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { documentsOfExcerpt } from '../conversations/excerpt-sources';
import { getExcerpt, whenSaid } from '../conversations/excerpts';
import { getDocument } from '../documents/documents';
import { issuedMark, keyOfThing, proposeMarks, type MarkedThing } from '../exports/exhibit-marks';
import { idOf } from '../incidents/evidence-threads';
import { getMail } from '../mail/mail';
import { fromJson, type Queries } from '../rows';
import { namedEvidence } from './named-evidence';

type Described = Omit<CasePageSource, 'citation' | 'mark' | 'number'>;

/** Every source of a page once, in the order in which it is first cited. */
export function sourcesOf(from: Queries, page: CasePage): CasePageSource[] {
  return sourcesCited(from, page.blocks.flatMap(textsIn).flatMap((text) => text.flatMap((piece) => (piece.is === 'source' ? [piece.citation] : []))));
}

/**
 * Every thing cited once, in the order in which it is first cited. A thing that can be an exhibit has its mark: issued before, else the next free one as an export would propose it. All else, and what
 * is gone and never had a mark, has a number of these citations' own.
 */
export function sourcesCited(from: Queries, citations: readonly Citation[]): CasePageSource[] {
  const cited = new Map(citations.map((citation) => [keyOfThing(subjectOf(citation)), citation]));
  const described = [...cited.values()].map((citation) => ({ citation, subject: subjectOf(citation), is: describe(from, citation) }));
  const marks = proposeMarks(from, described.flatMap(({ subject, is }) => (isExhibit(subject) && !is.isGone ? [subject] : [])));
  let number = 0;
  return described.map(({ citation, subject, is }) => {
    const mark = !isExhibit(subject) ? null : (marks.get(keyOfThing(subject)) ?? issuedMark(from, subject));
    return { citation, mark, number: mark === null ? ++number : null, ...is };
  });
}

/** The exhibits among sources, with the marks they were printed under. */
export function exhibitsAmong(sources: readonly CasePageSource[]): { thing: MarkedThing; mark: string }[] {
  return sources.flatMap(({ citation, mark, isGone }) => {
    const thing = subjectOf(citation);
    return mark === null || isGone || !isExhibit(thing) ? [] : [{ thing, mark }];
  });
}

/** What a citation points at. */
export function subjectOf(citation: Citation): Subject {
  switch (citation.kind) {
    case 'incident': return { kind: 'incident', id: citation.incidentId };
    case 'case': return { kind: 'case', id: citation.entryId };
    default: return { kind: citation.kind, id: idOf(citation) };
  }
}

type Subject = MarkedThing | { kind: 'incident' | 'case'; id: Id };
const isExhibit = (subject: Subject): subject is MarkedThing => subject.kind !== 'incident' && subject.kind !== 'case';

/** Every text of a block, in the order in which it is printed. */
function textsIn(block: CasePageBlock): CitedText[] {
  switch (block.block) {
    case 'heading': case 'new-page': return [];
    case 'paragraph': return [block.text];
    case 'facts': return block.facts.map(({ value }) => value);
    case 'table': case 'figure': return inTable(block.table);
    case 'beside': return [block.left, block.right].flatMap(({ parts }) => parts.flatMap(({ title, text }) => [title, text]));
  }
}

const inTable = ({ rows }: CasePageTable): CitedText[] => rows.flat();

function describe(from: Queries, citation: Citation): Described {
  if (citation.kind === 'incident') return incident(from, citation.incidentId);
  if (citation.kind === 'case') return entry(from, citation.entryId);
  return evidence(from, citation);
}

const gone: Omit<Described, 'what'> = { name: '', happened: null, firstRecordedUtc: null, amended: false, sha256: null, foundIn: [], isGone: true };

function incident(from: Queries, id: Id): Described {
  const [row] = from.all<{ row: string }>(`SELECT row FROM chronology_line WHERE subject = 'incident' AND id = ?`, [id]);
  const line = row === undefined ? null : fromJson(ChronologyRow, row.row);
  if (line === null || line.status === 'erased') return { what: 'incident', ...gone };
  return { what: 'incident', ...stands(line) };
}

function entry(from: Queries, id: Id): Described {
  const [row] = from.all<{ kind: CaseRow['kind']; row: string }>(`SELECT kind, row FROM case_entry WHERE id = ?`, [id]);
  const line = row === undefined ? null : fromJson(CaseRow, row.row);
  // Nothing tells what kind an entry was that was let go while a draft.
  if (line === null || line.status === 'erased') return { what: line?.kind ?? 'case', ...gone };
  return { what: line.kind, ...stands({ ...line, title: line.title || (line.opening === '' ? formOf(line) : '') }) };
}

/** A report without a title or a word is still called a report. */
function formOf({ kind, form }: CaseRow): string {
  return kind === 'contact' && form !== '' ? (contactForms[form as ContactForm] ?? '') : '';
}

/** Of a draft nothing is said but that it is one. */
function stands({ status, title, opening, happened, firstRecordedUtc, amended }: { status: string; title: string; opening: string; happened: Dated; firstRecordedUtc: string | null; amended: boolean }): Omit<Described, 'what'> {
  if (status === 'draft') return { name: '', happened: null, firstRecordedUtc: null, amended: false, sha256: null, foundIn: [], isGone: false };
  return { name: title || opening, happened, firstRecordedUtc, amended, sha256: null, foundIn: [], isGone: false };
}

function evidence(from: Queries, target: EvidenceTarget): Described {
  const { name, isGone, sha256 } = namedEvidence(from, target);
  if (isGone) return { what: target.kind, ...gone };
  const common = { what: target.kind, name, amended: false, sha256, isGone: false };
  switch (target.kind) {
    case 'document': {
      const { happened, addedUtc } = getDocument(from, target.documentId);
      return { ...common, happened, firstRecordedUtc: addedUtc, foundIn: [] };
    }
    case 'excerpt': {
      const excerpt = getExcerpt(from, target.excerptId);
      return { ...common, happened: whenSaid(excerpt.firstAt, excerpt.lastAt), firstRecordedUtc: excerpt.markedUtc, foundIn: files(from, documentsOfExcerpt(from, excerpt)) };
    }
    case 'mail': {
      const { date, importedUtc, source } = getMail(from, target.mailId);
      return { ...common, happened: whenSaid(date?.at ?? '', date?.at ?? ''), firstRecordedUtc: importedUtc, foundIn: files(from, [source.documentId]) };
    }
  }
}

function files(from: Queries, documentIds: readonly Id[]): Described['foundIn'] {
  return documentIds.map((id) => {
    const { originalName, sha256 } = getDocument(from, id);
    return { name: originalName, sha256 };
  });
}
