import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdAgainst } from '../../../shared/disclosures/hold-against';
import type { CaseContent } from '../../../shared/model/case/case-entry';
import { emptyContact, type Contact, type Given } from '../../../shared/model/case/contact';
import { emptyDisclosure, type Disclosure } from '../../../shared/model/case/disclosure';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const itemId = (number: number): string => number.toString(16).padStart(32, '0');
const given = (number: number, part: Partial<Given> = {}): Given => ({ id: itemId(number), what: '', target: null, manner: 'copy', receipt: '', ...part });
const contact = (part: Partial<Contact>): Contact => ({ ...emptyContact, ...part });
const disclosure = (part: Partial<Disclosure>): Disclosure => ({ ...emptyDisclosure, ...part });

async function begun(content: CaseContent): Promise<string> {
  return (await vault.ask('case.begin', { content })).id;
}
async function kept(content: CaseContent): Promise<string> {
  const id = await begun(content);
  await vault.ask('case.record', { id });
  return id;
}
const told = (contactId: string) => vault.ask('case.toldAndHappened', { contactId });

it('tells a report from first call to outcome, from whichever contact it is asked', async () => {
  const force = await vault.ask('people.add', { name: 'Northshire Police', role: 'other' });
  const officer = await vault.ask('people.add', { name: 'PC Holt', role: 'police' });
  const documentId = await added(vault, 'bruise.jpg', Buffer.from('a picture'));
  const target = { kind: 'document' as const, documentId };
  const report = await kept(contact({ form: 'report', title: 'The desk', happened: on('2019-07-14'), bodyId: force.id, people: [{ personId: officer.id, part: 'spoke-to' }], reference: '47/1', said: 'He broke the door.', told: 'Somebody will ring.', given: [given(1, { what: 'the photo', target, receipt: 'PR/1' })], promised: [{ id: itemId(9), what: 'a call', by: on('2019-07-20'), kept: 'no' }], privilegedNote: 'ask about costs' }));
  const call = await kept(contact({ form: 'call', happened: on('2019-08'), reportId: report, told: 'No news.' }));
  const letter = await kept(contact({ form: 'letter', happened: on('2024-03-20'), reportId: call, outcomes: [{ id: itemId(2), list: 'disposal', value: 'no-further-action', told: on('2024-03-14'), note: '' }] }));
  const undated = await kept(contact({ form: 'visit', reportId: report, told: 'They came by.' }));
  await begun(contact({ form: 'call', happened: on('2020-01-01'), reportId: report }));
  await kept(contact({ form: 'report', title: 'Another matter', happened: on('2021-01-01') }));

  const story = await told(letter);
  expect(story.firstId).toBe(report);
  expect(story.steps.map(({ entryId }) => entryId)).toEqual([report, call, letter, undated]);
  for (const id of [report, call, undated]) expect(await told(id)).toEqual(story);
  const [first, second, third, last] = story.steps;
  expect(first).toMatchObject({ bodyName: 'Northshire Police', people: [{ name: 'PC Holt', part: 'spoke-to' }], said: 'He broke the door.', told: 'Somebody will ring.', promised: [{ what: 'a call', kept: 'no' }], after: null });
  expect(first?.given).toEqual([{ ...given(1, { what: 'the photo', target, receipt: 'PR/1' }), thing: { target, name: 'bruise.jpg', isGone: false, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), mark: null } }]);
  expect(second?.after).toEqual({ from: { earliest: '2019-07-14', latest: '2019-07-14' }, to: { earliest: '2019-08-01', latest: '2019-08-31' }, leastDays: 18, mostDays: 48 });
  expect(third?.outcomes[0]?.since).toEqual({ from: { earliest: '2019-07-14', latest: '2019-07-14' }, to: { earliest: '2024-03-14', latest: '2024-03-14' }, leastDays: 1705, mostDays: 1705 });
  expect(last?.after).toBeNull();
  expect(JSON.stringify(story)).not.toContain('costs');
});

