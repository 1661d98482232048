import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportChoice } from '../../../shared/model/export';
import { added, content, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
let incident: string;
let letter: string;
beforeEach(async () => {
  vault = await makeTestVault();
  incident = await recorded(vault, { title: 'The stairs', account: 'He pushed me.', happened: on('2022-03-12') });
  letter = await added(vault, 'letter.txt', Buffer.from('a letter'));
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: letter } });
});
afterEach(() => vault.remove());

const saved = { fileName: 'Ellis.pdf', pageCount: 3, sizeBytes: 99, sha256: 'f'.repeat(64) };
const plan = async (change: Partial<ExportChoice> = {}): Promise<string> => {
  const choice: ExportChoice = { caseName: 'Ellis', incidentIds: [incident], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change };
  return (await vault.askShell('exports.plan', { choice })).planId;
};
const stands = async (planId: string): Promise<boolean> => (await vault.askShell('exports.planStands', { planId })).stands;
const letGo = (planId: string): object => ({ notice: 'plan-let-go', planId });

it('stands, and can be recorded again and again, while nothing that is in it changes', async () => {
  const planId = await plan();
  expect(await stands(planId)).toBe(true);
  const other = await recorded(vault, { title: 'Not chosen', account: 'x', happened: on('2021') });
  await vault.ask('incidents.amend', { id: other, content: content({ title: 'Not chosen', account: 'y', happened: on('2021') }), reason: 'said better' });
  const { id: recipientId } = await vault.ask('recipients.add', { name: 'Ms Khan', role: 'solicitor', organisation: '', reference: '' });
  await vault.ask('people.add', { name: 'Somebody else', role: 'other' });
  expect(await stands(planId)).toBe(true);
  await vault.askShell('exports.record', { planId, ...saved });
  // Its marks are issued now, and the history is longer: the same pages all the same.
  expect(await stands(planId)).toBe(true);
  await vault.askShell('exports.record', { planId, ...saved, fileName: 'again.pdf' });
  await vault.ask('recipients.remove', { id: recipientId });
  expect(await stands(planId)).toBe(true);
  expect((await vault.ask('exports.list', {})).exports.map(({ fileName }) => fileName).sort()).toEqual(['Ellis.pdf', 'again.pdf']);
  expect(vault.notices).not.toContainEqual(letGo(planId));
});

it('does not stand once an entry in it was amended: it is not recorded, and stays to be looked at', async () => {
  const planId = await plan();
  await vault.ask('incidents.amend', { id: incident, content: content({ title: 'The stairs', account: 'He pushed me twice.', happened: on('2022-03-12') }), reason: 'remembered' });
  expect(await stands(planId)).toBe(false);
  await expect(vault.askShell('exports.record', { planId, ...saved })).rejects.toMatchObject(refused('pages-outdated'));
  expect((await vault.ask('exports.list', {})).exports).toEqual([]);
  expect(vault.notices).not.toContainEqual(letGo(planId));
  const again = await plan();
  expect([await stands(planId), await stands(again)]).toEqual([false, true]);
});

it('does not stand once what must never be in it, or what is taken out of it, is another', async () => {
  const list = await vault.ask('redactions.makeList', { name: 'For the court' });
  const redacted = await plan({ redactionListId: list.id });
  await vault.ask('redactions.addWords', { listId: list.id, words: 'pushed', reason: 'address', isWholeWord: false });
  expect(await stands(redacted)).toBe(false);
  const swept = await plan();
  const fact = await vault.ask('protectedFacts.add', { kind: 'address', text: '14 Harrow Lane', alsoWritten: [] });
  expect(await stands(swept)).toBe(false);
  await expect(vault.askShell('exports.record', { planId: swept, ...saved })).rejects.toMatchObject(refused('pages-outdated'));
  // Taken off again, which erases its words: the pages are of the record all the time, and are not let go.
  await vault.ask('protectedFacts.remove', { id: fact.id });
  expect(await stands(swept)).toBe(true);
  expect(vault.notices).not.toContainEqual(letGo(swept));
});

it('is let go, and the shell is told before the erasing is answered, when something in it was erased', async () => {
  const planId = await plan();
  await vault.ask('documents.erase', { id: letter, reason: 'not mine to keep' });
  expect(vault.notices).toContainEqual(letGo(planId));
  expect(await stands(planId)).toBe(false);
  await expect(vault.askShell('exports.record', { planId, ...saved })).rejects.toMatchObject(refused('not-found'));
});

it('holds for a page of the case as well', async () => {
  const wanted = { caseName: 'Ellis', redactionListId: null, request: { page: 'patterns', fromDay: '2020-01-01', toDay: '2024-12-31' } } as const;
  const { planId } = await vault.askShell('casePages.plan', wanted);
  expect(await stands(planId)).toBe(true);
  await recorded(vault, { title: 'One more', account: 'x', happened: on('2023-05-01') });
  expect(await stands(planId)).toBe(false);
  await expect(vault.askShell('exports.record', { planId, ...saved })).rejects.toMatchObject(refused('pages-outdated'));
});
