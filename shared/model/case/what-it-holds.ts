import { dayWritten } from '../../deadlines/written-days';
import type { Id } from '../identity';
import type { CaseContent, CaseRow } from './case-entry';
import type { Outcome } from './contact';
import { citationSign } from './narrative';
import { undated } from '../dated';
import type { EvidenceTarget } from './evidence';

/** From an entry of the case to something else in the record. `about`: another entry of the case. */
export interface CaseThread {
  readonly role: 'evidence' | 'given' | 'person' | 'incident' | 'about';
  readonly kind: 'document' | 'excerpt' | 'mail' | 'person' | 'incident' | 'case';
  readonly id: Id;
}

/** Everything an entry points at, each once. */
export function threadsOf(content: CaseContent): CaseThread[] {
  const all = [...own(content), ...('evidence' in content ? content.evidence.map((target) => toTarget('evidence', target)) : [])];
  return [...new Map(all.map((thread) => [`${thread.role} ${thread.kind} ${thread.id}`, thread])).values()];
}

function own(content: CaseContent): CaseThread[] {
  switch (content.kind) {
    case 'contact': return [
      ...people(content.bodyId, ...content.people.map(({ personId }) => personId)), ...about(content.reportId), ...incidents(content.incidentIds),
      ...content.given.flatMap(({ target }) => (target === null ? [] : [toTarget('given', target)])),
    ];
    case 'tie': return people(content.fromId, content.toId, content.toldById);
    case 'counter-allegation': return [...people(content.madeById), ...incidents(content.incidentIds)];
    case 'look-up': return [...people(content.personId, ...content.throughIds), ...incidents(content.incidentIds)];
    case 'disclosure': return [...people(content.bodyId), ...about(content.contactId)];
    case 'deadline': return about(content.contactId);
    case 'turning-point': return [];
    case 'conduct': return content.incidentId === null ? [] : incidents([content.incidentId]);
    case 'narrative': return content.paragraphs.flatMap(({ citations }) => citations.map((citation): CaseThread => {
      if (citation.kind === 'incident') return { role: 'incident', kind: 'incident', id: citation.incidentId };
      if (citation.kind === 'case') return { role: 'about', kind: 'case', id: citation.entryId };
      return toTarget('evidence', citation);
    }));
  }
}

const people = (...ids: (Id | null)[]): CaseThread[] => ids.flatMap((id) => (id === null ? [] : [{ role: 'person', kind: 'person', id } as const]));
const about = (id: Id | null): CaseThread[] => (id === null ? [] : [{ role: 'about', kind: 'case', id }]);
const incidents = (ids: readonly Id[]): CaseThread[] => ids.map((id) => ({ role: 'incident', kind: 'incident', id }));

function toTarget(role: 'evidence' | 'given', target: EvidenceTarget): CaseThread {
  switch (target.kind) {
    case 'document': return { role, kind: 'document', id: target.documentId };
    case 'excerpt': return { role, kind: 'excerpt', id: target.excerptId };
    case 'mail': return { role, kind: 'mail', id: target.mailId };
  }
}

/** What a list shows of an entry, besides what the record knows of it. Ties are named by their people, which only the record can do. */
export function facedAs(content: CaseContent): Pick<CaseRow, 'title' | 'happened' | 'form' | 'reference' | 'bodyId' | 'reportId' | 'hasOutcome'> & { text: string } {
  const plain = { form: '', reference: '', bodyId: null, reportId: null, hasOutcome: false };
  switch (content.kind) {
    case 'contact': return { title: content.title, happened: content.happened, form: content.form ?? '', reference: content.reference, bodyId: content.bodyId, reportId: content.reportId, hasOutcome: content.outcomes.length > 0, text: content.told || content.said };
    case 'tie': return { ...plain, title: '', happened: content.began, form: content.tie ?? '', text: content.words || content.source };
    case 'counter-allegation': return { ...plain, title: content.title, happened: content.happened, reference: content.reference, hasOutcome: content.outcomes.length > 0, text: content.theirVersion };
    case 'look-up': return { ...plain, title: content.title, happened: content.happened, text: content.known };
    case 'disclosure': return { ...plain, title: content.title, happened: content.happened, form: content.form, reference: content.reference, bodyId: content.bodyId, reportId: content.contactId, text: content.note };
    case 'deadline': return { ...plain, title: content.title, happened: dayWritten(content, content.rule === '' ? 'ownDay' : 'fromDay'), form: content.rule, reportId: content.contactId, text: content.note };
    case 'turning-point': return { ...plain, title: '', happened: content.happened, form: content.what ?? '', text: content.words };
    case 'conduct': return { ...plain, title: '', happened: undated, form: content.elementId, text: content.words };
    case 'narrative': return { ...plain, title: content.title, happened: undated, text: content.paragraphs[0]?.text.replaceAll(citationSign, '') ?? '' };
  }
}

/** Every word of hers in an entry, for Find, a line each; its title is not among them. */
export function wordsIn(content: CaseContent): string {
  return words(content).filter((text) => text !== '').join('\n');
}

const ofOutcomes = (outcomes: readonly Outcome[]): string[] => outcomes.flatMap(({ note, told }) => [note, told.typed]);

function words(content: CaseContent): string[] {
  switch (content.kind) {
    case 'contact': return [
      content.reference, content.said, content.told, ...content.promised.flatMap(({ what, by }) => [what, by.typed]), ...content.given.flatMap(({ what, receipt }) => [what, receipt]), content.cameBack,
      ...ofOutcomes(content.outcomes), content.happened.typed, content.privilegedNote,
    ];
    case 'tie': return [content.words, content.source, content.began.typed, content.ended.typed, content.privilegedNote];
    case 'counter-allegation': return [
      content.theirVersion, content.herAnswer, content.madeTo, content.reference, ...ofOutcomes(content.outcomes), content.happened.typed, content.made.typed, content.learned.typed, content.privilegedNote,
    ];
    case 'look-up': return [content.known, content.howItShowed, content.otherWays, content.searchTerms, content.sayInRequest, content.happened.typed, content.knowableSince.typed, content.privilegedNote];
    case 'disclosure': return [content.reference, ...content.items.map(({ text }) => text), ...content.notExpected.map(({ why }) => why), content.note, content.happened.typed, content.privilegedNote];
    case 'deadline': return [content.note, ...Object.values(content.asWritten).map(({ typed }) => typed), content.settledOn.typed];
    case 'turning-point': return [content.words, content.happened.typed, content.privilegedNote];
    case 'conduct': return [content.words];
    case 'narrative': return content.paragraphs.map(({ text }) => text.replaceAll(citationSign, ' '));
  }
}
