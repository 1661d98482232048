import { afterEach, beforeEach, expect, it } from 'vitest';
import { CaseKind, emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import { everywhere } from '../../../shared/model/search';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

type Of<K extends CaseKind> = Extract<CaseContent, { kind: K }>;
const of = <K extends CaseKind>(kind: K, part: Partial<Of<K>>): Of<K> => ({ ...emptyCaseContent[kind], ...part });
const found = async (text: string, personId: string | null = null): Promise<unknown[]> =>
  (await vault.ask('search.find', { text, filter: { ...everywhere, subjects: ['case'], personId }, offset: 0, limit: 9 })).hits.map(({ id, caseKind, day }) => [id, caseKind, day]);

it('keeps a draft through a lock without a trace in the history, and lets it go whole', async () => {
  const { id } = await vault.ask('case.begin', { content: of('contact', { title: 'The desk' }) });
  await vault.ask('case.saveDraft', { id, content: of('contact', { title: 'The desk', told: 'nothing can be do' }) });
  await vault.reopen();
  expect(await vault.ask('case.get', { id })).toMatchObject({ kind: 'contact', status: 'draft', firstRecordedUtc: null, versions: [], pending: null, content: { told: 'nothing can be do' } });
  expect((await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 })).total).toBe(0);
  expect(await found('nothing')).toHaveLength(1);
  expect(await vault.ask('case.discardDraft', { id })).toEqual({ entry: null });
  await expect(vault.ask('case.get', { id })).rejects.toMatchObject(refused('not-found'));
  expect([await found('nothing'), (await vault.ask('case.list', { kind: 'contact' })).rows]).toEqual([[], []]);
});

it('fixes when it was first recorded, and keeps every version with its time and reason; a change begun survives a lock', async () => {
  const { id } = await vault.ask('case.begin', { content: of('contact', { form: 'report', told: 'It was logged.', happened: on('2022-03-04') }) });
  const first = await vault.ask('case.record', { id });
  await expect(vault.ask('case.record', { id })).rejects.toMatchObject(refused('already-recorded'));
  const changed = of('contact', { form: 'report', told: 'It was not logged.', happened: on('2022-03-04') });
  await vault.ask('case.saveDraft', { id, content: changed });
  await vault.reopen();
  expect(await vault.ask('case.get', { id })).toMatchObject({ content: { told: 'It was logged.' }, pending: { told: 'It was not logged.' } });
  await expect(vault.ask('case.amend', { id, content: changed, reason: ' ' })).rejects.toMatchObject(refused('reason-needed'));
  const after = await vault.ask('case.amend', { id, content: changed, reason: 'The log came.' });
  expect(after).toMatchObject({ pending: null, firstRecordedUtc: first.firstRecordedUtc, content: { told: 'It was not logged.' } });
  expect(after.versions.map(({ number, reason, content }) => [number, reason, content.kind === 'contact' && content.told])).toEqual([[1, '', 'It was logged.'], [2, 'The log came.', 'It was not logged.']]);
  expect((await vault.ask('case.amend', { id, content: changed, reason: 'again' })).versions).toHaveLength(2);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 });
  expect(entries.map(({ kind, subjectKind }) => [kind, subjectKind])).toEqual([['case-amended', 'case'], ['case-recorded', 'case']]);
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ number: 2, reason: 'The log came.', content: { told: 'It was not logged.' } });
  expect((await vault.ask('case.list', { kind: 'contact' })).rows[0]).toMatchObject({ amended: true, form: 'report', span: { earliest: '2022-03-04', latest: '2022-03-04' } });
});

it('asks no reason for what she works on again and again, and keeps its versions too', async () => {
  const { id } = await vault.ask('case.begin', { content: of('narrative', { title: 'How it began' }) });
  await vault.ask('case.record', { id });
  expect((await vault.ask('case.amend', { id, content: of('narrative', { title: 'How it began and went on' }), reason: '' })).versions).toHaveLength(2);
});

it('refuses an empty page, an erased one, and another kind than its own', async () => {
  const { id } = await vault.ask('case.begin', { content: emptyCaseContent['look-up'] });
  await expect(vault.ask('case.record', { id })).rejects.toMatchObject(refused('nothing-to-record'));
  await expect(vault.ask('case.saveDraft', { id, content: of('tie', { words: 'x' }) })).rejects.toMatchObject(refused('unexpected'));
  await vault.ask('case.erase', { id, reason: 'a trial' });
  await expect(vault.ask('case.saveDraft', { id, content: emptyCaseContent['look-up'] })).rejects.toMatchObject(refused('erased'));
});

