import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyCodePattern } from '../../../shared/copies/copy-code';
import { emptyCaseContent } from '../../../shared/model/case/case-entry';
import type { CopyAhead, CopyLeaving } from '../../../shared/model/copy';
import type { ExportChoice } from '../../../shared/model/export';
import type { RecipientSaid } from '../../../shared/model/recipient';
import { everywhere } from '../../../shared/model/search';
import { on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const solicitor: RecipientSaid = { name: 'Harriet Lowe', role: 'solicitor', organisation: 'Lowe & Finch', reference: 'HL/221' };
const force: RecipientSaid = { name: 'Northmoor Police', role: 'force', organisation: '', reference: 'NP/4471/22' };
const chosen = (incidentId: string, change: Partial<ExportChoice> = {}): ExportChoice => ({ caseName: 'Ellis', incidentIds: [incidentId], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change });
const sha = (letter: string): string => letter.repeat(64);

async function handOver(incidentId: string, ahead: CopyAhead, more: Partial<CopyLeaving> & { includePrivileged?: boolean } = {}) {
  const { includePrivileged = false, ...change } = more;
  const plan = await vault.askShell('exports.plan', { choice: chosen(incidentId, { includePrivileged }) });
  const copy: CopyLeaving = { ahead, lines: [{ page: 1, lines: [80.25, 97.5] }], files: [{ name: 'Ellis.pdf', sha256: sha('a'), sizeBytes: 10, pageCount: 3, inside: false }], protection: 'none', passphrase: null, privilegedReason: '', ...change };
  return vault.askShell('exports.record', { planId: plan.planId, fileName: 'Ellis.pdf', pageCount: 3, sizeBytes: 10, sha256: sha('a'), released: [], copy });
}

it('numbers copies for each recipient, keeps what each held, and says so in the history', async () => {
  const incident = await recorded(vault, { title: 'The stairs', account: 'He pushed me.', happened: on('2022-03') });
  const harriet = await vault.ask('recipients.add', { ...solicitor, name: '  Harriet   Lowe ' });
  expect(harriet).toMatchObject({ ...solicitor, copyCount: 0 });
  expect(await vault.ask('recipients.add', { ...solicitor, name: 'HARRIET LOWE' })).toEqual(harriet);
  const police = await vault.ask('recipients.add', force);
  const ahead = await vault.askShell('copies.ahead', { recipientId: harriet.id });
  expect(ahead).toMatchObject({ number: 1, to: solicitor, code: expect.stringMatching(copyCodePattern) });
  // Nothing is theirs before it has left.
  expect(await vault.askShell('copies.ahead', { recipientId: harriet.id })).toMatchObject({ number: 1 });
  const record = await handOver(incident, ahead);
  await expect(handOver(incident, { ...ahead, id: 'b'.repeat(32), code: 'ACDE-3467' })).rejects.toMatchObject(refused('not-found'));
  await handOver(incident, await vault.askShell('copies.ahead', { recipientId: harriet.id }), { protection: 'pdf', passphrase: 'six plain words of one list' });
  await handOver(incident, await vault.askShell('copies.ahead', { recipientId: police.id }));
  await vault.reopen();
  const { copies } = await vault.ask('copies.list', {});
  expect(copies.map(({ number, to, hasPassphrase }) => `${to.name} ${number} ${hasPassphrase}`).sort()).toEqual(['Harriet Lowe 1 false', 'Harriet Lowe 2 true', 'Northmoor Police 1 false']);
  const first = copies.find(({ id }) => id === ahead.id);
  expect(first).toMatchObject({ exportId: record.id, code: ahead.code, sealCode: record.sealCode, files: [{ sha256: sha('a') }], held: { caseName: 'Ellis', incidentCount: 1, exhibitMarks: [], includesPrivileged: false, redactionListId: null, released: [] } });
  expect((await vault.askShell('copies.traits', {})).copies.find(({ id }) => id === ahead.id)).toMatchObject({ code: ahead.code, lines: [{ page: 1, lines: [80.25, 97.5] }] });
  const { entries } = await vault.ask('history.list', { subjectId: ahead.id, offset: 0, limit: 9 });
  expect(entries.map(({ kind }) => kind)).toEqual(['copy-handed']);
  expect(JSON.parse(entries[0]?.payload ?? '')).toMatchObject({ recipientId: harriet.id, number: 1, code: ahead.code });
  const all = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 99 });
  expect(JSON.stringify(all)).not.toContain('six plain words');
});

