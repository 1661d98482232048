import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sortKeyOf, spanOf } from '../../../shared/dates';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import { ChronologySubject, wholeChronology, type ChronologyFilter, type YearCount } from '../../../shared/model/chronology';
import type { Dated } from '../../../shared/model/dated';
import { emptyIncidentContent, type IncidentContent } from '../../../shared/model/incident';
import { madeMessage } from '../../../shared/importers/testing/made-parts';
import { imported } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

// Some two hundred saves, each on the disk before it is answered.
vi.setConfig({ testTimeout: 120_000 });

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** The same numbers in [0, 1) at every run. */
let state = 20;
const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
const some = <T>(of: readonly T[]): T[] => of.filter(() => next() < 0.4);

const words = ['kettle', 'radiator', 'locksmith', 'warrant', 'door'];
const kinds = ['physical', 'threats', 'economic', 'stalking'];
const days = ['', '2019-03-12', '2019-03-12', '2019-03', '2019', '2020-06-XX', '2019-11/2020-02', '../2018-05-01', '2021-01-02/..', '2018-24', '1999-12-31', '2020-02-29'];
const dated = (edtf: string): Dated => ({ typed: edtf, edtf, timeOfDay: edtf.length === 10 && next() < 0.5 ? '09:30' : '', timeApproximate: false, basis: null });
const madeContent = (people: readonly string[]): IncidentContent => ({
  ...emptyIncidentContent, title: one(words), account: `${one(words)} ${one(words)}`, happened: dated(one(days)), kinds: some(kinds), people: some(people).map((personId) => ({ personId, part: 'present' as const })),
});

/** An entry of the case of a kind that is told by day; of the same kind again where one is given. */
function madeCase(people: readonly string[], kind: string = one(['contact', 'counter-allegation', 'look-up'])): CaseContent {
  const evidence = next() < 0.4 ? [{ kind: 'document' as const, documentId: 'd'.repeat(32) }] : [];
  switch (kind) {
    case 'contact': return { ...emptyCaseContent.contact, title: one(words), told: one(words), happened: dated(one(days)), people: some(people).map((personId) => ({ personId, part: 'spoke-to' as const })), evidence };
    case 'look-up': return { ...emptyCaseContent['look-up'], title: one(words), known: one(words), happened: dated(one(days)), personId: one(people), evidence };
    default: return { ...emptyCaseContent['counter-allegation'], title: one(words), theirVersion: one(words), happened: dated(one(days)), made: dated(one(days)), learned: dated(one(days)), madeById: one(people), evidence };
  }
}

/** One entry as the record itself tells it, apart from the chronology's own tables. */
interface Entry { subject: ChronologySubject; id: string; happened: Dated; kinds: string[]; people: string[]; evidence: number; said: string; first: string | null }

const known = { incidents: [] as string[], cases: [] as string[], documents: [] as string[], excerpts: [] as string[] };

async function entries(): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const id of known.incidents) {
    const { status, content, links, firstRecordedUtc } = await vault.ask('incidents.get', { id });
    if (status === 'erased') continue;
    found.push({ subject: 'incident', id, happened: content.happened, kinds: content.kinds, people: content.people.map(({ personId }) => personId), evidence: links.length, said: `${content.title} ${content.account}`, first: firstRecordedUtc });
  }
  for (const id of known.documents) {
    const { status, title, note, originalName, happened, addedUtc } = await vault.ask('documents.get', { id });
    if (status === 'kept' && happened.edtf !== '') found.push({ subject: 'document', id, happened, kinds: [], people: [], evidence: 1, said: `${title} ${note} ${originalName}`, first: addedUtc });
  }
  for (const id of known.excerpts) {
    const { conversationId, conversationTitle, firstOrdinal, lastOrdinal, shows, firstAt, markedUtc } = await vault.ask('excerpts.get', { id });
    const { messages } = await vault.ask('messages.page', { conversationId, firstOrdinal, limit: lastOrdinal - firstOrdinal + 1 });
    const happened = { typed: '', edtf: firstAt.slice(0, 10), timeOfDay: firstAt.slice(11, 16), timeApproximate: false, basis: 'message' as const };
    found.push({ subject: 'excerpt', id, happened, kinds: [], people: [], evidence: 1, said: [conversationTitle, shows, ...messages.map(({ text }) => text)].join(' '), first: markedUtc });
  }
  for (const id of known.cases) {
    const { status, kind, content, firstRecordedUtc } = await vault.ask('case.get', { id });
    if (status !== 'recorded' || (content.kind !== 'contact' && content.kind !== 'counter-allegation' && content.kind !== 'look-up')) continue;
    const evidence = content.evidence.length;
    const said = content.kind === 'contact' ? content.told : content.kind === 'look-up' ? content.known : content.theirVersion;
    const people = content.kind === 'contact' ? content.people.map(({ personId }) => personId) : content.kind === 'look-up' ? [content.personId ?? ''] : [content.madeById ?? ''];
    // What is said to have happened, else when it was claimed, else when she learned of it.
    const happened = content.kind === 'counter-allegation' ? [content.happened, content.made, content.learned].find(({ edtf }) => edtf !== '') ?? content.happened : content.happened;
    found.push({ subject: ChronologySubject.parse(kind), id, happened, kinds: [], people, evidence, said: `${content.title} ${said}`, first: firstRecordedUtc });
  }
  const key = ({ happened, first, subject, id }: Entry): string => [sortKeyOf(happened), first ?? '9', subject, id].join(' ');
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The plainest reading of a filter. */
function isThrough({ subject, happened, kinds: its, people, evidence, said }: Entry, filter: ChronologyFilter): boolean {
  const { earliest, latest } = spanOf(happened.edtf);
  if (filter.fromDay !== '' && (latest === '' || latest < filter.fromDay)) return false;
  if (filter.toDay !== '' && (earliest === '' || earliest > filter.toDay)) return false;
  if (filter.show.length > 0 && !filter.show.includes(subject)) return false;
  if (filter.hasEvidence !== null && filter.hasEvidence !== evidence > 0) return false;
  if (filter.kinds.length > 0 && !filter.kinds.some((kind) => its.includes(kind))) return false;
  if (filter.personIds.length > 0 && !filter.personIds.some((id) => people.includes(id))) return false;
  return filter.text === '' || said.split(/\W+/).includes(filter.text);
}