it('says no time for an outcome of which nobody knows the day, on screen and in print', async () => {
  const report = await kept(contact({ form: 'report', happened: on('2022-06-28') }));
  await kept(contact({ form: 'complaint', title: 'My complaint', happened: on('2023-05-19'), reportId: report, outcomes: [{ id: itemId(2), list: 'misconduct', value: '', told: on(''), note: '' }] }));
  expect((await told(report)).steps[1]?.outcomes[0]?.since).toBeNull();
  const { page } = await pageOf({ page: 'told-and-happened', contactId: report });
  const table = page.blocks.flatMap((block) => (block.block === 'table' ? [block.table] : [])).at(-1);
  expect(table?.rows[0]?.slice(1, 3)).toEqual([[{ is: 'words', words: 'Day not known' }], []]);
});

it('takes a department of a force for the force, and says where the names do not tell', async () => {
  const people = await Promise.all(['Northmoor Police', 'Professional Standards, Northmoor Police (invented)', 'Northmoor PSD', 'Eastmarch Police'].map((name) => vault.ask('people.add', { name, role: 'organisation' })));
  for (const [i, { id }] of people.entries()) await kept(contact({ form: 'letter', happened: on(`2022-01-0${i + 1}`), bodyId: id, given: [given(i + 1, { what: `thing ${i}` })] }));
  const list = await kept(disclosure({ title: 'Reply', happened: on('2022-06-01'), bodyId: people[0]!.id, items: [] }));
  const { things } = await vault.ask('case.compareDisclosure', { id: list, reading: 'kept' });
  expect(things.map(({ to }) => to)).toEqual(['same-body', 'same-body', 'perhaps-another', 'another-body']);
  const { page } = await pageOf({ page: 'missing', disclosureId: list });
  const tables = page.blocks.flatMap((block) => (block.block === 'table' ? [JSON.stringify(block.table.rows)] : []));
  expect(tables).toHaveLength(2);
  for (const what of ['thing 0', 'thing 1', 'thing 2', 'perhaps given to another body']) expect(tables[0]).toContain(what);
  expect(tables[1]).toContain('thing 3');
});

it('says of her own note that it is hers, on a page about their list', async () => {
  const list = await kept(disclosure({ title: 'Reply', happened: on('2022-06-01'), note: 'They sent two pages only.' }));
  const headings = (await pageOf({ page: 'missing', disclosureId: list })).page.blocks.flatMap((block) => (block.block === 'heading' ? [block.words] : []));
  expect(headings[0]).toBe('Note of the person keeping this record');
});

it('breaks off where a contact in between was erased, goes round no ring, and refuses what is no recorded contact', async () => {
  const report = await kept(contact({ form: 'report', happened: on('2022-01-01') }));
  const call = await kept(contact({ form: 'call', happened: on('2022-02-01'), reportId: report }));
  const letter = await kept(contact({ form: 'letter', happened: on('2022-03-01'), reportId: call }));
  await vault.ask('case.erase', { id: call, reason: 'x' });
  expect((await told(letter)).steps.map(({ entryId }) => entryId)).toEqual([letter]);
  expect((await told(report)).steps.map(({ entryId }) => entryId)).toEqual([report]);
  await expect(told(call)).rejects.toMatchObject(refused('not-found'));

  const one = await kept(contact({ form: 'call', happened: on('2023-02-01') }));
  const two = await kept(contact({ form: 'call', happened: on('2023-01-01'), reportId: one }));
  await vault.ask('case.amend', { id: one, content: contact({ form: 'call', happened: on('2023-02-01'), reportId: two }), reason: 'the other way' });
  for (const id of [one, two]) expect(await told(id)).toMatchObject({ firstId: two, steps: [{ entryId: two, amended: false }, { entryId: one, amended: true }] });
  await expect(told(await begun(contact({ form: 'call' })))).rejects.toMatchObject(refused('not-found'));
  await expect(told(await recorded(vault, { account: 'no contact' }))).rejects.toMatchObject(refused('not-found'));
});

