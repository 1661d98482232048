import { afterEach, beforeEach, expect, it } from 'vitest';
import { messages } from '../../../shared/messages/en-gb';
import { pagesTheirVersion } from '../../../shared/messages/en-gb/pages-their-version';
import { emptyContact } from '../../../shared/model/case/contact';
import { emptyCounterAllegation } from '../../../shared/model/case/counter-allegation';
import type { CasePageColumn, CasePagePlan } from '../../../shared/model/case/case-page';
import { sayInstant } from '../../../shared/layouts/say';
import { added, claimed, content, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const plan = (entryId: string): Promise<CasePagePlan> => vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'side-by-side', entryId } });
const wordsOf = (text: CasePageColumn['parts'][number]['text']): string => text.map((piece) => (piece.is === 'words' ? piece.words : '#')).join('');

function columns({ page }: CasePagePlan): { left: string[][]; right: string[][] } {
  const block = page.blocks.find((one) => one.block === 'beside');
  if (block?.block !== 'beside') throw new Error('nothing stands side by side');
  const [left, right] = [block.left, block.right].map(({ parts }) => parts.map(({ title, text }) => [wordsOf(title), wordsOf(text)]));
  return { left: left!, right: right! };
}

it('stands a claim in its own words beside every entry of those days, with its first recorded time and lag, amendment and evidence', async () => {
  const photo = await added(vault, 'bruise.txt', Buffer.from('a bruise'));
  const same = await recorded(vault, { title: 'He pushed me', account: 'He pushed me into the door.', happened: { ...on('2022-05-04'), basis: 'diary' }, privilegedNote: 'for Ms Rahman alone' });
  await vault.ask('incidents.link', { id: same, target: { kind: 'document', documentId: photo } });
  await vault.ask('incidents.amend', { id: same, content: content({ title: 'He pushed me', account: 'He pushed me into the kitchen door.', happened: { ...on('2022-05-04'), basis: 'diary' }, privilegedNote: 'for Ms Rahman alone' }), reason: 'Which door.' });
  const { id: contactId } = await vault.ask('case.begin', { content: { ...emptyContact, title: 'I rang 101', told: 'Somebody will ring.', happened: on('2022-05-04'), evidence: [{ kind: 'document', documentId: photo }] } });
  await vault.ask('case.record', { id: contactId });
  const craig = await vault.ask('people.add', { name: 'Craig Dunmore', role: 'accused' });
  const id = await claimed(vault, {
    title: 'His report', happened: on('2022-05-04'), made: on('2199-01-01'), learned: on('2199-02-01'), madeById: craig.id, madeTo: 'Eastshire Police', reference: '47/2', herAnswer: 'I did not.', privilegedNote: 'a note for Ms Rahman',
    outcomes: [{ id: '1'.repeat(32), list: 'disposal', value: 'no-further-action', told: on('2022-06-01'), note: 'By letter.' }],
  });
  const made = await plan(id);
  const { left, right } = columns(made);
  expect(left).toEqual([['', 'She hit me.']]);
  const incident = await vault.ask('incidents.get', { id: same });
  const contact = await vault.ask('case.get', { id: contactId });
  expect(right).toHaveLength(2);
  expect(right[0]![0]).toBe('Wednesday 4 May 2022: Incident, “He pushed me” #');
  expect(right[0]![1]).toContain('He pushed me into the kitchen door.');
  expect(right[0]![1]).toContain('Date known from: a diary or notes.');
  expect(right[0]![1]).toMatch(new RegExp(`First recorded ${sayInstant(incident.firstRecordedUtc!)}: \\d+ years .* after\\. That is before the claim was made\\. Amended once since, last ${sayInstant(incident.versions[1]!.atUtc)}\\.`));
  expect(right[0]![1]).toMatch(/Linked to it: #$/);
  expect(right[1]![0]).toBe('Wednesday 4 May 2022: Contact with police or others, “I rang 101” #');
  expect(right[1]![1]).toContain(`Somebody will ring.\nFirst recorded ${sayInstant(contact.firstRecordedUtc!)}`);
  expect(JSON.stringify(made)).not.toMatch(/Rahman/);
  const facts = made.page.blocks.find((one) => one.block === 'facts');
  expect(facts?.block === 'facts' && facts.facts.map(({ name, value }) => [name, wordsOf(value)])).toEqual(expect.arrayContaining([['Claimed by', 'Craig Dunmore'], ['Claimed to', 'Eastshire Police'], ['Reference', '47/2'], ['Claimed on', 'Tuesday 1 January 2199']]));
  expect(made.sources.map(({ what, mark, number }) => [what, mark ?? number])).toEqual([['counter-allegation', 1], ['incident', 2], ['document', 'TM1'], ['contact', 3]]);
  expect(made.page.blocks.at(-1)).toMatchObject({ block: 'table', table: { rows: [[[{ words: 'What came of the crime: No further action, and no reason named. By letter.' }], [{ words: '1 June 2022' }], []]] } });
  const printed = JSON.stringify(made.page);
  expect(printed).toContain('I did not.');
});

it('says of what is linked to a claim against her only that it is linked', async () => {
  const { page } = await plan(await claimed(vault, { evidence: [{ kind: 'document', documentId: await added(vault, 'his statement.txt', Buffer.from('his statement')) }] }));
  const facts = page.blocks.find((one) => one.block === 'facts');
  expect(facts?.block === 'facts' && facts.facts.map(({ name, value }) => [name, wordsOf(value)])).toContainEqual(['Linked to this', '#']);
  expect(JSON.stringify(page)).not.toMatch(/borne out|bears .* out|evidence/i);
  expect(messages.caseEntry.evidence).toBe('Linked to this');
});

it('says that nothing is recorded, that no date is given, and cuts a long account at a word', async () => {
  expect(columns(await plan(await claimed(vault, { happened: on('2022-05-04') }))).right).toEqual([['', pagesTheirVersion.none]]);
  const long = await recorded(vault, { title: 'Long', account: 'word '.repeat(1000), happened: on('2020-01-01') });
  const { right } = columns(await plan(await claimed(vault, { theirVersion: '', incidentIds: [long] })));
  expect(right[0]).toEqual(['', pagesTheirVersion.noDate]);
  expect(right[1]![1]).toMatch(/word word … The whole entry is in the chronology\.\n/);
  expect(right[1]![1]).toContain(pagesTheirVersion.linked);
  expect(right[1]![1]!.length).toBeLessThan(3000);
});

it('is of the record alone: no draft and no other kind of entry has one', async () => {
  const { id: draft } = await vault.ask('case.begin', { content: { ...emptyCounterAllegation, theirVersion: 'x' } });
  const { id: other } = await vault.ask('case.begin', { content: { ...emptyContact, title: 'x' } });
  await vault.ask('case.record', { id: other });
  for (const id of [draft, other]) await expect(plan(id)).rejects.toMatchObject(refused('not-found'));
});
