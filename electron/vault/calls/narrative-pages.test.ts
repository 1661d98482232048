import { afterEach, beforeEach, expect, it } from 'vitest';
import { casePagePages } from '../../../shared/layouts/case-page';
import { emptyCaseContent } from '../../../shared/model/case/case-entry';
import type { CasePagePlan } from '../../../shared/model/case/case-page';
import { type Citation, citationSign, emptyNarrative, type Paragraph } from '../../../shared/model/case/narrative';
import { added, content, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** A paragraph of words and citations as they follow each other. */
const says = (number: number, ...pieces: (string | Citation)[]): Paragraph => ({
  id: String(number).repeat(32), form: 'text', text: pieces.map((piece) => (typeof piece === 'string' ? piece : citationSign)).join(''), citations: pieces.filter((piece) => typeof piece !== 'string'),
});
const heading = (number: number, text: string): Paragraph => ({ id: String(number).repeat(32), form: 'heading', text, citations: [] });
const incident = (incidentId: string): Citation => ({ kind: 'incident', incidentId });
const document = (documentId: string): Citation => ({ kind: 'document', documentId });
const entry = (entryId: string): Citation => ({ kind: 'case', entryId });

async function narrative(title: string, ...paragraphs: Paragraph[]): Promise<string> {
  const { id } = await vault.ask('case.begin', { content: { ...emptyNarrative, title, paragraphs } });
  await vault.ask('case.record', { id });
  return id;
}

const plan = (entryId: string): Promise<CasePagePlan> => vault.askShell('casePages.plan', { caseName: 'Ellis', request: { page: 'narrative', entryId }, redactionListId: null });
const save = ({ planId }: CasePagePlan) => vault.askShell('exports.record', { planId, fileName: 'story.pdf', pageCount: 2, sizeBytes: 9, sha256: 'a'.repeat(64) });
const amend = async (id: string, account: string): Promise<void> => { await vault.ask('incidents.amend', { id, content: content({ title: 'The stairs', account, happened: on('2022-03-14') }), reason: 'I remembered more.' }); };
const signs = ({ sources }: CasePagePlan) => sources.map(({ what, mark, number, name }) => [what, mark ?? number, name]);
/** The words between two tags, as they would be read. */
const printed = (made: CasePagePlan): string => casePagePages(made).replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

it('numbers the paragraphs as in a statement, keeps headings and lines, and cites by mark with the sources at the end', async () => {
  const stairs = await recorded(vault, { title: 'The stairs', account: 'x', happened: on('2022-03-14') });
  const letter = await added(vault, 'letter.txt', Buffer.from('a letter'));
  const id = await narrative('How it went on', heading(1, 'Before'), says(2, 'It began on the stairs ', incident(stairs), '.'), says(3, '   '), heading(4, 'After'), says(5, 'He wrote ', document(letter), ', and again ', document(letter), '.\nNobody came.'));
  const made = await plan(id);
  expect(made.page).toMatchObject({ title: 'How it went on', isLandscape: false });
  expect(made.page.blocks.map((block) => (block.block === 'heading' ? block.words : block.block === 'paragraph' ? block.number : null))).toEqual(['Before', 1, 'After', 2]);
  expect(signs(made)).toEqual([['incident', 1, 'The stairs'], ['document', 'TM1', 'letter.txt']]);
  const words = printed(made);
  expect(words).toMatch(/Before ?1\. ?It began on the stairs \[1\]\. ?After ?2\. ?He wrote TM1, and again TM1\. ?Nobody came\./);
  const { documents } = await vault.ask('documents.list', { offset: 0, limit: 9 });
  expect(words).toContain(documents[0]!.sha256);
  expect(made.sources[0]!.firstRecordedUtc).toBe((await vault.ask('incidents.get', { id: stairs })).firstRecordedUtc);
});

it('follows when exhibits are numbered: the marks of the day on the screen, the issued ones once printed, and those stay', async () => {
  const [photo, letter] = [await added(vault, 'photo.txt', Buffer.from('a photo')), await added(vault, 'letter.txt', Buffer.from('a letter'))];
  const id = await narrative('', says(1, 'First ', document(letter), ', then ', document(photo), '.'));
  const shown = async () => (await vault.ask('case.cited', { citations: [document(letter), document(photo), document(letter)] })).things.map(({ mark, name }) => [mark, name]);
  expect(await shown()).toEqual([['TM1', 'letter.txt'], ['TM2', 'photo.txt']]);
  expect(printed(await plan(id))).toContain('First TM1, then TM2.');
  // Something else that is handed over first takes the first mark: nothing in the story was changed.
  const other = await narrative('Another', says(1, 'See ', document(photo), '.'));
  await save(await plan(other));
  expect(await shown()).toEqual([['TM2', 'letter.txt'], ['TM1', 'photo.txt']]);
  const again = await plan(id);
  expect(printed(again)).toContain('First TM2, then TM1.');
  await save(again);
  await vault.reopen();
  expect(printed(await plan(id))).toContain('First TM2, then TM1.');
});

it('follows when what it cites is amended: the newest reading is named, the amendment told, and the screen knows which reading she had', async () => {
  const stairs = await recorded(vault, { title: 'The stares', account: 'x', happened: on('2022-03-14') });
  const id = await narrative('', says(1, 'On the stairs ', incident(stairs), '.'));
  const before = await plan(id);
  expect([before.sources[0]!.name, before.sources[0]!.amended]).toEqual(['The stares', false]);
  expect(printed(before)).not.toContain('Amended since');
  const version = async () => (await vault.ask('case.cited', { citations: [incident(stairs)] })).things[0]!.version;
  expect(await version()).toBe(1);
  await amend(stairs, 'He pushed me.');
  expect(await version()).toBe(2);
  const after = await plan(id);
  expect([after.sources[0]!.name, after.sources[0]!.amended]).toEqual(['The stairs', true]);
  expect(printed(after)).toContain('Amended since; every earlier reading is kept.');
});

it('keeps the sentence when what it cites is erased, without a name and without a source', async () => {
  const stairs = await recorded(vault, { title: 'My unrepeatable stairs', account: 'x' });
  const letter = await added(vault, 'unrepeatable.txt', Buffer.from('a letter'));
  const { id: contact } = await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, title: 'The unrepeatable desk' } });
  await vault.ask('case.record', { id: contact });
  const id = await narrative('', says(1, 'It happened ', incident(stairs), ', he wrote ', document(letter), ', I said so ', entry(contact), '.'));
  await save(await plan(id));
  // Before it goes she can be told where it is cited.
  expect((await vault.ask('case.concerning', { kind: 'incident', id: stairs })).rows.map((row) => row.id)).toEqual([id]);
  expect((await vault.ask('case.concerning', { kind: 'case', id: contact })).rows.map((row) => row.id)).toEqual([id]);
  await vault.ask('incidents.erase', { id: stairs, reason: 'x' });
  await vault.ask('documents.erase', { id: letter, reason: 'x' });
  await vault.ask('case.erase', { id: contact, reason: 'x' });
  const made = await plan(id);
  expect(printed(made)).toMatch(/It happened \[1\] \(erased\), he wrote TM1 \(erased\), I said so \[2\] \(erased\)\./);
  expect(JSON.stringify(made)).not.toContain('unrepeatable');
  expect((await vault.ask('case.cited', { citations: [incident(stairs), document(letter)] })).things.map(({ isGone, name, version, mark }) => [isGone, name, version, mark])).toEqual([[true, '', 0, null], [true, '', 0, 'TM1']]);
});