it('holds a list against everything given before it came, offers what may be which, and decides nothing', async () => {
  const force = await vault.ask('people.add', { name: 'Northshire Police', role: 'other' });
  const doctor = await vault.ask('people.add', { name: 'The surgery', role: 'other' });
  const documentId = await added(vault, 'IMG_2034.jpg', Buffer.from('a picture'));
  await kept(contact({ form: 'statement', happened: on('2022-05-03'), bodyId: force.id, reference: '47/1', given: [given(1, { what: 'photo', target: { kind: 'document', documentId } }), given(2, { what: 'my diary', manner: 'original', receipt: 'PR/7781/22' })] }));
  await kept(contact({ form: 'visit', happened: on('2022-05'), bodyId: doctor.id, given: [given(3, { what: 'a letter' })] }));
  await kept(contact({ form: 'call', given: [given(4, { what: 'a recording of the call' })] }));
  await kept(contact({ form: 'visit', happened: on('2023-01-01'), bodyId: force.id, given: [given(5, { what: 'after the list' })] }));
  await begun(contact({ form: 'visit', happened: on('2022-01-01'), bodyId: force.id, given: [given(6, { what: 'not recorded yet' })] }));
  const items = ['1. img_2034.jpg', '2. Property PR/7781/22', '3. CAD log'].map((text, at) => ({ id: itemId(100 + at), text, compared: '', number: '', givenIds: [] }));
  const id = await kept(disclosure({ happened: on('2022-06-01'), bodyId: force.id, items }));

  const { things } = await vault.ask('case.compareDisclosure', { id, reading: 'kept' });
  const { offers } = await vault.ask('case.compareDisclosure', { id, reading: 'being-written' });
  expect(things.map(({ given: { what }, before, to }) => [what, before, to])).toEqual([['a letter', 'yes', 'another-body'], ['photo', 'yes', 'same-body'], ['my diary', 'yes', 'same-body'], ['a recording of the call', 'not-known', 'not-said']]);
  expect(things[1]).toMatchObject({ thing: { name: 'IMG_2034.jpg', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, reference: '47/1', bodyName: 'Northshire Police' });
  expect(offers.map(({ givenId, itemId: line, why }) => [givenId, line, why.map(({ by }) => by)])).toEqual([[itemId(1), itemId(100), ['file-name']], [itemId(2), itemId(101), ['receipt']]]);
  expect(holdAgainst({ items, notExpected: [] }, things).missing).toHaveLength(3);

  // What she is writing counts where it is asked for, and nowhere else.
  await vault.ask('case.saveDraft', { id, content: disclosure({ happened: on('2024-06-01'), bodyId: force.id, items }) });
  expect((await vault.ask('case.compareDisclosure', { id, reading: 'being-written' })).things).toHaveLength(5);
  expect((await vault.ask('case.compareDisclosure', { id, reading: 'kept' })).things).toHaveLength(4);
  await expect(vault.ask('case.compareDisclosure', { id: documentId, reading: 'kept' })).rejects.toMatchObject(refused('not-found'));
  await vault.ask('case.erase', { id, reason: 'x' });
  await expect(vault.ask('case.compareDisclosure', { id, reading: 'kept' })).rejects.toMatchObject(refused('erased'));
});

it('lets go of a given document that is erased: neither its name nor its SHA-256 is told, found or offered', async () => {
  const documentId = await added(vault, 'unrepeatable.jpg', Buffer.from('a picture'));
  const target = { kind: 'document' as const, documentId };
  const report = await kept(contact({ form: 'report', happened: on('2022-05-03'), given: [given(1, { what: 'the photo', target })], evidence: [target] }));
  const list = await kept(disclosure({ happened: on('2022-06-01'), items: [{ id: itemId(100), text: 'Unrepeatable.jpg', compared: '', number: '', givenIds: [] }] }));
  const asked = async (): Promise<string> => JSON.stringify([await told(report), (await vault.ask('case.compareDisclosure', { id: list, reading: 'kept' })).things]);
  const sha256 = (await told(report)).steps[0]?.given[0]?.thing?.sha256;
  expect(await asked()).toContain('unrepeatable.jpg');
  expect((await vault.ask('case.compareDisclosure', { id: list, reading: 'being-written' })).offers).toHaveLength(1);
  await vault.ask('documents.erase', { id: documentId, reason: 'x' });
  await vault.reopen();
  expect(await asked()).not.toContain('unrepeatable');
  expect(await asked()).not.toContain(sha256);
  expect((await vault.ask('case.compareDisclosure', { id: list, reading: 'being-written' })).offers).toEqual([]);
  expect((await told(report)).steps[0]?.given[0]).toMatchObject({ what: 'the photo', thing: { isGone: true, name: '', sha256: null } });
});

const pageOf = async (request: { page: 'told-and-happened'; contactId: string } | { page: 'missing'; disclosureId: string }) => vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request });

