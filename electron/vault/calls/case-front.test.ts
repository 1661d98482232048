import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyCaseContent, type CaseContent, type CaseKind } from '../../../shared/model/case/case-entry';
import type { CitedText } from '../../../shared/model/case/case-page';
import { added, content, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const of = <K extends CaseKind>(kind: K, part: Partial<Extract<CaseContent, { kind: K }>>): CaseContent => ({ ...emptyCaseContent[kind], ...part });
const kept = async (what: CaseContent): Promise<string> => {
  const { id } = await vault.ask('case.begin', { content: what });
  await vault.ask('case.record', { id });
  return id;
};
const front = (today = '2022-04-17') => vault.ask('case.front', { today });
const gaps = async (settled = false) => (await vault.ask('case.gaps', { settled, offset: 0, limit: 50 })).gaps.map(({ incidentId }) => incidentId);
const told = async (subjectId: string | null, kind: string) => (await vault.ask('history.list', { subjectId, offset: 0, limit: 50 })).entries.filter((entry) => entry.kind === kind).length;

it('shows what matters now by names alone: the newest, what runs, what was given, what is half written', async () => {
  const stairs = await recorded(vault, { title: 'The stairs', account: 'an unrepeatable account', happened: on('2021-01-01') });
  const letter = await added(vault, 'letter.txt', Buffer.from('a letter'));
  const review = await kept(of('deadline', { rule: 'complaint-review', fromDay: '2022-04-01', evidence: [{ kind: 'document', documentId: letter }] }));
  const own = await kept(of('deadline', { title: 'Call her back', ownDay: '2022-04-20' }));
  await kept(of('deadline', { rule: 'complaint-review', fromDay: '2021-04-01' }));
  await kept(of('deadline', { title: 'Done', ownDay: '2022-04-19', settled: 'done' }));
  const draft = await vault.ask('case.begin', { content: of('deadline', { rule: 'vrr-ask', fromDay: '2022-04-01' }) });
  await vault.ask('case.begin', { content: of('deadline', { title: 'far', ownDay: '2023-01-01' }) });
  const contact = await kept(of('contact', { title: 'The desk', happened: on('2022-03-01'), given: ['my phone', 'two letters'].map((what, i) => ({ id: String(i).repeat(32), what, target: null, manner: 'original' as const, receipt: '' })) }));
  await kept(of('contact', { title: 'A call', happened: on('2022-03-02') }));
  const half = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id: half.id, content: content({ title: 'Half', account: 'more of the unrepeatable' }) });
  await vault.ask('incidents.saveAmendmentDraft', { id: stairs, content: content({ title: 'The stairs again', account: 'x' }) });
  const seen = await front();
  expect(seen.deadlines.map(({ id }) => id)).toEqual([own, review, draft.id]);
  expect(seen.deadlines[1]).toMatchObject({ rule: 'complaint-review', fromDay: '2022-04-01', evidenceCount: 1, status: 'recorded' });
  expect(seen.furtherDeadlines).toBe(1);
  expect(seen.given).toEqual([{ contactId: contact, title: 'The desk', happened: on('2022-03-01'), what: ['my phone', 'two letters'], total: 2 }]);
  expect(seen.lastEntries).toHaveLength(5);
  expect(seen.lastEntries[0]).toMatchObject({ caseKind: 'contact', title: 'A call' });
  expect(seen.waiting).toBe(1);
  expect(seen.unfinished.total).toBe(4);
  expect(seen.unfinished.newest.map(({ title, isChange }) => [title, isChange])).toEqual([['Half', false], ['far', false], ['Ask the police to look again at a decision not to charge', false], ['The stairs', true]]);
  expect(JSON.stringify(seen)).not.toContain('unrepeatable');
  expect((await front('2022-05-01')).deadlines.map(({ id }) => id)).toEqual([draft.id, expect.any(String)]);
});

it('lists every time limit that is not erased, with the days it is worked out from', async () => {
  const id = await kept(of('deadline', { rule: 'common-assault', fromDay: '2023-01-10', secondDay: '2023-03-31', note: 'a word of hers' }));
  const gone = await kept(of('deadline', { title: 'gone', ownDay: '2022-01-01' }));
  await vault.ask('case.erase', { id: gone, reason: 'a slip' });
  const { deadlines } = await vault.ask('case.deadlines', {});
  expect(deadlines).toEqual([{ id, status: 'recorded', evidenceCount: 0, firstRecordedUtc: expect.any(String), rule: 'common-assault', title: '', fromDay: '2023-01-10', secondDay: '2023-03-31', ownDay: '', contactId: null, settled: 'no' }]);
});