function yearsOf(through: readonly Entry[]): YearCount[] {
  const spans = through.map(({ happened }) => spanOf(happened.edtf)).filter(({ earliest }) => earliest !== '');
  const year = (day: string): number => Number(day.slice(0, 4));
  const of = ({ earliest, latest }: { earliest: string; latest: string }): [number, number] => [year(earliest === '0001-01-01' ? latest : earliest), year(latest === '9999-12-31' ? earliest : latest)];
  const all = [...new Set(spans.flatMap((span) => Array.from({ length: of(span)[1] - of(span)[0] + 1 }, (_, i) => of(span)[0] + i)))].sort((a, b) => a - b);
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  return all.map((each) => {
    const touches = (span: { earliest: string; latest: string }, month: string): boolean => span.earliest.slice(0, 7) <= `${each}-${month}` && `${each}-${month}` <= span.latest.slice(0, 7) && of(span)[0] <= each && each <= of(span)[1];
    const begins = spans.findIndex(({ earliest }) => year(earliest) >= each);
    return {
      year: each, firstRow: begins < 0 ? spans.length - 1 : begins,
      exact: spans.filter(({ earliest, latest }) => earliest === latest && year(earliest) === each).length,
      vague: spans.filter((span) => span.earliest !== span.latest && of(span)[0] <= each && each <= of(span)[1]).length,
      exactByMonth: months.map((month) => spans.filter((span) => span.earliest === span.latest && touches(span, month)).length),
      vagueByMonth: months.map((month) => spans.filter((span) => span.earliest !== span.latest && touches(span, month)).length),
    };
  });
}

async function expectAsTold(after: string, people: readonly string[]): Promise<void> {
  const all = await entries();
  const asked: ChronologyFilter[] = [wholeChronology, ...Array.from({ length: 6 }, (): ChronologyFilter => ({
    fromDay: next() < 0.3 ? one(['2019-03-12', '2020-01-01', '2021-06-01']) : '', toDay: next() < 0.3 ? one(['2019-03-12', '2019-12-31', '1999-12-31']) : '',
    personIds: next() < 0.3 ? some(people) : [], kinds: next() < 0.4 ? some(kinds) : [], tagIds: [], hasEvidence: one([null, null, true, false]),
    show: next() < 0.3 ? some(ChronologySubject.options) : [], text: next() < 0.3 ? one(words) : '',
  }))];
  // The first of them again at the end: what was kept of it must still hold.
  for (const filter of [...asked, wholeChronology]) {
    const through = all.filter((entry) => isThrough(entry, filter));
    const offset = Math.floor(next() * 5);
    const page = await vault.ask('chronology.rows', { filter, offset, limit: 10 });
    const why = `after ${after}, ${JSON.stringify(filter)}`;
    expect({ total: page.total, rows: page.rows.map(({ subject, id }) => [subject, id]) }, why).toEqual({ total: through.length, rows: through.slice(offset, offset + 10).map(({ subject, id }) => [subject, id]) });
    const { years, undated } = await vault.ask('chronology.years', { filter });
    expect({ years, undated }, why).toEqual({ years: yearsOf(through), undated: through.filter(({ happened }) => happened.edtf === '').length });
  }
}

async function addFile(name: string): Promise<void> {
  const file = path.join(vault.folder, '..', name);
  await writeFile(file, `bytes of ${name}`);
  known.documents.push((await vault.askShell('documents.seal', { taskId: 'a'.repeat(32), path: file, name, origin: 'added' })).document.id);
}