it('names a draft as one, without its words, and prints no story that is not her record', async () => {
  const { id: draft } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id: draft, content: content({ title: 'Half a thought', account: 'x' }) });
  const { id } = await vault.ask('case.begin', { content: { ...emptyNarrative, paragraphs: [says(1, 'Then ', incident(draft), '.')] } });
  await expect(plan(id)).rejects.toMatchObject(refused('not-found'));
  await vault.ask('case.record', { id });
  const made = await plan(id);
  expect(printed(made)).toContain('Then [1, not in the record yet].');
  expect(JSON.stringify(made)).not.toContain('Half a thought');
  // What she is changing is not printed before she keeps it.
  await vault.ask('case.saveDraft', { id, content: { ...emptyNarrative, paragraphs: [says(1, 'A sentence begun')] } });
  expect(JSON.stringify(await plan(id))).not.toContain('A sentence begun');
  const empty = await narrative('Only a name', says(1, ' '));
  await expect(plan(empty)).rejects.toMatchObject(refused('nothing-chosen'));
});

it('keeps every version, in the history and beside the newest, and erases all of them', async () => {
  const id = await narrative('', says(1, 'An unrepeatable sentence.'));
  await vault.ask('case.amend', { id, content: { ...emptyNarrative, paragraphs: [says(1, 'An unrepeatable sentence, put right.')] }, reason: '' });
  expect((await vault.ask('case.get', { id })).versions.map(({ content: was }) => was.kind === 'narrative' && was.paragraphs[0]!.text)).toEqual(['An unrepeatable sentence.', 'An unrepeatable sentence, put right.']);
  await vault.ask('case.erase', { id, reason: 'Told elsewhere.' });
  await vault.reopen();
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 9 });
  expect(entries.map(({ kind, payload }) => [kind, payload === null])).toEqual([['case-erased', false], ['case-amended', true], ['case-recorded', true]]);
  expect(JSON.stringify(await vault.ask('case.get', { id }))).not.toContain('unrepeatable');
});

it('reads a narrative that was kept before it was noted what she had read', async () => {
  const { id } = await vault.ask('case.begin', { content: { kind: 'narrative', title: 'Old', paragraphs: [] } as never });
  expect((await vault.ask('case.get', { id })).content).toEqual({ ...emptyNarrative, title: 'Old' });
});
