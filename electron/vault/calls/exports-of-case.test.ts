import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountPages } from '../../../shared/layouts/export/accounts';
import { frontDocument } from '../../../shared/layouts/export/documents';
import { pdfOf } from '../../../shared/outputs/output-sections';
import { html } from '../../../shared/layouts/markup';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import { wholeChronology } from '../../../shared/model/chronology';
import type { ExportChoice } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const chosen = (change: Partial<ExportChoice>): ExportChoice => ({ caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change });
const plan = (change: Partial<ExportChoice>): Promise<ExportPlan> => vault.askShell('exports.plan', { choice: chosen(change) });
const printed = (made: ExportPlan, includesPrivileged = false): string => html`${accountPages(made.entries, true, includesPrivileged)}`.source;
const anId = (number: number): string => String(number).padStart(32, 'a');

async function kept(content: CaseContent): Promise<string> {
  const { id } = await vault.ask('case.begin', { content });
  await vault.ask('case.record', { id });
  return id;
}

async function ledger() {
  const [force, officer, craig] = await Promise.all([['Northmoor Police', 'organisation'], ['PC Holt', 'police'], ['Craig', 'accused']].map(async ([name, role]) => (await vault.ask('people.add', { name: name!, role: role as 'police' })).id));
  const [letter, photo, log] = [await added(vault, 'letter.txt', Buffer.from('letter')), await added(vault, 'photo.txt', Buffer.from('photo')), await added(vault, 'log.txt', Buffer.from('log'))];
  const incident = await recorded(vault, { title: 'The stairs', account: 'He pushed me.', happened: on('2022-03') });
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: photo } });
  const contact = await kept({
    ...emptyCaseContent.contact, form: 'report', happened: on('2022-03-14'), bodyId: force!, people: [{ personId: officer!, part: 'spoke-to' }], reference: 'NP/4471/22', said: 'I told the desk everything.', told: 'Nothing could be done.',
    promised: [{ id: anId(1), what: 'A call back', by: on('2022-03-21'), kept: 'no' }],
    given: [{ id: anId(2), what: 'The photo of the stairs', target: { kind: 'document', documentId: photo }, manner: 'copy', receipt: 'PR/9' }, { id: anId(3), what: 'My old phone', target: null, manner: 'original', receipt: '' }],
    outcomes: [{ id: anId(4), list: 'recording', value: '', told: on('2022-04-01'), note: 'Not recorded as a crime.' }],
    incidentIds: [incident], evidence: [{ kind: 'document', documentId: letter }], privilegedNote: 'for Ms Rahman alone',
  });
  const claim = await kept({ ...emptyCaseContent['counter-allegation'], title: 'That I hit him', made: on('2022-04-02'), learned: on('2022-05-10'), madeById: craig!, madeTo: 'his sergeant', theirVersion: 'She hit me.', herAnswer: 'I did not.', incidentIds: [incident], evidence: [{ kind: 'document', documentId: log }] });
  const lookUp = await kept({ ...emptyCaseContent['look-up'], title: 'The new flat', happened: on('2022'), known: 'He knew the street.', personId: craig!, otherWays: 'My sister may have said it.' });
  return { incident, contact, claim, lookUp, letter, photo, log, force: force!, officer: officer! };
}

it('names an exhibit once that bears a contact out and was given at it', async () => {
  const letter = await added(vault, 'letter.txt', Buffer.from('letter'));
  const target = { kind: 'document', documentId: letter } as const;
  const contact = await kept({ ...emptyCaseContent.contact, told: 'I gave them the letter.', happened: on('2022-03-14'), given: [{ id: anId(1), what: 'The letter', target, manner: 'copy', receipt: '' }, { id: anId(2), what: 'The same once more', target, manner: 'original', receipt: '' }], evidence: [target] });
  const made = await plan({ caseIds: [contact] });
  expect(made.entries.map(({ exhibitMarks }) => exhibitMarks)).toEqual([['TM1']]);
  expect(made.exhibits.map(({ mark, citedBy }) => [mark, citedBy])).toEqual([['TM1', [contact]]]);
  expect((await vault.ask('chronology.rows', { filter: wholeChronology, offset: 0, limit: 20 })).rows.map(({ evidenceCount }) => evidenceCount)).toEqual([1]);
});

