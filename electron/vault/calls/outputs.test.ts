import { afterEach, beforeEach, expect, it } from 'vitest';
import { outputOf } from '../../../shared/outputs/outputs';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import { citationSign } from '../../../shared/model/case/narrative';
import type { ExportChoice } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import { emptyHeading, type Making, OutputWanted } from '../../../shared/model/output';
import { added, begunImport, committed, message, on, recorded, refused, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const chosen = (change: Partial<ExportChoice>): ExportChoice => ({ caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change });
const plan = (change: Partial<ExportChoice>): Promise<ExportPlan> => vault.askShell('exports.plan', { choice: chosen(change) });
const saved = { fileName: 'Ellis.docx', pageCount: 3, sizeBytes: 99, sha256: 'f'.repeat(64) };
const allegations = (narrativeId: string | null): Making => ({ wanted: { output: 'allegations', heading: emptyHeading, narrativeId }, format: 'word' });

async function kept(content: CaseContent): Promise<string> {
  const { id } = await vault.ask('case.begin', { content });
  await vault.ask('case.record', { id });
  return id;
}

it('gives the same entries and the same marks whatever is made of them, and issues them whichever leaves first', async () => {
  const [photo, letter] = [await added(vault, 'photo.txt', Buffer.from('photo')), await added(vault, 'letter.txt', Buffer.from('letter'))];
  const incident = await recorded(vault, { title: 'The stairs', account: 'He pushed me.', happened: on('2022-03-12') });
  for (const documentId of [photo, letter]) await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId } });
  const wanted: OutputWanted[] = [
    { output: 'chronology' }, { output: 'allegations', heading: emptyHeading, narrativeId: null }, { output: 'messages', conversationId: null },
    { output: 'statement', heading: emptyHeading, proceedings: 'civil', party: 'witness', name: '', occupation: '', number: 1 }, { output: 'complaint', to: 'psd', name: '', force: '', about: '', whyLate: '', wanted: '', hasReadWarning: true },
  ];
  const plans = [];
  for (const one of wanted) plans.push(await plan({ incidentIds: [incident], making: { wanted: one, format: 'word' } }));
  for (const one of plans) expect([one.entries, one.exhibits]).toEqual([plans[0]!.entries, plans[0]!.exhibits]);
  const statement = plans[3]!;
  expect(statement.entries[0]?.exhibitMarks).toEqual(['TM1', 'TM2']);
  // The last that was planned is the one that is saved.
  await vault.askShell('exports.record', { planId: plans.at(-1)!.planId, ...saved });
  expect((await vault.ask('exports.list', {})).exports).toMatchObject([{ fileName: 'Ellis.docx', made: { output: 'complaint', format: 'word' }, page: null, exhibitCount: 2 }]);
  await vault.ask('incidents.unlink', { id: incident, linkId: (await vault.ask('incidents.get', { id: incident })).links[0]!.id });
  await vault.reopen();
  expect((await plan({ incidentIds: [incident] })).entries[0]?.exhibitMarks).toEqual(['TM2']);
  expect((await vault.ask('exports.list', {})).exports[0]?.made).toEqual({ output: 'complaint', format: 'word' });
  const { entries } = await vault.ask('history.list', { subjectId: plans.at(-1)!.planId, offset: 0, limit: 5 });
  expect(entries.map(({ payload }) => payload).join('')).toContain('"made":{"format":"word","output":"complaint"}');
});

it('is the chronology as PDF where nothing is said of what is made', async () => {
  const incident = await recorded(vault, { title: 'a', account: 'x', happened: on('2022') });
  const made = await plan({ incidentIds: [incident] });
  expect([made.making, made.narrative, made.talk]).toEqual([{ wanted: { output: 'chronology' }, format: 'pdf' }, null, null]);
  await vault.askShell('exports.record', { planId: made.planId, ...saved, fileName: 'Ellis.pdf' });
  expect((await vault.ask('exports.list', {})).exports[0]?.made).toEqual({ output: 'chronology', format: 'pdf' });
});