it('prints a report and what is missing from a list, with what bears each out, and without a privileged note', async () => {
  const documentId = await added(vault, 'bruise.jpg', Buffer.from('a picture'));
  const target = { kind: 'document' as const, documentId };
  const report = await kept(contact({ form: 'report', title: 'The desk', happened: on('2019-07-14'), said: 'He broke the door.', given: [given(1, { what: 'the photo', target }), given(2, { what: 'my diary', receipt: 'PR/2' })], privilegedNote: 'unprintable' }));
  await kept(contact({ form: 'letter', happened: on('2024-03-14'), reportId: report, outcomes: [{ id: itemId(3), list: 'disposal', value: 'evidential-supports', told: on('2024-03-14'), note: '' }] }));
  const list = await kept(disclosure({ title: 'Reply of June', happened: on('2024-06-01'), items: [{ id: itemId(100), text: 'A7 · a notebook · 28/06/2022', compared: 'a notebook', number: 'A7', givenIds: [itemId(2)] }, { id: itemId(101), text: 'a log', compared: '', number: '', givenIds: [] }], privilegedNote: 'unprintable' }));

  const told1 = await pageOf({ page: 'told-and-happened', contactId: report });
  expect(told1.page.title).toBe('Told, and what happened: The desk');
  const text = JSON.stringify(told1.page.blocks);
  for (const words of ['Sunday 14 July 2019: The desk', 'He broke the door.', 'Evidential difficulties, although she supported it', 'outcome 15', '4 years and 8 months (1,705 days)', 'The record holds no contact about it between.']) expect(text).toContain(words);
  expect(told1.sources.map(({ what, name, mark }) => [what, name, mark])).toEqual([['contact', 'The desk', null], ['document', 'bruise.jpg', 'TM1'], ['contact', expect.any(String), null]]);

  const missing = await pageOf({ page: 'missing', disclosureId: list });
  const tables = missing.page.blocks.flatMap((block) => (block.block === 'table' ? [block.table] : []));
  expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1, 1]);
  const headings = missing.page.blocks.flatMap((block) => (block.block === 'heading' ? [block.words] : []));
  expect(headings).toEqual(['Not on the list: 1', 'On the list: 1', 'On the list, and not from the person keeping this record: 1']);
  expect(tables.filter(({ caption }) => headings.includes(caption))).toEqual([]);
  expect(JSON.stringify(tables[0])).toMatch(/the photo.*14 July 2019.*SHA-256 [0-9a-f]{64}/);
  expect(JSON.stringify(tables[1])).toContain('1 (theirs: A7): A7 · a notebook · 28/06/2022');
  expect(JSON.stringify([told1, missing])).not.toContain('unprintable');
  await expect(pageOf({ page: 'missing', disclosureId: report })).rejects.toMatchObject(refused('not-found'));
  await expect(pageOf({ page: 'told-and-happened', contactId: list })).rejects.toMatchObject(refused('not-found'));
});