it('finds each kind by its words and by its people, with what it points at, and lists by day', async () => {
  const craig = await vault.ask('people.add', { name: 'Craig', role: 'accused' });
  const officer = await vault.ask('people.add', { name: 'PC Holt', role: 'police' });
  const incidentId = await recorded(vault, { title: 'The stairs', account: 'x', happened: on('2021-01-01') });
  const documentId = await added(vault, 'receipt.txt', Buffer.from('a receipt'));
  const evidence = [{ kind: 'document' as const, documentId }];
  const contents: CaseContent[] = [
    of('contact', { title: 'b', happened: on('2022-05-02'), people: [{ personId: officer.id, part: 'spoke-to' }], given: [{ id: 'a'.repeat(32), what: 'my phone, petunia', target: evidence[0]!, manner: 'original', receipt: '' }], incidentIds: [incidentId] }),
    of('contact', { title: 'a', happened: on('2022-05-01'), told: 'petunia' }),
    of('tie', { fromId: craig.id, toId: officer.id, words: 'petunia at training', evidence }),
    of('counter-allegation', { theirVersion: 'petunia', madeById: craig.id, happened: on('2021-01-01') }),
    of('look-up', { known: 'petunia', throughIds: [officer.id] }),
    of('disclosure', { items: [{ id: 'b'.repeat(32), text: 'petunia', compared: '', number: '', givenIds: [] }] }),
    of('deadline', { note: 'petunia', fromDay: '2022-05-01' }),
    of('narrative', { paragraphs: [{ id: 'c'.repeat(32), form: 'text', text: 'petunia \uFFFC.', citations: [{ kind: 'incident', incidentId }] }] }),
  ];
  const ids: string[] = [];
  for (const content of contents) {
    const { id } = await vault.ask('case.begin', { content });
    await vault.ask('case.record', { id });
    ids.push(id);
  }
  expect(await found('petunia')).toEqual(expect.arrayContaining(contents.map(({ kind }, i) => [ids[i], kind, expect.any(String)])));
  expect(await found('petunia', officer.id)).toEqual(expect.arrayContaining([[ids[0], 'contact', '2022-05-02'], [ids[2], 'tie', ''], [ids[4], 'look-up', '']]));
  expect(await found('petunia', officer.id)).toHaveLength(3);
  expect((await vault.ask('case.list', { kind: 'contact' })).rows.map(({ title, evidenceCount, personIds }) => [title, evidenceCount, personIds])).toEqual([['a', 0, []], ['b', 1, [officer.id]]]);
  expect((await vault.ask('case.list', { kind: 'tie' })).rows[0]).toMatchObject({ title: 'Craig – PC Holt', evidenceCount: 1 });
  const concerning = async (kind: 'incident' | 'document' | 'person', id: string): Promise<string[]> => (await vault.ask('case.concerning', { kind, id })).rows.map((row) => row.kind).sort();
  expect(await concerning('incident', incidentId)).toEqual(['contact', 'narrative']);
  expect(await concerning('document', documentId)).toEqual(['contact', 'tie']);
  expect(await concerning('person', craig.id)).toEqual(['counter-allegation', 'tie']);
  const { things } = await vault.ask('case.evidence', { targets: evidence });
  expect(things).toEqual([{ target: evidence[0], name: 'receipt.txt', isGone: false, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), mark: null }]);
  await vault.ask('documents.erase', { id: documentId, reason: 'x' });
  expect((await vault.ask('case.evidence', { targets: evidence })).things).toEqual([{ target: evidence[0], name: '', isGone: true, sha256: null, mark: null }]);
});

it('erases every word of an entry, its versions and what the history said of it, and keeps that it was erased and why', async () => {
  const { id } = await vault.ask('case.begin', { content: of('look-up', { known: 'my unrepeatable street' }) });
  await vault.ask('case.record', { id });
  await vault.ask('case.amend', { id, content: of('look-up', { known: 'my unrepeatable road' }), reason: 'slip' });
  await vault.ask('case.saveDraft', { id, content: of('look-up', { known: 'my unrepeatable lane' }) });
  const erased = await vault.ask('case.erase', { id, reason: 'It was not his doing.' });
  expect(erased).toMatchObject({ status: 'erased', content: emptyCaseContent['look-up'], versions: [], pending: null, erased: { reason: 'It was not his doing.' } });
  await vault.reopen();
  expect(await found('unrepeatable')).toEqual([]);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 });
  expect(entries.map(({ kind, payload }) => [kind, payload === null])).toEqual([['case-erased', false], ['case-amended', true], ['case-recorded', true]]);
  expect(JSON.stringify(await vault.ask('case.get', { id }))).not.toContain('unrepeatable');
});
