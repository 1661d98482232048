import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import type { CasePagePlan } from '../../../shared/model/case/case-page';
import type { Given } from '../../../shared/model/case/contact';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

type Contact = Extract<CaseContent, { kind: 'contact' }>;
const given = (number: number, part: Partial<Given>): Given => ({ id: String(number).repeat(32), what: '', target: null, manner: 'not-said', receipt: '', ...part });

async function contact(part: Partial<Contact>): Promise<string> {
  const { id } = await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, ...part } });
  await vault.ask('case.record', { id });
  return id;
}

const plan = (): Promise<CasePagePlan> => vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'given' } });
const save = ({ planId }: CasePagePlan) => vault.askShell('exports.record', { planId, fileName: 'given.pdf', pageCount: 2, sizeBytes: 9, sha256: 'a'.repeat(64) });
const signs = ({ sources }: CasePagePlan) => sources.map(({ what, mark, number, name, isGone }) => [what, mark ?? number, name, isGone]);

it('lists every source once in the order of first use, exhibits under the marks that an export would give them', async () => {
  const [photo, letter] = [await added(vault, 'photo.txt', Buffer.from('a photo')), await added(vault, 'letter.txt', Buffer.from('a letter'))];
  const second = await contact({ title: 'The station', happened: on('2022-05-02'), given: [given(1, { what: 'My phone' }), given(2, { target: { kind: 'document', documentId: letter } }), given(3, { target: { kind: 'document', documentId: photo } })] });
  const first = await contact({ title: 'The desk', happened: on('2022-05-01'), given: [given(4, { target: { kind: 'document', documentId: photo } })] });
  const made = await plan();
  expect(signs(made)).toEqual([['contact', 1, 'The desk', false], ['document', 'TM1', 'photo.txt', false], ['contact', 2, 'The station', false], ['document', 'TM2', 'letter.txt', false]]);
  expect(made.sources.map(({ citation }) => ('entryId' in citation ? citation.entryId : 'documentId' in citation ? citation.documentId : ''))).toEqual([first, photo, second, letter]);
  const { documents } = await vault.ask('documents.list', { offset: 0, limit: 9 });
  expect(made.sources[1]).toMatchObject({ sha256: documents.find(({ id }) => id === photo)?.sha256, firstRecordedUtc: documents.find(({ id }) => id === photo)?.addedUtc });
});

it('issues its marks for good when it is saved, and says in the history and in the list of exports what went', async () => {
  const incidentId = await recorded(vault, { title: 'The stairs', account: 'x' });
  const [photo, letter] = [await added(vault, 'photo.txt', Buffer.from('a photo')), await added(vault, 'letter.txt', Buffer.from('a letter'))];
  const id = await contact({ title: 'The desk', given: [given(1, { what: 'The photo', target: { kind: 'document', documentId: letter } })], incidentIds: [incidentId] });
  const made = await plan();
  const record = await save(made);
  expect(record).toMatchObject({ page: 'given', caseName: 'Ellis', incidentCount: 0, exhibitCount: 1, sealCode: made.sealCode });
  await vault.reopen();
  expect((await vault.ask('exports.list', {})).exports).toEqual([record]);
  const { entries } = await vault.ask('history.list', { subjectId: record.id, offset: 0, limit: 9 });
  expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ page: { page: 'given' }, includesPrivileged: false, entries: [{ subject: 'case', id }], exhibits: ['TM1'], sha256: 'a'.repeat(64) });
  expect(entries[0]!.payload).not.toContain('The desk');
  // A chronology that cites the other first gives it the next mark; the letter keeps its own.
  const choice = { caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [photo, letter], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
  expect((await vault.askShell('exports.plan', { choice })).exhibits.map(({ mark, thing }) => [mark, thing.kind === 'document' && thing.document.id])).toEqual([['TM1', letter], ['TM2', photo]]);
  await expect(save(made)).rejects.toMatchObject(refused('not-found'));
});

it('prints what was erased as erased, and gives it no mark that it had not', async () => {
  const [photo, letter] = [await added(vault, 'photo.txt', Buffer.from('a photo')), await added(vault, 'letter.txt', Buffer.from('a letter'))];
  await contact({ title: 'The desk', given: [given(1, { target: { kind: 'document', documentId: letter } })] });
  await save(await plan());
  await contact({ title: 'The station', happened: on('2022-05-01'), given: [given(2, { target: { kind: 'document', documentId: photo } })] });
  for (const id of [photo, letter]) await vault.ask('documents.erase', { id, reason: 'x' });
  const made = await plan();
  expect(signs(made)).toEqual([['contact', 1, 'The station', false], ['document', 2, '', true], ['contact', 3, 'The desk', false], ['document', 'TM1', '', true]]);
  expect(JSON.stringify(made)).not.toMatch(/photo\.txt|letter\.txt/);
  expect(await save(made)).toMatchObject({ exhibitCount: 0 });
});

it('leaves out drafts and privileged notes, and refuses a page with nothing on it', async () => {
  await expect(plan()).rejects.toMatchObject(refused('nothing-chosen'));
  await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, title: 'A draft', given: [given(1, { what: 'x' })] } });
  await expect(plan()).rejects.toMatchObject(refused('nothing-chosen'));
  await contact({ title: 'The desk', privilegedNote: 'for Ms Rahman alone', given: [given(2, { what: 'my diary', manner: 'original', receipt: 'PR 22/118' })] });
  const made = await plan();
  expect(JSON.stringify(made)).not.toMatch(/Rahman|A draft/);
  expect(made.page.blocks).toContainEqual(expect.objectContaining({ block: 'table', table: expect.objectContaining({ rows: [[[{ is: 'words', words: 'my diary' }], [{ is: 'words', words: 'The original' }], [{ is: 'words', words: 'PR 22/118' }], [{ is: 'words', words: 'Not a file in this record' }]]] }) }));
});

it('asks why a page goes to the police that cites what she tagged as of private proceedings about a child', async () => {
  const [report, letter] = [await added(vault, 'report.txt', Buffer.from('a report')), await added(vault, 'letter.txt', Buffer.from('a letter'))];
  await vault.ask('tags.put', { kind: 'document', id: report, name: 'Private children proceedings' });
  await contact({ title: 'The desk', given: [given(1, { target: { kind: 'document', documentId: letter } })] });
  expect((await plan()).privateChildren).toEqual([]);
  await contact({ title: 'The station', given: [given(2, { target: { kind: 'document', documentId: report } })] });
  const made = await plan();
  const mark = made.sources.find(({ name }) => name === 'report.txt')?.mark;
  expect(made.privateChildren).toEqual([{ name: 'report.txt', mark }]);
  const { id: recipientId } = await vault.ask('recipients.add', { name: 'Northmoor Police', role: 'force', organisation: '', reference: '' });
  const give = async (childrenReason: string) => {
    const ahead = await vault.askShell('copies.ahead', { recipientId });
    const file = { name: 'given.pdf', sha256: 'e'.repeat(64), sizeBytes: 1, pageCount: 1, inside: false };
    return vault.askShell('exports.record', { planId: made.planId, fileName: 'given.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64), copy: { ahead, lines: [], files: [file], protection: 'none', passphrase: null, privilegedReason: '', childrenReason } });
  };
  await expect(give('')).rejects.toMatchObject(refused('reason-needed'));
  await give('Order of 3 June allows it.');
  expect((await vault.ask('copies.list', {})).copies.map(({ held }) => held.childrenReason)).toEqual(['Order of 3 June allows it.']);
});
