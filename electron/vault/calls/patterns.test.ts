import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyContact, type Contact } from '../../../shared/model/case/contact';
import type { CasePagePlan, CasePageRequest } from '../../../shared/model/case/case-page';
import { emptyTurningPoint, type TurningPoint } from '../../../shared/model/case/turning-point';
import { everywhere } from '../../../shared/model/search';
import { added, content, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const keep = async (entry: Contact | TurningPoint): Promise<string> => {
  const { id } = await vault.ask('case.begin', { content: entry });
  await vault.ask('case.record', { id });
  return id;
};
const turning = (what: TurningPoint['what'], edtf: string, more: Partial<TurningPoint> = {}): Promise<string> => keep({ ...emptyTurningPoint, what, happened: on(edtf), ...more });
const all = () => vault.ask('case.patterns', { fromDay: '', toDay: '' });
const plan = (request: CasePageRequest): Promise<CasePagePlan> => vault.askShell('casePages.plan', { caseName: 'Ellis', request, redactionListId: null });
const lines = async (elementId: string) => (await vault.ask('case.elementLines', { elementId, offset: 0, limit: 99, only: null })).lines;
const summary = async (elementId: string) => (await vault.ask('case.elements', {})).summaries.find((one) => one.elementId === elementId)!;
const textOf = (made: CasePagePlan): string => JSON.stringify(made.page);

it('counts what is her record alone, and says how many drafts and erased entries it leaves out', async () => {
  await recorded(vault, { title: 'a', happened: on('2021-03-01'), kinds: ['physical', 'police-database'] });
  await recorded(vault, { title: 'b', happened: on('2021-03~') });
  const gone = await recorded(vault, { title: 'c', happened: on('2021-05-01') });
  await vault.ask('incidents.erase', { id: gone, reason: 'x' });
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content({ title: 'd', happened: on('2021-06-01') }) });
  await vault.ask('incidents.begin', {});
  expect(await all()).toMatchObject({ unit: 'month', counted: 2, notWellKnown: 1, undated: 0, drafts: 1, erased: 1, buckets: [{ fromDay: '2021-03-01', toDay: '2021-03-31', mayLieIn: 1, counts: { all: 1, abuse: 1, police: 1, control: 0 } }] });
});

it('keeps what was counted only until something changes', async () => {
  const id = await recorded(vault, { title: 'a', happened: on('2021-03-01') });
  expect((await all()).buckets).toHaveLength(1);
  await vault.ask('incidents.amend', { id, content: content({ title: 'a', happened: on('2021-04-01'), kinds: ['sexual'] }), reason: 'The diary says April.' });
  expect((await all()).buckets).toMatchObject([{ fromDay: '2021-04-01', counts: { abuse: 1 } }]);
});

it('marks reports, complaints, court and turning points, and divides time where she separated more than once', async () => {
  for (const day of ['2021-01-05', '2021-02-05', '2021-06-06', '2021-06-07']) await recorded(vault, { title: day, happened: on(day), kinds: ['stalking-contact'] });
  const report = await keep({ ...emptyContact, form: 'report', title: 'At the desk', happened: on('2021-06-01') });
  await keep({ ...emptyContact, form: 'call', title: 'A call', happened: on('2021-06-02') });
  await keep({ ...emptyContact, form: 'court', happened: on('2021-07') });
  const left = await turning('separated', '2021-02-01');
  await turning('moved-back', '2021-03-01');
  await turning('moved-out', '2021-06-01');
  await turning('hearing', '2021-07-09');
  await vault.ask('case.begin', { content: { ...emptyTurningPoint, what: 'separated', happened: on('2021-01-10') } });
  const found = await all();
  expect(found.marks.map(({ sort, entryKind, title }) => [sort, entryKind, title])).toEqual([
    ['turning-point', 'turning-point', 'We separated'], ['turning-point', 'turning-point', 'We lived together again'], ...[['report', 'contact', 'At the desk'], ['turning-point', 'turning-point', 'One of us moved out']].sort((a) => (found.marks[2]!.sort === a[0] ? -1 : 1)),
    ['court', 'contact', 'Court'], ['court', 'turning-point', 'A hearing'],
  ]);
  expect(found.stretches.map(({ fromDay, toDay, counts }) => [fromDay, toDay, counts.all]).slice(0, 3)).toEqual([['2021-01-05', '2021-01-31', 1], ['2021-02-01', '2021-02-28', 1], ['2021-03-01', '2021-05-31', 0]]);
  expect(found.stretches.at(-1)).toMatchObject({ fromDay: '2021-06-01', counts: { all: 2, stalking: 2 }, toMark: null });
  expect(found.around.find(({ entryId }) => entryId === report)).toMatchObject({ before: 0, after: 2 });
  await vault.ask('case.erase', { id: left, reason: 'It was a visit.' });
  expect((await all()).stretches).toHaveLength(3);
});