it('prints time limits by their last day, with rule, source, letters and the days they were worked out from; drafts and notes are left out', async () => {
  const letter = await added(vault, 'letter.txt', Buffer.from('a letter'));
  await kept(of('deadline', { title: 'For the second attack', rule: 'common-assault', fromDay: '2023-01-10', note: 'an unrepeatable note' }));
  const review = await kept(of('deadline', { rule: 'complaint-review', fromDay: '2022-04-01', settled: 'done', settledOn: on('2022-04-20'), evidence: [{ kind: 'document', documentId: letter }] }));
  await vault.ask('case.begin', { content: of('deadline', { title: 'a draft', ownDay: '2022-01-01' }) });
  const { page, sources } = await vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'deadlines' } });
  const [table] = page.blocks.flatMap((block) => (block.block === 'table' ? [block.table] : []));
  const text = (cell: CitedText): string => cell.map((part) => (part.is === 'words' ? part.words : '§')).join('');
  expect(table?.rows.map((row) => row.map(text))).toEqual([
    ['Ask for a review of a complaint’s outcome, §', 'The date on the letter: Friday 1 April 2022', 'Friday 29 April 2022', 'Done, 20 April 2022', '§'],
    ['For the second attack: Charge for common assault in domestic abuse, §', 'The day it happened: Tuesday 10 January 2023', 'Friday 10 January 2025; without the other day: 6 months after the first statement or recorded interview', 'Open', 'Nothing attached'],
  ]);
  expect(sources.map(({ citation, mark }) => ('entryId' in citation ? citation.entryId : mark))).toEqual([review, 'TM1', expect.any(String)]);
  expect(JSON.stringify(page)).toContain('Criminal Justice Act 1988, section 39A(4)');
  expect(JSON.stringify(page)).not.toMatch(/unrepeatable|a draft/);
  await expect((async () => { for (const { id } of (await vault.ask('case.deadlines', {})).deadlines) await vault.ask('case.erase', { id, reason: 'x' }); return vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'deadlines' } }); })()).rejects.toMatchObject(refused('nothing-chosen'));
});

it('names what has nothing attached, with where it was; what is attached, half written or erased is not among it', async () => {
  const school = await recorded(vault, { title: 'At the school gate', account: 'x', where: 'the school', kinds: ['stalking-turning-up'], happened: on('2021-03-01') });
  const home = await recorded(vault, { title: 'At home', account: 'x', happened: on('2021-02-01') });
  const linked = await recorded(vault, { title: 'Linked', account: 'x', happened: on('2021-01-01') });
  await vault.ask('incidents.link', { id: linked, target: { kind: 'document', documentId: await added(vault, 'a.txt', Buffer.from('a')) } });
  await vault.ask('incidents.begin', {});
  expect(await gaps()).toEqual([home, school]);
  expect((await vault.ask('case.gaps', { settled: false, offset: 1, limit: 1 })).gaps).toEqual([{ incidentId: school, title: 'At the school gate', opening: 'x', happened: on('2021-03-01'), kinds: ['stalking-turning-up'], where: 'the school' }]);
  await vault.ask('incidents.erase', { id: home, reason: 'a slip' });
  expect(await gaps()).toEqual([school]);
});

it('keeps “nothing to find” for one of them, and takes it back; both are in the history, and erasing the incident ends it', async () => {
  const id = await recorded(vault, { title: 'The hall', account: 'x' });
  await vault.ask('case.settleGap', { incidentId: id, isSettled: true });
  await vault.ask('case.settleGap', { incidentId: id, isSettled: true });
  await vault.reopen();
  expect([await gaps(), await gaps(true), await told(id, 'gap-settled')]).toEqual([[], [id], 1]);
  expect(await vault.ask('case.gaps', { settled: false, offset: 0, limit: 9 })).toMatchObject({ total: 0, settledTotal: 1 });
  await vault.ask('case.settleGap', { incidentId: id, isSettled: false });
  expect([await gaps(), await told(id, 'gap-opened')]).toEqual([[id], 1]);
  await vault.ask('case.settleGap', { incidentId: id, isSettled: true });
  await vault.ask('incidents.erase', { id, reason: 'a slip' });
  expect(await vault.ask('case.gaps', { settled: true, offset: 0, limit: 9 })).toEqual({ isHidden: false, total: 0, settledTotal: 0, gaps: [] });
  await expect(vault.ask('case.settleGap', { incidentId: id, isSettled: true })).rejects.toMatchObject(refused('erased'));
  await expect(vault.ask('case.settleGap', { incidentId: 'f'.repeat(32), isSettled: true })).rejects.toMatchObject(refused('not-found'));
});

it('is turned off for good, through a lock, and on again', async () => {
  const id = await recorded(vault, { title: 'The hall', account: 'x' });
  await vault.ask('case.hideGaps', { isHidden: true });
  await vault.ask('case.hideGaps', { isHidden: true });
  await vault.reopen();
  expect(await vault.ask('case.gaps', { settled: false, offset: 0, limit: 9 })).toEqual({ isHidden: true, total: 0, settledTotal: 0, gaps: [] });
  expect(await told(null, 'gaps-hidden')).toBe(1);
  await vault.ask('case.hideGaps', { isHidden: false });
  expect([await gaps(), await told(null, 'gaps-shown')]).toEqual([[id], 1]);
});
