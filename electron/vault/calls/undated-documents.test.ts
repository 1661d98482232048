import { afterEach, beforeEach, expect, it } from 'vitest';
import { frontDocument } from '../../../shared/layouts/export/documents';
import { emptyContact } from '../../../shared/model/case/contact';
import { pdfOf } from '../../../shared/outputs/output-sections';
import { filledSections } from '../../../shared/outputs/bundle/filled-sections';
import { added, on, recorded } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const add = (name: string): Promise<string> => added(vault, name, Buffer.from(name));
const offered = async () => (await vault.ask('documents.undated', { offset: 0, limit: 500 })).documents.map(({ name }) => name);

it('offers documents that neither a date nor an entry of the record brings into the chronology, in the order they came', async () => {
  const [letter, dated, linked, given, half, away, gone] = [await add('letter.txt'), await add('dated.txt'), await add('linked.txt'), await add('given.txt'), await add('half.txt'), await add('away.txt'), await add('gone.txt')];
  await vault.ask('documents.amend', { id: letter, title: 'Her letter', happened: on(''), note: '' });
  await vault.ask('documents.amend', { id: dated, title: '', happened: on('2022-03'), note: '' });
  const incident = await recorded(vault, { account: 'He rang.', happened: on('2022-03') });
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: linked } });
  const { id } = await vault.ask('case.begin', { content: { ...emptyContact, said: 'I told them.', evidence: [{ kind: 'document', documentId: given }] } });
  await vault.ask('case.record', { id });
  // A draft goes nowhere, and brings nothing with it.
  const draft = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.link', { id: draft.id, target: { kind: 'document', documentId: half } });
  await vault.ask('inbox.decide', { kind: 'document', id: away, state: 'not-relevant' });
  await vault.ask('documents.erase', { id: gone, reason: 'Not safe.' });
  expect(await offered()).toEqual(['Her letter', 'half.txt']);
  expect((await vault.ask('documents.undated', { offset: 1, limit: 1 }))).toMatchObject({ total: 2, documents: [{ id: half }] });
});

it('puts them last, as they were added, in the chronology and in their section of a bundle, and says that no date is given', async () => {
  const ids: string[] = [];
  for (let number = 1; number <= 6; number += 1) ids.push(await add(`paper ${number}.txt`));
  const late = await add('late.txt');
  await vault.ask('documents.amend', { id: late, title: '', happened: on('2024-03-01'), note: '' });
  const incident = await recorded(vault, { title: 'The stairs', account: 'He pushed me.', happened: on('2022-03') });
  const choice = { caseName: 'Ellis', incidentIds: [incident], caseIds: [], documentIds: [...ids].reverse().concat(late), excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
  const plan = await vault.askShell('exports.plan', { choice: { ...choice, bundle: { profile: 'family', letter: '', hearingDay: '', placed: [], allowed: [], permission: '' } } });
  expect(plan.entries.map(({ id }) => id)).toEqual([incident, late, ...ids]);
  expect(filledSections(plan, plan.bundle!).at(-1)!.exhibits.map(({ thing }) => thing.kind === 'document' && thing.document.id)).toEqual([late, ...ids]);
  const front = frontDocument(pdfOf(plan), { plan, pageNumbers: new Map(), pageCount: 9 }, []);
  expect([...front.matchAll(/<td class="when-cell">Date not given<\/td>/g)]).toHaveLength(12);
  expect(front).toMatch(/paper 1\.txt[^\n]{0,60}<\/td><td class="when-cell">Date not given</);
});