it('keeps a turning point as every entry is kept: found by its words, amended with a reason, erased with its trace', async () => {
  const id = await turning('separated', '2021-02-01', { words: 'I took the petunia and went.', privilegedNote: 'for Ms Rahman' });
  const find = async () => (await vault.ask('search.find', { text: 'petunia', filter: everywhere, offset: 0, limit: 9 })).hits.map((hit) => [hit.id, hit.caseKind, hit.day]);
  expect(await find()).toEqual([[id, 'turning-point', '2021-02-01']]);
  await expect(vault.ask('case.amend', { id, content: { ...emptyTurningPoint, what: 'moved-out' }, reason: '' })).rejects.toMatchObject(refused('reason-needed'));
  await vault.ask('case.erase', { id, reason: 'x' });
  expect([await find(), (await vault.ask('case.list', { kind: 'turning-point' })).rows]).toEqual([[], []]);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 });
  expect(entries.map(({ kind, payload }) => [kind, payload === null])).toEqual([['case-erased', false], ['case-recorded', true]]);
});

it('proposes an element from kinds and from what she wrote of the effect, and lets her choose otherwise', async () => {
  const threat = await recorded(vault, { title: 'The threat', happened: on('2021-01-05'), kinds: ['control-threat-kill'] });
  const night = await recorded(vault, { title: 'The night', happened: on('2014-01-05'), kinds: ['physical'], effectOnMe: 'I slept in my clothes: "effectOnMe":"" was all I could think.' });
  const followed = await recorded(vault, { title: 'Followed', kinds: ['stalking-following', 'violent-or-threatening'] });
  const gift = await recorded(vault, { title: 'A gift', happened: on('2021-02-05') });
  await vault.ask('incidents.link', { id: threat, target: { kind: 'document', documentId: await added(vault, 'photo.txt', Buffer.from('a photo')) } });

  expect((await lines('s76-fear')).map(({ incidentId, by, proposedKinds }) => [incidentId, by, proposedKinds])).toEqual([[night, 'proposed', ['physical']], [threat, 'proposed', ['control-threat-kill']], [followed, 'proposed', ['violent-or-threatening']]]);
  expect((await lines('s76-distress')).map(({ incidentId, isByEffect }) => [incidentId, isByEffect])).toEqual([[night, true]]);
  expect((await lines('s4a-fear')).map(({ incidentId }) => incidentId)).toEqual([followed]);
  expect(await lines('s76-knew')).toEqual([]);
  expect(await summary('s76-fear')).toEqual({ elementId: 's76-fear', chosen: 0, proposed: 3, takenOut: 0, days: 2, undated: 1, bare: 2, before: 1 });

  const say = (elementId: string, incidentId: string, choice: 'supports' | 'does-not' | 'undecided', words = ''): Promise<unknown> => vault.ask('case.chooseConduct', { elementId, incidentId, choice, words });
  await say('s76-fear', threat, 'supports', 'He had the knife.');
  await say('s76-fear', night, 'does-not');
  await say('s76-knew', gift, 'supports');
  await vault.reopen();
  expect((await lines('s76-fear')).map(({ incidentId, by, words }) => [incidentId, by, words])).toEqual([[night, 'taken-out', ''], [threat, 'chosen', 'He had the knife.'], [followed, 'proposed', '']]);
  expect((await lines('s76-knew')).map(({ incidentId, by }) => [incidentId, by])).toEqual([[gift, 'chosen']]);
  expect(await summary('s76-fear')).toMatchObject({ chosen: 1, proposed: 1, takenOut: 1, bare: 1, before: 0 });

  // Said otherwise, it is the same entry with a version more; taken back, only the kinds speak again.
  const [, { conductId } = { conductId: null }] = await lines('s76-fear');
  await say('s76-fear', threat, 'undecided');
  expect((await lines('s76-fear'))[1]).toMatchObject({ by: 'proposed', conductId });
  expect((await vault.ask('case.get', { id: conductId! })).versions.map(({ content: said }) => said.kind === 'conduct' && said.choice)).toEqual(['supports', 'undecided']);
  expect((await vault.ask('case.concerning', { kind: 'incident', id: threat })).rows.map(({ kind, title }) => [kind, title])).toEqual([['conduct', 'Serious effect: fear of violence']]);
  expect((await vault.ask('case.front', { today: '2026-05-03' })).lastEntries.every(({ caseKind }) => caseKind === null)).toBe(true);
});

