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
  expect(seen.deadlines.running.first.map(({ id }) => id)).toEqual([own, review, draft.id]);
  expect(seen.deadlines.running.first[1]).toMatchObject({ rule: 'complaint-review', fromDay: '2022-04-01', evidenceCount: 1, status: 'recorded' });
  expect(seen.deadlines).toMatchObject({ running: { further: 1 }, lastToday: 0, ended: { first: [{ fromDay: '2021-04-01' }], further: 0 }, withoutDay: { first: [], further: 0 } });
  expect(seen.given).toEqual([{ contactId: contact, title: 'The desk', happened: on('2022-03-01'), what: ['my phone', 'two letters'], total: 2 }]);
  expect(seen.lastEntries).toHaveLength(5);
  expect(seen.lastEntries[0]).toMatchObject({ caseKind: 'contact', title: 'A call' });
  expect(seen.waiting).toBe(1);
  expect(seen.drafts.total).toBe(4);
  expect(seen.drafts.newest.map(({ title, isAmendment }) => [title, isAmendment])).toEqual([['Half', false], ['far', false], ['Ask the police to look again at a decision not to charge', false], ['The stairs', true]]);
  expect(JSON.stringify(seen)).not.toContain('unrepeatable');
  const later = (await front('2022-05-01')).deadlines;
  expect([later.running.first.map(({ id }) => id), later.ended.first.map(({ id }) => id)]).toEqual([[draft.id, expect.any(String)], [review, own, expect.any(String)]]);
});

it('says what has its last day today, what ended and is not settled, the newest first, and what has no last day', async () => {
  const today = await kept(of('deadline', { title: 'today', ownDay: '2022-04-17' }));
  const ended = [];
  for (const day of ['2022-01-01', '2022-04-16', '2022-02-01', '2022-03-01']) ended.push(await kept(of('deadline', { title: day, ownDay: day })));
  const missing = await kept(of('deadline', { rule: 'complaint-review' }));
  const turned = await kept(of('deadline', { rule: 'common-assault', fromDay: '2025-06-01', secondDay: '2024-03-01' }));
  const outside = await kept(of('deadline', { rule: 'common-assault', fromDay: '2022-01-01', secondDay: '2022-08-01' }));
  await kept(of('deadline', { title: 'done', ownDay: '2022-04-10', settled: 'done' }));
  await vault.ask('case.begin', { content: emptyCaseContent.deadline });
  const { deadlines } = await front();
  expect([deadlines.lastToday, deadlines.running.first.map(({ id }) => id)]).toEqual([1, [today]]);
  expect([deadlines.ended.first.map(({ id }) => id), deadlines.ended.further]).toEqual([[ended[1], ended[3], ended[2]], 1]);
  expect(deadlines.withoutDay.first.map(({ id }) => id).toSorted()).toEqual([missing, turned, outside].toSorted());
});

it('gives a page that was left blank out again, and does not call it half written', async () => {
  const kinds = Object.keys(emptyCaseContent) as CaseKind[];
  for (const kind of kinds) {
    const ids = new Set<string>();
    for (let i = 0; i < 3; i++) ids.add((await vault.ask('case.begin', { content: emptyCaseContent[kind] })).id);
    expect(ids.size, kind).toBe(1);
  }
  await vault.ask('incidents.begin', {});
  expect((await front()).drafts).toEqual({ total: 0, newest: [] });
  const { id } = await vault.ask('case.begin', { content: emptyCaseContent.contact });
  await vault.ask('case.saveDraft', { id, content: of('contact', { told: 'one word' }) });
  expect((await front()).drafts).toMatchObject({ total: 1, newest: [{ id, caseKind: 'contact' }] });
  expect((await vault.ask('case.begin', { content: emptyCaseContent.contact })).id).not.toBe(id);
});

it('keeps what she wrote for a day that is none, through record and lock, and shows it in lists, in Find and in print', async () => {
  const written = { ...emptyCaseContent.deadline.asWritten, fromDay: { ...on(''), typed: '31 February 2024' } };
  const id = await kept(of('deadline', { rule: 'complaint-review', asWritten: written }));
  await vault.reopen();
  expect((await vault.ask('case.get', { id })).content).toMatchObject({ fromDay: '', asWritten: { fromDay: { typed: '31 February 2024' } } });
  expect((await vault.ask('case.list', { kind: 'deadline' })).rows[0]?.happened.typed).toBe('31 February 2024');
  expect((await printed())[0]).toEqual(['Ask for a review of a complaint’s outcome, §', 'The date on the letter: “31 February 2024”, as written', 'Not worked out: what was written is no whole day', 'Not settled', 'Nothing attached']);
});

it('prints no last day that cannot be, or that the rule does not give; is no surer than the days; and says of what has ended that it is not settled', async () => {
  const about = { ...emptyCaseContent.deadline.asWritten, fromDay: { ...on('2024-03-03~'), typed: 'about 3 March 2024' } };
  await kept(of('deadline', { rule: 'complaint-review', fromDay: '2024-03-03', asWritten: about }));
  await kept(of('deadline', { rule: 'common-assault', fromDay: '2022-01-01', secondDay: '2022-08-01' }));
  await kept(of('deadline', { rule: 'common-assault', fromDay: '2025-06-01', secondDay: '2024-03-01' }));
  await kept(of('deadline', { rule: 'subject-access-police', fromDay: '2023-04-05' }));
  const rows = await printed();
  expect(rows.map(([, , last, state]) => [last, state])).toEqual([
    ['Friday 5 May 2023', 'Was due by Friday 5 May 2023, not settled'],
    ['About Sunday 31 March 2024: it is counted from a day that is not certain', 'Ended about Sunday 31 March 2024, not settled'],
    ['Not worked out: the rule did not hold on this day', 'Not settled'],
    ['Not worked out: the second day lies before the first, which cannot be', 'Not settled'],
  ]);
  expect(rows[1]?.[1]).toBe('The date on the letter: about Sunday 3 March 2024');
});

async function printed(): Promise<string[][]> {
  const { page } = await vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'deadlines' } });
  const text = (cell: CitedText): string => cell.map((part) => (part.is === 'words' ? part.words : '§')).join('');
  return page.blocks.flatMap((block) => (block.block === 'table' ? block.table.rows.map((row) => row.map(text)) : []));
}

it('lists every time limit that is not erased, with the days it is worked out from', async () => {
  const id = await kept(of('deadline', { rule: 'common-assault', fromDay: '2023-01-10', secondDay: '2023-03-31', note: 'a word of hers' }));
  const gone = await kept(of('deadline', { title: 'gone', ownDay: '2022-01-01' }));
  await vault.ask('case.erase', { id: gone, reason: 'a slip' });
  const { deadlines } = await vault.ask('case.deadlines', {});
  expect(deadlines).toEqual([{ id, status: 'recorded', evidenceCount: 0, firstRecordedUtc: expect.any(String), rule: 'common-assault', title: '', fromDay: '2023-01-10', secondDay: '2023-03-31', ownDay: '', asWritten: emptyCaseContent.deadline.asWritten, contactId: null, settled: 'no' }]);
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
    ['For the second attack: Charge for common assault in domestic abuse, §', 'The day it happened: Tuesday 10 January 2023', 'Friday 10 January 2025; without the other day: 6 months after the first statement or recorded interview', 'Ended on Friday 10 January 2025, not settled', 'Nothing attached'],
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