it('tells a story by the numbers and marks of this document, and names nothing that is not in it', async () => {
  const photo = await added(vault, 'photo.txt', Buffer.from('photo'));
  const [inside, outside] = [await recorded(vault, { title: 'inside', account: 'x', happened: on('2022') }), await recorded(vault, { title: 'outside', account: 'x', happened: on('2021') })];
  await vault.ask('incidents.link', { id: inside, target: { kind: 'document', documentId: photo } });
  const story = await kept({
    ...emptyCaseContent.narrative, title: 'How it went',
    paragraphs: [
      { id: 'a'.repeat(32), form: 'heading', text: 'The first year', citations: [] },
      { id: 'b'.repeat(32), form: 'text', text: `First ${citationSign}, then ${citationSign}, as ${citationSign} shows.`, citations: [{ kind: 'incident', incidentId: outside }, { kind: 'incident', incidentId: inside }, { kind: 'document', documentId: photo }] },
    ],
  });
  const made = await plan({ incidentIds: [inside], making: allegations(story) });
  expect(made.narrative).toEqual({ title: 'How it went', paragraphs: [
    { form: 'heading', pieces: [{ is: 'words', words: 'The first year' }] },
    { form: 'text', pieces: [{ is: 'words', words: 'First ' }, { is: 'elsewhere' }, { is: 'words', words: ', then ' }, { is: 'entry', entryNumber: 1 }, { is: 'words', words: ', as ' }, { is: 'mark', mark: 'TM1' }, { is: 'words', words: ' shows.' }] },
  ] });
  expect(JSON.stringify(outputOf(made).paper())).not.toContain('outside');
  await expect(plan({ incidentIds: [inside], making: allegations(inside) })).rejects.toMatchObject(refused('not-found'));
  const { id: draft } = await vault.ask('case.begin', { content: { ...emptyCaseContent.narrative, title: 'half' } });
  await expect(plan({ incidentIds: [inside], making: allegations(draft) })).rejects.toMatchObject(refused('not-found'));
});

it('takes words out of everything that is new in a plan: the story, the whole conversation, what she wrote for the paper', async () => {
  const begun = await begunImport(vault);
  await say(vault, begun, [1, 2].map((line) => message(line, `by the Quill gate ${line}`)));
  const conversation = await committed(vault, begun, ['chat']);
  const incident = await recorded(vault, { title: 'a', account: 'x', happened: on('2022') });
  const story = await kept({ ...emptyCaseContent.narrative, title: 'Quill', paragraphs: [{ id: 'b'.repeat(32), form: 'text', text: 'At Quill it began.', citations: [] }] });
  const { id: listId } = await vault.ask('redactions.makeList', { name: 'for them' });
  await vault.ask('redactions.addWords', { listId, words: 'Quill', reason: 'address', isWholeWord: false });
  const redacted = { incidentIds: [incident], redactionListId: listId };
  for (const making of [allegations(story), { wanted: { output: 'messages', conversationId: conversation.id }, format: 'csv' }, { wanted: { output: 'complaint', to: 'psd', name: 'Mara Quill', force: '', about: 'The Quill gate.', whyLate: '', wanted: '', hasReadWarning: true }, format: 'word' }] satisfies Making[]) {
    const made = await plan({ ...redacted, making });
    expect(JSON.stringify({ ...made, redaction: null })).not.toContain('Quill');
    expect(JSON.stringify(outputOf(made).paper())).toContain('[redacted: address]');
  }
});

it('makes a schedule of a whole conversation with nothing else chosen; of no other output that', async () => {
  const begun = await begunImport(vault);
  await say(vault, begun, [1, 2, 3].map((line) => message(line, `message ${line}`)));
  const conversation = await committed(vault, begun, ['chat']);
  const made = await plan({ making: { wanted: { output: 'messages', conversationId: conversation.id }, format: 'csv' } });
  expect([made.talk?.messages.map(({ text }) => text), made.talk?.sources.length, outputOf(made).isEmpty()]).toEqual([['message 1', 'message 2', 'message 3'], 1, false]);
  await expect(plan({ making: { wanted: { output: 'messages', conversationId: null }, format: 'csv' } })).rejects.toMatchObject(refused('nothing-chosen'));
  await expect(plan({ making: { wanted: { output: 'messages', conversationId: 'c'.repeat(32) }, format: 'csv' } })).rejects.toMatchObject(refused('not-found'));
});

it('plans no complaint before she has read what becomes of it', async () => {
  const incident = await recorded(vault, { title: 'a', account: 'x', happened: on('2022') });
  const unread = { output: 'complaint', to: 'iopc', name: '', force: '', about: '', whyLate: '', wanted: '', hasReadWarning: false };
  expect(OutputWanted.safeParse(unread).success).toBe(false);
  await expect(plan({ incidentIds: [incident], making: { wanted: unread as unknown as OutputWanted, format: 'word' } })).rejects.toThrow();
});