it('stands in the chronology by its own day, told apart and narrowed by kind, and as a whole again after reopening', async () => {
  const { incident, contact, claim, lookUp } = await ledger();
  await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, told: 'half a sentence', happened: on('2022-03-15') } });
  const rows = async (change: Partial<typeof wholeChronology> = {}) => (await vault.ask('chronology.rows', { filter: { ...wholeChronology, ...change }, offset: 0, limit: 20 })).rows;
  const subjects = async (change: Partial<typeof wholeChronology> = {}): Promise<string[]> => (await rows(change)).map(({ id }) => ({ [incident]: 'incident', [contact]: 'contact', [claim]: 'claim', [lookUp]: 'look-up' })[id] ?? 'unknown');
  const whole = await subjects();
  expect(whole).toEqual(['look-up', 'incident', 'contact', 'claim']);
  expect((await rows()).map(({ subject, evidenceCount, told }) => [subject, evidenceCount, told?.form, told?.dayIs])).toEqual([['look-up', 0, '', 'happened'], ['incident', 1, undefined, undefined], ['contact', 2, 'report', 'happened'], ['counter-allegation', 1, '', 'made']]);
  expect(await subjects({ show: ['contact'] })).toEqual(['contact']);
  expect(await subjects({ show: ['incident', 'counter-allegation'] })).toEqual(['incident', 'claim']);
  expect(await subjects({ fromDay: '2022-03-10', toDay: '2022-03-31' })).toEqual(['look-up', 'incident', 'contact']);
  expect(await subjects({ text: 'nothing could' })).toEqual(['contact']);
  expect(await subjects({ kinds: ['physical'] })).toEqual([]);
  expect(await vault.ask('chronology.rowOf', { filter: wholeChronology, subject: 'contact', id: contact })).toEqual({ row: 2 });
  const { years } = await vault.ask('chronology.years', { filter: wholeChronology });
  expect(years.map(({ year, exact, vague }) => [year, exact, vague])).toEqual([[2022, 2, 2]]);
  await vault.ask('case.erase', { id: claim, reason: 'He reads this.' });
  expect(await subjects()).toEqual(['look-up', 'incident', 'contact']);
  await vault.reopen();
  expect(await subjects()).toEqual(['look-up', 'incident', 'contact']);
});