async function importChat(number: number): Promise<string> {
  return (await imported(vault, Array.from({ length: 6 }, (_, i) => madeMessage(i + 1, { sender: 'Craig', at: `2019-0${i + 1}-12T10:00:00`, text: one(words) })), `chat ${number}.txt`)).id;
}

it('answers as the plainest reading of the record would, after each kind of change', async () => {
  for (const list of Object.values(known)) list.length = 0;
  const people = await Promise.all(['Amal', 'Craig', 'Bo'].map(async (name) => (await vault.ask('people.add', { name, role: 'witness' })).id));
  const conversations: string[] = [];
  /** A page that was begun and left blank is given out again: it is known already, and becomes the newest. */
  const begin = async (): Promise<string> => {
    const { id } = await vault.ask('incidents.begin', {});
    const others = known.incidents.filter((each) => each !== id);
    known.incidents.splice(0, Infinity, ...others, id);
    return id;
  };
  const changes: Record<string, () => Promise<unknown>> = {
    begin,
    saveDraft: async () => {
      const id = await begin();
      return vault.ask('incidents.saveDraft', { id, content: madeContent(people) });
    },
    record: async () => {
      const id = await begin();
      await vault.ask('incidents.saveDraft', { id, content: madeContent(people) });
      return vault.ask('incidents.record', { id });
    },
    amend: async () => vault.ask('incidents.amend', { id: await withStatus('recorded'), content: madeContent(people), reason: 'I remember more.' }),
    erase: async () => vault.ask('incidents.erase', { id: await withStatus('recorded'), reason: 'He reads this.' }),
    addFile: () => addFile(`${one(words)}-${known.documents.length}.pdf`),
    dateDocument: async () => vault.ask('documents.amend', { id: await keptDocument(), title: one(words), happened: dated(one(days)), note: one(words) }),
    link: async () => vault.ask('incidents.link', { id: await withStatus('recorded'), target: { kind: 'document', documentId: await keptDocument() } }),
    unlink: async () => {
      for (const id of known.incidents) {
        const [link] = (await vault.ask('incidents.get', { id })).links;
        if (link !== undefined) return vault.ask('incidents.unlink', { id, linkId: link.id });
      }
    },
    eraseDocument: async () => vault.ask('documents.erase', { id: await keptDocument(), reason: 'Not mine.' }),
    importChat: async () => conversations.push(await importChat(conversations.length)),
    mark: async () => {
      const first = Math.floor(next() * 6);
      known.excerpts.push((await vault.ask('excerpts.mark', { conversationId: one(conversations), firstOrdinal: first, lastOrdinal: first, shows: one(words) })).id);
    },
    amendExcerpt: () => vault.ask('excerpts.amend', { id: one(known.excerpts), shows: one(words) }),
    recordCase: async () => {
      const { id } = await vault.ask('case.begin', { content: madeCase(people) });
      known.cases.push(id);
      return next() < 0.8 ? vault.ask('case.record', { id }) : null;
    },
    amendCase: async () => {
      const id = await recordedCase();
      const { kind } = await vault.ask('case.get', { id });
      return vault.ask('case.amend', { id, content: madeCase(people, kind), reason: 'I remember more.' });
    },
    eraseCase: async () => vault.ask('case.erase', { id: await recordedCase(), reason: 'He reads this.' }),
    recordTie: async () => vault.ask('case.record', { id: (await vault.ask('case.begin', { content: { ...emptyCaseContent.tie, began: dated('2019-03-12'), words: 'kettle' } })).id }),
    removeExcerpt: () => vault.ask('excerpts.remove', { id: known.excerpts.pop() ?? '', reason: 'Wrong place.' }),
  };
  const withStatus = async (status: string): Promise<string> => {
    for (const id of [...known.incidents].reverse()) if ((await vault.ask('incidents.get', { id })).status === status && next() < 0.7) return id;
    await changes['record']?.();
    return known.incidents.at(-1) ?? '';
  };
  const recordedCase = async (): Promise<string> => {
    for (const id of [...known.cases].reverse()) if ((await vault.ask('case.get', { id })).status === 'recorded' && next() < 0.7) return id;
    const { id } = await vault.ask('case.begin', { content: madeCase(people) });
    known.cases.push(id);
    await vault.ask('case.record', { id });
    return id;
  };
  const keptDocument = async (): Promise<string> => {
    for (const id of known.documents) if ((await vault.ask('documents.get', { id })).status === 'kept' && next() < 0.7) return id;
    await addFile(`fresh-${known.documents.length}.pdf`);
    return known.documents.at(-1) ?? '';
  };

  for (let i = 0; i < 12; i++) await changes['record']?.();
  for (let round = 0; round < 3; round++) {
    for (const [name, change] of Object.entries(changes)) {
      await change();
      await expectAsTold(`${name} in round ${round}`, people);
    }
  }
});
