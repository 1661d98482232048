import { afterEach, beforeEach, expect, it } from 'vitest';
import { exhibitPages } from '../../../shared/layouts/export/exhibits';
import { exhibitName } from '../../../shared/layouts/exhibit-name';
import { frontDocument } from '../../../shared/layouts/export/documents';
import { nothingLeftOut } from '../../../shared/assemble-protocol';
import type { BundleChoice, IssuedBundle } from '../../../shared/model/bundle';
import type { ExhibitInCopy, ExhibitSaid } from '../../../shared/model/exhibit-said';
import type { ExportChoice } from '../../../shared/model/export';
import { type ExportPlan, thingOf } from '../../../shared/model/export-plan';
import { pdfOf } from '../../../shared/outputs/output-sections';
import { added, readAs } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const planned = (choice: Partial<ExportChoice>) => vault.askShell('exports.plan', { choice: { caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...choice } });
/** As it is cited from then on; on which pages is not what is asked here. */
const issuedAs = ({ exhibits }: ExportPlan): IssuedBundle => ({ profile: 'civil', letter: '', hearingDay: '', pageCount: 20, sections: [{ section: 'other', sign: '1' }], exhibits: exhibits.map((exhibit, index) => ({ ...thingOf(exhibit), mark: exhibit.mark, sign: '1', label: String(index + 5), pages: 2, allowedBy: '' })) });
const handOver = async (plan: ExportPlan) => vault.askShell('exports.record', { planId: plan.planId, fileName: 'a.pdf', pageCount: 9, sizeBytes: 1, sha256: 'f'.repeat(64), released: [], ...(plan.bundle === null ? {} : { issued: issuedAs(plan) }) });
const said = (id: string, inCopy: Partial<ExhibitInCopy>): ExhibitSaid => ({ kind: 'document', id, leftOut: false, inCopy: { title: '', extract: null, turns: [], ...inCopy } });
const inCopyOf = (plan: ExportPlan, id: string) => plan.exhibits.find((exhibit) => thingOf(exhibit).id === id)?.inCopy;
const extract = { ranges: [{ from: 3, to: 7 }, { from: 12, to: 12 }], of: 40 };
const pages = { kind: 'pages', pageCount: 6, damage: null, redactedPages: 0, leftOut: nothingLeftOut, filePages: 40 } as const;

async function pdf(name: string): Promise<string> {
  const id = await added(vault, name, Buffer.from(`%PDF-1.4\n${name}`));
  await vault.askShell('documents.noteFacts', { id, mediaType: 'application/pdf', form: 'pdf', picture: null, details: {} });
  return id;
}

it('an exhibit stands in a copy as she says: its title and which pages in index and on its slip, beside the file’s own name and SHA-256', async () => {
  const letter = await pdf('scan0031.pdf');
  const plan = await planned({ documentIds: [letter], exhibits: [said(letter, { title: ' Letter of the school ', extract, turns: [{ page: 3, quarters: 1 }, { page: 12, quarters: 2 }] })] });
  const [exhibit] = plan.exhibits;
  expect(exhibit?.inCopy).toEqual({ title: 'Letter of the school', extract, turns: [{ page: 3, quarters: 1 }, { page: 12, quarters: 2 }] });
  expect(exhibitName(exhibit!)).toBe('Letter of the school (extract: pages 3 to 7 and 12 of 40)');
  // What is its own exhibit has that title in its line of the chronology too.
  expect(plan.entries.map(({ title }) => title)).toEqual(['Letter of the school']);
  const front = frontDocument(pdfOf(plan), { plan, pageNumbers: new Map(), pageCount: 9 }, []);
  expect(front).toContain('Letter of the school (extract: pages 3 to 7 and 12 of 40)');
  const { sha256 } = await vault.ask('documents.get', { id: letter });
  const slip = exhibitPages([{ exhibit: exhibit!, rendition: pages }], null, null);
  for (const words of ['Letter of the school (extract: pages 3 to 7 and 12 of 40)', 'scan0031.pdf', sha256, 'Pages 3 to 7 and 12 of 40. The other pages are not in this document.', 'page 3 by a quarter to the right and page 12 upside down']) expect(slip).toContain(words);
  // The evidence is what it was.
  expect(await vault.ask('documents.get', { id: letter })).toMatchObject({ title: '', originalName: 'scan0031.pdf' });
  expect(exhibitName((await planned({ documentIds: [letter] })).exhibits[0]!)).toBe('scan0031.pdf');
});