it('refuses to put a draft or an erased entry under an element, and leaves out what was erased since', async () => {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content({ title: 'd' }) });
  const chosen = { elementId: 's76-fear', choice: 'supports' as const, words: '' };
  await expect(vault.ask('case.chooseConduct', { ...chosen, incidentId: id })).rejects.toMatchObject(refused('nothing-to-record'));
  await expect(vault.ask('case.chooseConduct', { ...chosen, elementId: 'no-such', incidentId: id })).rejects.toMatchObject(refused('not-found'));
  await vault.ask('incidents.record', { id });
  await vault.ask('case.chooseConduct', { ...chosen, incidentId: id });
  expect(await lines('s76-fear')).toHaveLength(1);
  await vault.ask('incidents.erase', { id, reason: 'x' });
  expect(await lines('s76-fear')).toEqual([]);
  await expect(vault.ask('case.chooseConduct', { ...chosen, incidentId: id })).rejects.toMatchObject(refused('erased'));
});

it('prints patterns as a figure with its numbers, and every mark with its source', async () => {
  await expect(plan({ page: 'patterns', fromDay: '', toDay: '' })).rejects.toMatchObject(refused('nothing-chosen'));
  await recorded(vault, { title: 'a', happened: on('2021-01-05'), kinds: ['physical'] });
  await recorded(vault, { title: 'b', happened: on('2021-05-05'), kinds: ['stalking-contact'] });
  await recorded(vault, { title: 'c', happened: on('2021') });
  const report = await keep({ ...emptyContact, form: 'report', title: 'At the desk', happened: on('2021-05-01'), privilegedNote: 'for Ms Rahman' });
  const left = await turning('separated', '2021-03-01', { privilegedNote: 'for Ms Rahman' });
  const made = await plan({ page: 'patterns', fromDay: '', toDay: '' });
  const figure = made.page.blocks.find(({ block }) => block === 'figure');
  expect(figure?.block === 'figure' && figure.table.rows.map((row) => row.map(([piece]) => (piece?.is === 'words' ? piece.words : '')))).toContainEqual(['January 2021', '1', '1', '0', '1']);
  expect(made.sources.map(({ citation, what }) => [what, 'entryId' in citation && citation.entryId])).toEqual([['turning-point', left], ['contact', report]]);
  expect(textOf(made)).toMatch(/No entry between 6 January 2021 and 4 May 2021: 119 days\. 1 entry whose day is not known well enough may lie in it\./);
  expect(textOf(made)).toMatch(/Before: We separated/);
  expect(textOf(made)).not.toMatch(/Rahman|score of|trend/);
});

it('prints the course of conduct with what is attached, what she chose and what is missing', async () => {
  await expect(plan({ page: 'course-of-conduct' })).rejects.toMatchObject(refused('nothing-chosen'));
  const threat = await recorded(vault, { title: 'The threat', account: 'He said it twice.', happened: on('2021-01-05'), kinds: ['control-threat-kill'], privilegedNote: 'for Ms Rahman' });
  const documentId = await added(vault, 'photo.txt', Buffer.from('a photo'));
  await vault.ask('incidents.link', { id: threat, target: { kind: 'document', documentId } });
  await vault.ask('case.chooseConduct', { elementId: 's76-fear', incidentId: threat, choice: 'supports', words: 'He had the knife.' });
  const made = await plan({ page: 'course-of-conduct' });
  expect(textOf(made)).toMatch(/This is told in one entry; the law asks for at least 2 occasions\./);
  expect(textOf(made)).toMatch(/Chosen\. He had the knife\./);
  expect(textOf(made)).toMatch(/Serious Crime Act 2015, section 76\(4\)\(a\) \(checked against the text\)/);
  expect(textOf(made)).toMatch(/In force since 29 December 2015: the commencement regulations; the day is taken from law firms’ pages \(not checked\)/);
  // What it counts as missing is no word on how strong the rest is.
  expect(textOf(made)).not.toMatch(/\bthin\b|strong|\(read\)/);
  expect(textOf(made)).not.toMatch(/Rahman/);
  expect(made.sources.map(({ what, mark }) => [what, mark])).toEqual([['incident', null], ['document', 'TM1'], ['conduct', null]]);
});