it('keeps a passphrase only where she said so, and destroys it when she says', async () => {
  const incident = await recorded(vault, { title: 'x', account: 'x' });
  const { id } = await vault.ask('recipients.add', solicitor);
  const ahead = await vault.askShell('copies.ahead', { recipientId: id });
  await handOver(incident, ahead, { protection: 'pdf', passphrase: 'brave copper kettle' });
  expect(await vault.ask('copies.passphrase', { id: ahead.id })).toEqual({ passphrase: 'brave copper kettle' });
  expect(await vault.ask('copies.forgetPassphrase', { id: ahead.id })).toMatchObject({ hasPassphrase: false });
  await vault.reopen();
  expect(await vault.ask('copies.passphrase', { id: ahead.id })).toEqual({ passphrase: null });
  expect((await vault.ask('search.find', { text: 'kettle', filter: everywhere, offset: 0, limit: 9 })).total).toBe(0);
});

it('lets notes to her lawyers go to nobody else without a reason, which is kept', async () => {
  const incident = await recorded(vault, { title: 'x', account: 'x' });
  const police = await vault.ask('recipients.add', force);
  const ahead = await vault.askShell('copies.ahead', { recipientId: police.id });
  await expect(handOver(incident, ahead, { includePrivileged: true })).rejects.toMatchObject(refused('reason-needed'));
  expect((await vault.ask('exports.list', {})).exports).toEqual([]);
  await handOver(incident, ahead, { includePrivileged: true, privilegedReason: 'My solicitor asked for it.' });
  expect((await vault.ask('copies.list', {})).copies[0]?.held).toMatchObject({ includesPrivileged: true, privilegedReason: 'My solicitor asked for it.' });
});

it('keeps who had a copy as they were named on it; only one who had none is taken off, and their words with them', async () => {
  const incident = await recorded(vault, { title: 'x', account: 'x' });
  const harriet = await vault.ask('recipients.add', solicitor);
  await handOver(incident, await vault.askShell('copies.ahead', { recipientId: harriet.id }));
  await vault.ask('recipients.amend', { id: harriet.id, ...solicitor, name: 'Harriet Lowe-Finch' });
  expect((await vault.ask('copies.list', {})).copies[0]?.to.name).toBe('Harriet Lowe');
  await expect(vault.ask('recipients.remove', { id: harriet.id })).rejects.toMatchObject(refused('in-use'));
  const other = await vault.ask('recipients.add', { ...force, name: 'Juniper Trust' });
  await vault.ask('recipients.remove', { id: other.id });
  expect((await vault.ask('recipients.list', {})).recipients.map(({ name }) => name)).toEqual(['Harriet Lowe-Finch']);
  expect(JSON.stringify(await vault.ask('history.list', { subjectId: null, offset: 0, limit: 99 }))).not.toContain('Juniper');
});

it('lists what police were given, at contacts and as copies, in one order, on the screen and on the page', async () => {
  const incident = await recorded(vault, { title: 'x', account: 'x' });
  const body = await vault.ask('people.add', { name: 'Northmoor Police', role: 'organisation' });
  const { id } = await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, form: 'report', happened: on('2022-03-14'), bodyId: body.id, reference: 'NP/4471/22', given: [{ id: 'c'.repeat(32), what: 'My old phone', target: null, manner: 'original', receipt: 'PR/9' }] } });
  await vault.ask('case.record', { id });
  const police = await vault.ask('recipients.add', force);
  const ahead = await vault.askShell('copies.ahead', { recipientId: police.id });
  await handOver(incident, ahead);
  await handOver(incident, await vault.askShell('copies.ahead', { recipientId: (await vault.ask('recipients.add', solicitor)).id }));
  const { given } = await vault.ask('copies.given', {});
  expect(given.map(({ from, to, proof, sha256 }) => [from, to, proof, sha256])).toEqual([['contact', 'Northmoor Police', 'NP/4471/22 · PR/9', null], ['copy', 'Northmoor Police', `NP/4471/22 · Code on its pages: ${ahead.code}`, sha('a')]]);
  const { page } = await vault.askShell('casePages.plan', { caseName: 'Ellis', request: { page: 'given' }, redactionListId: null });
  const said = JSON.stringify(page);
  for (const words of ['My old phone', 'Copy 1 for Northmoor Police', ahead.code, sha('a')]) expect(said).toContain(words);
  expect(said).not.toContain('Harriet');
});