it('of a file without pages only the title is taken, of a picture its turn as well; what says nothing is nothing', async () => {
  const [text, photo, letter] = [await added(vault, 'note.txt', Buffer.from('a note')), await added(vault, 'door.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xd9])), await pdf('letter.pdf')];
  await readAs(vault, text, 'a note');
  await vault.askShell('documents.noteFacts', { id: photo, mediaType: 'image/jpeg', form: 'image', picture: null, details: {} });
  const all = { title: 'Another', extract, turns: [{ page: 1, quarters: 3 as const }] };
  const plan = await planned({ documentIds: [text, photo, letter], exhibits: [said(text, all), said(photo, all), said(letter, {})] });
  expect([text, photo, letter].map((id) => inCopyOf(plan, id))).toEqual([{ title: 'Another', extract: null, turns: [] }, { title: 'Another', extract: null, turns: all.turns }, undefined]);
  const slip = exhibitPages([{ exhibit: plan.exhibits.find((exhibit) => thingOf(exhibit).id === photo)!, rendition: { kind: 'picture', pictures: [], pageCount: 1, isRedacted: false } }], null, null);
  expect(slip).toContain('In this copy alone: the picture by a quarter to the left.');
  expect(slip).not.toContain('Printed upright');
});

it('words that are taken out of a copy are taken out of its titles, and the record keeps what she said', async () => {
  const letter = await pdf('letter.pdf');
  const { id: listId } = await vault.ask('redactions.makeList', { name: 'For the force' });
  await vault.ask('redactions.addWords', { listId, words: '12 Rose Lane', reason: 'address', isWholeWord: false });
  const plan = await planned({ documentIds: [letter], redactionListId: listId, exhibits: [said(letter, { title: 'Letter to 12 Rose Lane' })] });
  expect(JSON.stringify(plan.exhibits)).not.toContain('Rose');
  expect(exhibitName(plan.exhibits[0]!)).toBe('Letter to [redacted: address]');
  const { made } = await handOver(plan);
  expect(made?.said).toEqual([said(letter, { title: 'Letter to 12 Rose Lane' })]);
});

const civil: BundleChoice = { profile: 'civil', letter: '', hearingDay: '', placed: [], allowed: [], permission: '' };

it('a bundle that goes on from one has its titles, extracts and turns, unless she says otherwise; an addition is recorded with what it belongs to', async () => {
  const [letter, report, late] = [await pdf('letter.pdf'), await pdf('report.pdf'), await pdf('late.pdf')];
  const first = await planned({ documentIds: [letter, report], bundle: civil, exhibits: [said(letter, { title: 'The first letter' }), said(report, { extract, turns: [{ page: 4, quarters: 1 }] })] });
  const { id: exportId, made } = await handOver(first);
  expect(made?.said).toHaveLength(2);
  const goesOn = (more: Partial<ExportChoice>, part: 'revised' | 'addition' = 'revised') => planned({ documentIds: [letter, report, late], ...more, bundle: { ...civil, continues: { exportId, part } } });
  const again = await goesOn({});
  expect([letter, report, late].map((id) => inCopyOf(again, id))).toEqual([{ title: 'The first letter', extract: null, turns: [] }, { title: '', extract, turns: [{ page: 4, quarters: 1 }] }, undefined]);
  const otherwise = await goesOn({ exhibits: [said(letter, {}), said(late, { title: 'A late one' })] });
  expect([letter, report, late].map((id) => inCopyOf(otherwise, id)?.title)).toEqual([undefined, '', 'A late one']);
  // Only leaving out says nothing of how the rest stands.
  expect(inCopyOf(await goesOn({ exhibits: [{ kind: 'document', id: late, leftOut: true }] }), letter)?.title).toBe('The first letter');
  // An addition of what is new alone: the next goes on from both.
  const addition = await goesOn({ documentIds: [late], exhibits: [said(late, { title: 'A late one' })] }, 'addition');
  const { made: both } = await handOver(addition);
  expect(both?.said?.map(({ id, inCopy }) => [id, inCopy?.title])).toEqual(expect.arrayContaining([[letter, 'The first letter'], [report, ''], [late, 'A late one']]));
});

it('what a document was called in copies goes with it when it is erased: no step of the history has it', async () => {
  const [letter, report] = [await pdf('letter.pdf'), await pdf('report.pdf')];
  const plan = await planned({ documentIds: [letter, report], exhibits: [said(letter, { title: 'Zephyrine’s letter', extract }), said(report, { title: 'The report' })] });
  await handOver(plan);
  const { entries } = await vault.ask('history.list', { subjectId: plan.planId, offset: 0, limit: 5 });
  expect(entries.map(({ kind }) => kind)).toEqual(['exported']);
  expect(JSON.stringify(entries)).not.toMatch(/Zephyrine|The report|extract/);
  await vault.ask('documents.erase', { id: letter, reason: 'not hers to keep' });
  const left = async () => (await vault.ask('exports.list', {})).exports.map(({ made }) => made);
  expect(await left()).toEqual([{ output: 'chronology', format: 'pdf', said: [said(report, { title: 'The report' })] }]);
  await vault.ask('documents.erase', { id: report, reason: 'not hers to keep' });
  expect(await left()).toEqual([{ output: 'chronology', format: 'pdf' }]);
  // As it is read from the disk again.
  await vault.reopen();
  expect(await left()).toEqual([{ output: 'chronology', format: 'pdf' }]);
  // What is planned afterwards verifies the history first.
  expect((await planned({ documentIds: [await pdf('other.pdf')] })).exhibits).toHaveLength(1);
});
