import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyLookUp, type LookUp } from '../../../shared/model/case/look-up';
import type { CasePagePlan, CitedText } from '../../../shared/model/case/case-page';
import { everywhere } from '../../../shared/model/search';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

async function noted(part: Partial<LookUp>): Promise<string> {
  const { id } = await vault.ask('case.begin', { content: { ...emptyLookUp, ...part } });
  await vault.ask('case.record', { id });
  return id;
}

const plan = (...entryIds: string[]): Promise<CasePagePlan> => vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'look-ups', entryIds } });
const wordsOf = (text: CitedText): string => text.map((piece) => (piece.is === 'words' ? piece.words : '#')).join('');
const printed = ({ page }: CasePagePlan): string => page.blocks.map((block) => (block.block === 'facts' ? block.facts.map(({ name, value }) => `${name}: ${wordsOf(value)}`).join('\n') : block.block === 'paragraph' ? wordsOf(block.text) : block.block === 'heading' ? block.words : block.block === 'table' ? block.table.rows.map((row) => row.map(wordsOf).join(' | ')).join('\n') : '')).join('\n');

it('lists every look-up with its people under the kept entry, the marks of its evidence, and drafts; what is erased is gone', async () => {
  const document = await added(vault, 'note.txt', Buffer.from('a note'));
  const [craig, holt, same] = await Promise.all([vault.ask('people.add', { name: 'Craig Dunmore', role: 'accused' }), vault.ask('people.add', { name: 'PC Holt', role: 'police' }), vault.ask('people.add', { name: 'Holt', role: 'police' })]);
  await vault.ask('people.amend', { id: holt.id, officer: { force: 'Eastshire Police', rank: 'PC', collarNumber: '4471', unit: '' } });
  await vault.ask('people.merge', { keptId: holt.id, mergedId: same.id });
  const later = await noted({ title: 'The car', happened: on('2024-07-01'), searchTerms: 'AB12 CDE' });
  const first = await noted({ title: 'My address', known: 'the street', happened: on('2024-05-09'), personId: craig.id, throughIds: [holt.id, same.id], evidence: [{ kind: 'document', documentId: document }], otherWays: 'None that I know of.', privilegedNote: 'for Ms Rahman' });
  const { id: draft } = await vault.ask('case.begin', { content: { ...emptyLookUp, title: 'Half written' } });
  const gone = await noted({ title: 'Gone' });
  await vault.ask('case.erase', { id: gone, reason: 'x' });
  const { lookUps } = await vault.ask('case.lookUps', {});
  expect(lookUps.map(({ id, status }) => [id, status])).toEqual([[first, 'recorded'], [later, 'recorded'], [draft, 'draft']]);
  expect(lookUps[0]).toMatchObject({ who: { name: 'Craig Dunmore' }, through: [{ personId: holt.id, name: 'PC Holt', officer: { collarNumber: '4471' } }], marks: [], unmarkedCount: 1, hasOtherWays: true, firstRecordedUtc: (await vault.ask('case.get', { id: first })).firstRecordedUtc });
  expect(lookUps[1]).toMatchObject({ who: null, through: [], searchTerms: 'AB12 CDE', hasOtherWays: false });
  expect(JSON.stringify(lookUps)).not.toContain('Rahman');
});

it('prints what she wrote with its sources, then both drafts, which hold nothing of it but what she wrote for them', async () => {
  const document = await added(vault, 'note.txt', Buffer.from('a note'));
  const incident = await recorded(vault, { title: 'At the gate', account: 'x' });
  const craig = await vault.ask('people.add', { name: 'Craig Dunmore', role: 'accused' });
  await vault.ask('people.amend', { id: craig.id, officer: { force: 'Eastshire Police', rank: 'PS', collarNumber: '12', unit: '' } });
  const first = await noted({
    title: 'My address', known: 'He knew Quince Road.', howItShowed: 'He wrote it.', happened: { ...on('2024-05-09'), basis: 'message' }, knowableSince: on('2024-05-03'), personId: craig.id, systems: ['force-records', 'nhs'],
    incidentIds: [incident], evidence: [{ kind: 'document', documentId: document }], searchTerms: 'Mara Ellis', sayInRequest: 'He named the street.', privilegedNote: 'for Ms Rahman',
  });
  const second = await noted({ title: 'The car', otherWays: 'I can think of none.' });
  const made = await plan(second, first);
  expect(made.sources.map(({ what, mark, number }) => [what, mark ?? number])).toEqual([['look-up', 1], ['incident', 2], ['document', 'TM1'], ['look-up', 3]]);
  const words = printed(made);
  expect(words).toContain('Occasion 1: My address');
  expect(words).toContain('When it showed: Thursday 9 May 2024 (known from a message or e-mail)');
  expect(words).toContain('May have been looked up: from Friday 3 May 2024 to Thursday 9 May 2024');
  expect(words).toContain('Who knew it: Craig Dunmore (PS, 12, Eastshire Police)');
  expect(words).toContain('How else it could have been known\nNothing is written about this.');
  expect(words).toContain('How else it could have been known\nI can think of none.');
  expect(words).toMatch(/– Occasion 1 #: Friday 3 May 2024 to Thursday 9 May 2024\. He named the street\./);
  const drafts = words.slice(words.indexOf('Draft: request for a targeted audit of accesses'));
  expect(drafts).toContain('PS Craig Dunmore, collar number 12, Eastshire Police');
  expect(drafts).toContain('To Eastshire Police');
  expect(drafts).not.toMatch(/Quince|He wrote it/);
  expect(words).toMatch(/Doctor, hospital, NHS records \| UK GDPR, article 15 \| checked against the text/);
  expect(JSON.stringify(made)).not.toContain('Rahman');
});

it('is of the record alone, and an entry of before these fields reads as one without', async () => {
  const kept = await noted({ title: 'x' });
  const { id: draft } = await vault.ask('case.begin', { content: { ...emptyLookUp, title: 'y' } });
  await expect(plan(kept, draft)).rejects.toMatchObject(refused('not-found'));
  const { searchTerms: _, sayInRequest: __, ...before } = emptyLookUp;
  const { id } = await vault.ask('case.begin', { content: { ...before, title: 'z' } as LookUp });
  expect((await vault.ask('case.get', { id })).content).toMatchObject({ title: 'z', searchTerms: '', sayInRequest: '' });
});

it('is found by every word of hers, also by what was written for a request, and erased whole with its trace', async () => {
  const id = await noted({ title: 'x', known: 'petunia street', searchTerms: 'begonia plate', sayInRequest: 'marigold said' });
  for (const text of ['petunia', 'begonia', 'marigold']) expect((await vault.ask('search.find', { text, filter: { ...everywhere, subjects: ['case'] }, offset: 0, limit: 9 })).hits.map((hit) => hit.id)).toEqual([id]);
  await vault.ask('case.erase', { id, reason: 'A mistake.' });
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 });
  expect(entries.map(({ kind }) => kind).sort()).toEqual(['case-erased', 'case-recorded']);
  expect(JSON.stringify(entries)).not.toMatch(/petunia|begonia|marigold/);
});