it('goes out with its exhibits under the same marks, each thing once, whoever cites it', async () => {
  const { incident, contact, claim, lookUp, letter, photo, log } = await ledger();
  const all = { incidentIds: [incident], caseIds: [contact, claim, lookUp] };
  // Put aside too: it goes with the entry that cites it, and not as a further exhibit.
  const made = await plan({ ...all, aside: [{ kind: 'document', id: log }] });
  expect(made.entries.map(({ number, subject, id, exhibitMarks }) => [number, subject, id, exhibitMarks])).toEqual([
    [1, 'look-up', lookUp, []], [2, 'incident', incident, ['TM1']], [3, 'contact', contact, ['TM2', 'TM1']], [4, 'counter-allegation', claim, ['TM3']],
  ]);
  expect(made.exhibits.map(({ mark, citedBy, thing }) => [mark, citedBy, thing.kind === 'document' && thing.document.id])).toEqual([['TM1', [incident, contact], photo], ['TM2', [contact], letter], ['TM3', [claim], log]]);
  // Recorded, the marks are issued for ever, and the history names what went.
  await vault.askShell('exports.record', { planId: made.planId, fileName: 'a.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64) });
  const [record] = (await vault.ask('exports.list', {})).exports;
  expect(record).toMatchObject({ incidentCount: 1, caseEntryCount: 3, exhibitCount: 3 });
  const { entries } = await vault.ask('history.list', { subjectId: record!.id, offset: 0, limit: 1 });
  expect(JSON.parse(entries[0]!.payload!).entries).toEqual([{ subject: 'case', id: lookUp }, { subject: 'incident', id: incident }, { subject: 'case', id: contact }, { subject: 'case', id: claim }]);
  expect((await plan({ caseIds: [claim] })).exhibits.map(({ mark }) => mark)).toEqual(['TM3']);
  // The contact brings none of its own, but the photograph is here all the same and goes with it.
  expect((await plan({ ...all, leaveOutExhibitOf: [contact, claim] })).exhibits.map(({ citedBy }) => citedBy)).toEqual([[incident, contact]]);
});

it('prints its own dates, parties, reference, words, promises, what was given and came of it, with marks and numbers as links', async () => {
  const { incident, contact, claim, lookUp } = await ledger();
  const made = await plan({ incidentIds: [incident], caseIds: [contact, claim, lookUp] });
  const pages = printed(made);
  const of = (number: number): string => pages.split('<section class="entry">')[number]!;
  for (const words of ['Contact with police or others', 'Report, Northmoor Police', '<dd>14 March 2022 <', 'PC Holt</bdi> <span class="quiet">(spoke to)', 'NP/4471/22', 'I told the desk everything.', 'Nothing could be done.', 'A call back', '(by 21 March 2022; not kept)', 'The photo of the stairs', '<bdi>a copy</bdi>; <bdi>receipt or other proof: PR/9', 'My old phone', 'not a file in this record', 'Not recorded as a crime.', 'told on 1 April 2022']) expect(of(3), words).toContain(words);
  expect(of(3)).toContain('<a href="https://bundle.invalid/to/exhibit-tm1"><strong>TM1</strong></a>');
  expect(of(3)).toContain('<a href="https://bundle.invalid/to/entry-2">Entry 2</a>');
  for (const words of ['Allegation made against', '2 April 2022, when it was reported or claimed', 'Claimed by', 'Craig', 'his sergeant', '10 May 2022', 'She hit me.', 'I did not.']) expect(of(4), words).toContain(words);
  // What somebody else says happened was never "made at the time"; when it was recorded is said all the same.
  expect(of(4)).toMatch(/First recorded<\/dt><dd>[^<]+<\/dd>/);
  expect(of(3)).toMatch(/First recorded<\/dt><dd>[^<]+<br>Recorded .* after it happened/);
  for (const words of ['Suspected look-up', 'He knew the street.', 'My sister may have said it.']) expect(of(1), words).toContain(words);
  expect(pages + JSON.stringify(made)).not.toContain('Rahman');
  expect(printed(await plan({ caseIds: [contact], includePrivileged: true }), true)).toContain('for Ms Rahman alone');
  const front = frontDocument(pdfOf(made), { plan: made, pageNumbers: new Map(), pageCount: 9 }, []);
  for (const words of ['Contact with police or others · NP/4471/22', 'when it was reported or claimed', 'to/exhibit-tm3']) expect(front, words).toContain(words);
});

it('names nothing that is not in the document, nor what was erased', async () => {
  const { incident, contact, letter, force } = await ledger();
  const alone = printed(await plan({ caseIds: [contact], leaveOutExhibitOf: [contact] }));
  expect(alone).toContain('one entry that is not in this document');
  expect(alone).not.toMatch(/The stairs|letter\.txt|photo\.txt|to\/exhibit|to\/entry/);
  await vault.ask('documents.erase', { id: letter, reason: 'Not safe.' });
  await vault.ask('people.erase', { id: force, reason: 'Not safe.' });
  const made = await plan({ incidentIds: [incident], caseIds: [contact] });
  expect(made.exhibits.map(({ thing }) => thing.kind === 'document' && thing.document.originalName)).toEqual(['photo.txt']);
  expect(printed(made)).toContain('An erased person');
  expect(JSON.stringify(made)).not.toContain('Northmoor');
});

it('prints every version, and leaves out drafts, kinds that no chronology tells and what was erased', async () => {
  const { contact, claim } = await ledger();
  const before = await vault.ask('case.get', { id: contact });
  if (before.content.kind !== 'contact') throw new Error('a contact');
  await vault.ask('case.amend', { id: contact, content: { ...before.content, reference: 'NP/4472/22', told: 'They would look into it.', evidence: [], happened: on('2022-03-15') }, reason: 'The letter came.' });
  const pages = printed(await plan({ caseIds: [contact] }));
  const order = ['As first recorded', 'NP/4471/22', 'Nothing could be done.', 'Amendment 1', 'The letter came.', 'NP/4472/22', 'What this entry refers to was changed', 'They would look into it.'];
  const from = pages.indexOf('As first recorded');
  expect(order.map((words) => pages.indexOf(words, from))).toEqual(order.map((words) => pages.indexOf(words, from)).toSorted((a, b) => a - b));
  expect(order.every((words) => pages.includes(words))).toBe(true);
  expect(pages).not.toMatch(/after it happened|Made at the time/);

  const draft = (await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, told: 'half a sentence' } })).id;
  const tie = await kept({ ...emptyCaseContent.tie, words: 'They trained together.' });
  await vault.ask('case.erase', { id: claim, reason: 'He reads this.' });
  await expect(plan({ caseIds: [draft, tie, claim, anId(9)] })).rejects.toMatchObject(refused('nothing-chosen'));
  expect((await plan({ caseIds: [contact, draft, tie, claim] })).entries.map(({ id }) => id)).toEqual([contact]);
  expect((await plan({ caseIds: [contact] })).erasedCount).toBe(1);
});

it('says made at the time of a contact recorded on its own day, as of an incident', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  const id = await kept({ ...emptyCaseContent.contact, form: 'call', happened: on(today), told: 'A call.' });
  const claim = await kept({ ...emptyCaseContent['counter-allegation'], happened: on(today), theirVersion: 'A claim.' });
  expect(printed(await plan({ caseIds: [id] }))).toContain('Made at the time');
  expect(printed(await plan({ caseIds: [claim] }))).not.toContain('Made at the time');
});

it('tells a turning point by its day, in the words of the page; what an incident supports is told nowhere', async () => {
  const id = await kept({ ...emptyCaseContent['turning-point'], what: 'moved-out', happened: on('2022-06-01'), words: 'I took the children to my sister.' });
  const { rows } = await vault.ask('chronology.rows', { filter: { ...wholeChronology, show: ['turning-point'] }, offset: 0, limit: 9 });
  expect(rows.map((row) => [row.id, row.title, row.opening])).toEqual([[id, 'One of us moved out', 'I took the children to my sister.']]);
  const pages = printed(await plan({ caseIds: [id] }));
  for (const words of ['Turning point', '<bdi>One of them moved out</bdi></h2>', '1 June 2022', 'I took the children to my sister.']) expect(pages, words).toContain(words);
});
