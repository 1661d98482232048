import { afterEach, beforeEach, expect, it } from 'vitest';
import { exhibitPages } from '../../../shared/layouts/export/exhibits';
import { endDocument, frontDocument } from '../../../shared/layouts/export/documents';
import type { BundleChoice, IssuedBundle } from '../../../shared/model/bundle';
import { emptyIncidentContent } from '../../../shared/model/incident';
import type { ExportChoice } from '../../../shared/model/export';
import { labelOf } from '../../../shared/model/page-numbering';
import { pdfOf } from '../../../shared/outputs/output-sections';
import { filledSections } from '../../../shared/outputs/bundle/filled-sections';
import { issueBundle, movedSince } from '../../../shared/outputs/bundle/issue-bundle';
import { goingOn } from '../../../shared/outputs/bundle/plan-bundle';
import { isOverLimit } from '../../../shared/outputs/bundle/over-limit';
import { added, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const family: BundleChoice = { profile: 'family', letter: 'B', hearingDay: '2026-12-03', placed: [], allowed: [], permission: '' };

/** Three papers whose names tell what they are, one that tells nothing, a photograph; an incident that rests on that. */
async function papers() {
  const pdf = (words: string) => Buffer.from(`%PDF-1.4\n${words}`);
  const dated = async (name: string, edtf: string): Promise<string> => {
    const id = await added(vault, name, pdf(name));
    await vault.ask('documents.amend', { id, title: '', happened: on(edtf), note: '' });
    return id;
  };
  const [late, early, order, bank, note] = [await dated('Witness statement of M Ellis.pdf', '2024-05-02'), await dated('Statement of A Shah.pdf', '2023-01-09'), await dated('Non-molestation order.pdf', '2022-11-30'), await dated('Bank statement March.pdf', '2022-03'), await added(vault, 'note.txt', Buffer.from('a note'))];
  const incident = await recorded(vault, { ...emptyIncidentContent, title: 'The stairs', account: 'He pushed me.', happened: on('2022-03'), privilegedNote: 'for Ms Rahman alone' });
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: note } });
  return { late, early, order, bank, note, incident };
}

const planned = (choice: Partial<ExportChoice>) => vault.askShell('exports.plan', { choice: { caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...choice } });

it('puts each paper into the section that its name tells, the earliest first, and what tells nothing among the others', async () => {
  const { late, early, order, bank, note, incident } = await papers();
  const plan = await planned({ incidentIds: [incident], documentIds: [late, early, order, bank], bundle: family });
  if (plan.bundle === null) throw new Error('no bundle was planned');
  const idOf = new Map(plan.exhibits.map(({ mark, thing }) => [mark, thing.kind === 'document' ? thing.document.id : '']));
  expect(filledSections(plan, plan.bundle).map(({ sign, section, hasChronology, exhibits }) => [sign, section, hasChronology, exhibits.map(({ mark }) => idOf.get(mark))])).toEqual([
    ['A', 'preliminary', true, []], ['B', 'applications', false, [order]], ['C', 'statements', false, [early, late]], ['D', 'other', false, [bank, note]],
  ]);
});

it('has in the index the day of a document, and of one without the entry it goes with, whose day is never said to be its own', async () => {
  const { bank, note, incident } = await papers();
  const again = await recorded(vault, { ...emptyIncidentContent, title: 'The letter', account: 'He wrote.', happened: on('2023-01-09') });
  await vault.ask('incidents.link', { id: again, target: { kind: 'document', documentId: note } });
  const undated = await recorded(vault, { ...emptyIncidentContent, title: 'Once', account: 'He shouted.' });
  const other = await added(vault, 'other.txt', Buffer.from('another'));
  await vault.ask('incidents.link', { id: undated, target: { kind: 'document', documentId: other } });
  const plan = await planned({ incidentIds: [incident, again, undated], documentIds: [bank], bundle: family });
  const says = (of: typeof plan, mark: string): string => new RegExp(`${mark} · .*?class="when-cell">([^<]*)<`, 's').exec(frontDocument(pdfOf(of), { plan: of, pageNumbers: new Map(), pageCount: 9 }, []))?.[1] ?? '';
  const markOf = (id: string): string => plan.exhibits.find(({ thing }) => thing.kind === 'document' && thing.document.id === id)!.mark;
  const numberOf = (id: string): number => plan.entries.find((entry) => entry.id === id)!.number;
  expect(says(plan, markOf(bank))).toBe('March 2022');
  expect(says(plan, markOf(note))).toBe(`Date not given. Goes with entry ${numberOf(incident)}, March 2022, and 1 more`);
  expect(says(plan, markOf(other))).toBe('Date not given');
  // It stands where things without a day stand: the entry's day does not sort it.
  expect(filledSections(plan, plan.bundle!).at(-1)?.exhibits.map(({ mark }) => mark)).toEqual([markOf(bank), markOf(note), markOf(other)]);
});

it('goes by what she says: a section that is empty then has no letter', async () => {
  const { early, order } = await papers();
  const plan = await planned({ documentIds: [early, order], bundle: { ...family, placed: [{ kind: 'document', id: order, section: 'statements' }] } });
  expect(plan.bundle && filledSections(plan, plan.bundle).map(({ sign, section, exhibits }) => [sign, section, exhibits.length])).toEqual([['A', 'preliminary', 0], ['B', 'statements', 2]]);
  // A section that this profile does not have is none.
  const civil = await planned({ documentIds: [order], bundle: { ...family, profile: 'civil', placed: [{ kind: 'document', id: order, section: 'care-plans' }] } });
  expect(civil.bundle?.sections).toEqual([{ mark: 'TM1', section: 'applications' }]);
});

it('numbers by section after the index, or from the first page on; the solicitor’s pack is no bundle', async () => {
  const { late, order, incident } = await papers();
  const choice = { incidentIds: [incident], documentIds: [late, order] };
  const pageOf = new Map([['section-a', 4], ['section-1', 4], ['section-b', 6], ['section-2', 6], ['section-c', 9], ['section-3', 9], ['section-d', 12], ['section-4', 12]]);
  const labels = async (bundle: BundleChoice | undefined) => {
    const { numbering } = pdfOf(await planned({ ...choice, bundle }));
    return Array.from({ length: 12 }, (_, index) => labelOf(numbering(pageOf), index)).join(' ');
  };
  expect(await labels(family)).toBe('i ii iii A1 A2 B1 B2 B3 C1 C2 C3 D1');
  for (const profile of ['civil', 'financial-remedy', undefined] as const) expect(await labels(profile && { ...family, profile })).toBe('1 2 3 4 5 6 7 8 9 10 11 12');
  expect((await planned({ ...choice, bundle: { ...family, profile: 'solicitor' } })).bundle).toBeNull();
});

it('keeps messages, mail and pictures out of a family bundle until the order that allows each is named, and prints it; a civil one takes them', async () => {
  const { order, incident } = await papers();
  const photo = await added(vault, 'door.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]));
  await vault.askShell('documents.noteFacts', { id: photo, mediaType: 'image/jpeg', form: 'image', picture: null, details: {} });
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: photo } });
  const choice = { incidentIds: [incident], documentIds: [order, photo] };
  const without = await planned({ ...choice, bundle: family });
  expect(without.bundle?.keptOut).toEqual([{ kind: 'document', id: photo, name: 'door.jpg', why: 'picture' }]);
  // Neither an exhibit, nor a line of its own, nor a mark beside the incident: only that there is one.
  expect([without.exhibits.length, without.entries.map(({ exhibitMarks }) => exhibitMarks.length)]).toEqual([2, [1, 1]]);
  expect(JSON.stringify({ ...without, bundle: null, notHere: [] })).not.toContain('door.jpg');
  expect([without.notHere, without.entries.map(({ marksNotHere }) => marksNotHere)]).toEqual([[{ kind: 'document', id: photo, name: 'door.jpg', mark: '', why: 'picture', entryNumbers: [1] }], [[''], undefined]]);

  const by = 'Order of 4 May 2026, paragraph 6';
  const letIn = await planned({ ...choice, bundle: { ...family, allowed: [{ kind: 'document', id: photo, by }] } });
  const mark = letIn.exhibits.find(({ thing }) => thing.kind === 'document' && thing.document.id === photo)!.mark;
  expect([letIn.bundle?.keptOut, letIn.bundle?.allowed]).toEqual([[], [{ mark, by }]]);
  const { sections } = pdfOf(letIn);
  const under = sections.find((section) => section.stands === 'exhibits' && section.exhibits(letIn).some((exhibit) => exhibit.mark === mark));
  if (under?.stands !== 'exhibits') throw new Error('it is in no section');
  const sheet = exhibitPages([{ exhibit: letIn.exhibits.find((one) => one.mark === mark)!, rendition: { kind: 'native' } }], new Map(), null, under.allowedBy);
  const front = frontDocument(pdfOf(letIn), { plan: letIn, pageNumbers: new Map(), pageCount: 9 }, []);
  for (const printed of [sheet, front]) expect(printed).toContain(`Allowed by ${by}`);
  const civil = await planned({ ...choice, bundle: { ...family, profile: 'civil' } });
  expect(civil.bundle?.keptOut).toEqual([]);
  // A line less, and entries after it have other numbers: another mark says so. What is made of the same entries has the same one.
  expect(without.selectionMark).toMatch(/^\w{3}-\w{3}-\w{3}$/);
  expect([letIn.selectionMark === civil.selectionMark, letIn.selectionMark === without.selectionMark]).toEqual([true, false]);
  expect(frontDocument(pdfOf(civil), { plan: civil, pageNumbers: new Map(), pageCount: 9 }, [])).toContain(civil.selectionMark);
});

/** What the chronology of a bundle has beside each entry under “Exhibits”, and all of its front. */
function printedOf(plan: Awaited<ReturnType<typeof planned>>) {
  const front = frontDocument(pdfOf(plan), { plan, pageNumbers: new Map(), pageCount: 9 }, []);
  return { front, cells: [...front.matchAll(/<td class="mark-cell">(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<br>/g, ' | ').replace(/<[^>]*>/g, '')) };
}

it('never says “None” of an entry whose exhibits are held back or left out: that they are not in the bundle, under their mark where they have one, and how many in all; not what they are', async () => {
  const { bank, note, incident } = await papers();
  const photo = await added(vault, 'door.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]));
  await vault.askShell('documents.noteFacts', { id: photo, mediaType: 'image/jpeg', form: 'image', picture: null, details: {} });
  const stairs = await recorded(vault, { ...emptyIncidentContent, title: 'The door', account: 'He kicked it.', happened: on('2022-04') });
  for (const documentId of [photo, note]) await vault.ask('incidents.link', { id: stairs, target: { kind: 'document', documentId } });
  const bare = await recorded(vault, { ...emptyIncidentContent, title: 'The call', account: 'He rang.', happened: on('2022-05') });
  const choice = { incidentIds: [incident, stairs, bare], documentIds: [bank] };
  const all = await planned({ ...choice, bundle: { ...family, profile: 'civil' } });
  expect([printedOf(all).cells, all.notHere]).toEqual([['TM1', 'TM2', 'TM3 | TM2', 'None'], []]);

  // Handed over once, the note has a mark for ever; the photograph, which the family court’s rules keep out, has none yet.
  const first = await planned({ incidentIds: [incident] });
  await vault.askShell('exports.record', { planId: first.planId, fileName: 'first.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64), released: [] });
  const without = await planned({ ...choice, exhibits: [{ kind: 'document', id: note, leftOut: true }], bundle: family });
  expect(printedOf(without).cells).toEqual(['TM2', 'TM1: not in this bundle', 'TM1: not in this bundle | 1 more, not in this bundle', 'None']);
  expect(printedOf(without).front).toContain('2 more belong to entries of its chronology and are not in this bundle.');
  expect(printedOf(without).front).not.toMatch(/note\.txt|door\.jpg/);
  expect(without.notHere).toEqual([
    { kind: 'document', id: note, name: 'note.txt', mark: 'TM1', why: 'left-out', entryNumbers: [2, 3] }, { kind: 'document', id: photo, name: 'door.jpg', mark: '', why: 'picture', entryNumbers: [3] },
  ]);

  // In the solicitor’s pack the same, in its own words, on every page that tells of it; an entry that brings none of its own goes with what is here for another’s sake.
  const pack = await planned({ ...choice, leaveOutExhibitOf: [stairs] });
  const { front, cells } = printedOf(pack);
  expect(cells.slice(0, 4)).toEqual(['TM2', 'TM1', 'TM1 | 1 more, not in this document', 'None']);
  expect([front, endDocument(pdfOf(pack), { plan: pack, rendered: [], notIncluded: [] })].map((page) => /1 more (?:exhibit )?belongs to (?:its )?entries[^.]*\./.exec(page ?? '')?.[0])).toEqual(['1 more belongs to its entries and is not in this document.', '1 more exhibit belongs to entries of this document and is not in it.']);
  expect(pack.notHere).toMatchObject([{ id: photo, why: 'with-entries', entryNumbers: [3] }]);
});

/** Pages of a bundle as a printer might have made them: cover and index two pages, a divider one, a document three. */
function pagesOf(plan: Awaited<ReturnType<typeof planned>>) {
  const made = pdfOf(plan);
  const pageOf = new Map<string, number>();
  let page = 3;
  for (const { place, hasChronology, exhibits } of filledSections(plan, plan.bundle!)) {
    pageOf.set(place, page);
    page += hasChronology ? 2 : 1;
    for (const { mark } of exhibits) { pageOf.set(`exhibit-${mark.toLowerCase()}`, page); page += 3; }
  }
  return { pageOf, pageCount: page - 1, numbering: made.numbering(pageOf) };
}

it('goes on from a bundle that was handed over: the same numbers, what is new at its end, again as a whole or alone', async () => {
  const { late, early, order, bank, note, incident } = await papers();
  const first = { incidentIds: [incident], documentIds: [late, order], bundle: family };
  const plan = await planned(first);
  const issued = issueBundle(plan, plan.bundle!, pagesOf(plan));
  const of = (bundle: IssuedBundle, id: string) => bundle.exhibits.find((one) => one.id === id);
  expect([of(issued, order), of(issued, late)]).toMatchObject([{ sign: 'B', label: 'B2', pages: 3 }, { sign: 'C', label: 'C2', pages: 3 }]);
  await vault.askShell('exports.record', { planId: plan.planId, fileName: 'first.pdf', pageCount: issued.pageCount, sizeBytes: 1, sha256: 'f'.repeat(64), released: [], issued });
  const { bundles } = await vault.ask('exports.issuedBundles', {});
  expect(bundles).toMatchObject([{ exportId: plan.planId, fileName: 'first.pdf', profile: 'family', letter: 'B', documentCount: issued.exhibits.length, pageCount: issued.pageCount }]);

  const goesOn = (part: 'revised' | 'addition') => planned({ ...first, documentIds: [bank, late, early, order], bundle: { ...family, continues: { exportId: plan.planId, part } } });
  // An earlier statement would stand before the one that was issued, and an order's section might get another letter: neither moves.
  const revised = await goesOn('revised');
  const again = issueBundle(revised, revised.bundle!, pagesOf(revised));
  expect(movedSince(revised.bundle!, again)).toEqual([]);
  expect(filledSections(revised, revised.bundle!).map(({ sign, section }) => [sign, section])).toEqual([['A', 'preliminary'], ['B', 'applications'], ['C', 'statements'], ['D', 'other'], ['E', 'late']]);
  expect([of(again, bank), of(again, early)]).toMatchObject([{ label: 'E2' }, { label: 'E5' }]);

  const addition = await goesOn('addition');
  const alone = pagesOf(addition);
  expect(filledSections(addition, addition.bundle!).map(({ sign, exhibits }) => [sign, exhibits.length])).toEqual([['E', 2]]);
  expect(Array.from({ length: alone.pageCount }, (_, index) => labelOf(alone.numbering, index)).join(' ')).toBe('i ii E1 E2 E3 E4 E5 E6 E7');
  const both = issueBundle(addition, addition.bundle!, alone);
  expect([both.sections.length, both.exhibits.length, both.pageCount, of(both, early)?.label]).toEqual([5, again.exhibits.length, issued.pageCount + 7, 'E5']);

  // And once more from there: each time a section of its own, with what could not be included after its own documents.
  const last = await added(vault, 'last of all.txt', Buffer.from('last'));
  const third = await planned({ ...first, documentIds: [bank, late, early, order, last], bundle: { ...family, continues: { exportId: plan.planId, part: 'revised' } } });
  const onceMore: typeof third = { ...third, bundle: { ...third.bundle!, continues: { issued: again, part: 'revised' } } };
  expect(filledSections(onceMore, onceMore.bundle!).map(({ sign }) => sign).join('')).toBe('ABCDEF');
  const thirdTime = issueBundle(onceMore, onceMore.bundle!, pagesOf(onceMore));
  expect([movedSince(onceMore.bundle!, thirdTime), of(thirdTime, last)?.label]).toEqual([[], 'F2']);
  expect(pdfOf(onceMore).sections.flatMap(({ place }) => (place?.startsWith('not-included') === true ? [place] : []))).toEqual(['not-included', 'not-included-e', 'not-included-f']);

  // What an order let in stays in under the same order.
  const letIn = { ...family, profile: 'family' as const, allowed: [{ kind: 'document' as const, id: note, by: 'Order of 4 May 2026' }] };
  expect(goingOn({ ...letIn, allowed: [] }, { ...issued, exhibits: issued.exhibits.map((one) => (one.id === note ? { ...one, allowedBy: 'Order of 4 May 2026' } : one)) })?.allowed).toEqual(letIn.allowed);

  // What is taken out since is told: everything behind it would be cited wrongly.
  const without = await planned({ ...first, documentIds: [late], bundle: { ...family, continues: { exportId: plan.planId, part: 'revised' } } });
  expect(movedSince(without.bundle!, issueBundle(without, without.bundle!, pagesOf(without)))).toEqual([{ mark: of(issued, order)!.mark, was: 'B2', is: '' }]);
});

it('goes on from the last page where pages are numbered from the first', async () => {
  const { late, order } = await papers();
  const civil = { ...family, profile: 'civil' as const };
  const plan = await planned({ documentIds: [order], bundle: civil });
  const issued = issueBundle(plan, plan.bundle!, pagesOf(plan));
  await vault.askShell('exports.record', { planId: plan.planId, fileName: 'first.pdf', pageCount: issued.pageCount, sizeBytes: 1, sha256: 'f'.repeat(64), released: [], issued });
  const addition = await planned({ documentIds: [order, late], bundle: { ...civil, continues: { exportId: plan.planId, part: 'addition' } } });
  const { numbering, pageCount } = pagesOf(addition);
  expect(Array.from({ length: pageCount }, (_, index) => labelOf(numbering, index))).toEqual(['i', 'ii', ...Array.from({ length: 4 }, (_, index) => String(issued.pageCount + 1 + index))]);
  await expect(planned({ documentIds: [order], bundle: { ...civil, continues: { exportId: 'a'.repeat(32), part: 'revised' } } })).rejects.toMatchObject(refused('not-found'));
});

it('prints the permission for more pages where one is named', async () => {
  const { order } = await papers();
  const plan = await planned({ documentIds: [order], bundle: { ...family, permission: 'Order of 1 June 2026' } });
  const front = (of: typeof plan) => frontDocument(pdfOf(of), { plan: of, pageNumbers: new Map(), pageCount: 400 }, []);
  expect(front(plan)).toContain('Permission for more pages</dt><dd><bdi>Order of 1 June 2026</bdi>');
  expect(front(await planned({ documentIds: [order], bundle: family }))).not.toContain('Permission for more pages');
  const over = async (pageCount: number, bundle: BundleChoice) => isOverLimit((await planned({ documentIds: [order], bundle })).bundle!, pageCount);
  expect([await over(350, family), await over(351, family), await over(351, { ...family, permission: 'Order of 1 June 2026' }), await over(9000, { ...family, profile: 'civil' })]).toEqual([false, true, false, false]);
});

it('says in index and chronology the numbers as they are printed; notes to her solicitor are in no court’s bundle, whatever was chosen', async () => {
  const { late, order, note, incident } = await papers();
  const plan = await planned({ incidentIds: [incident], documentIds: [late, order], includePrivileged: true, bundle: family });
  expect([plan.includesPrivileged, JSON.stringify(plan).includes('Rahman')]).toEqual([false, false]);
  const markOf = new Map(plan.exhibits.map(({ mark, thing }) => [thing.kind === 'document' ? thing.document.id : '', mark]));
  const at = (id: string) => `exhibit-${markOf.get(id)!.toLowerCase()}`;
  const front = frontDocument(pdfOf(plan), { plan, pageNumbers: new Map([['section-a', 'A1'], ['chronology', 'A2'], ['section-b', 'B1'], [at(order), 'B2'], [at(late), 'C2'], [at(note), 'D2']]), pageCount: 9 }, []);
  const words = front.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  for (const said of ['Court bundle B', 'Family proceedings', 'Thursday 3 December 2026', 'Section A: Preliminary documents A1', 'Chronology A2', 'Section B: Applications and orders B1', `${markOf.get(order)} · Non-molestation order.pdf 30 November 2022 B2`, 'Witness statement of M Ellis.pdf 2 May 2024 C2', `The stairs ${markOf.get(note)} D2`]) expect(words, said).toContain(said);
  expect(front).toContain('at/entry-1');
  // Written into the history with what went.
  const issued = issueBundle(plan, plan.bundle!, pagesOf(plan));
  await vault.askShell('exports.record', { planId: plan.planId, fileName: 'a.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64), released: [], issued });
  const { entries } = await vault.ask('history.list', { subjectId: plan.planId, offset: 0, limit: 3 });
  expect(entries.map(({ kind, payload }) => [kind, JSON.parse(payload ?? 'null')])).toMatchObject([['exported', { issued }]]);
});

it('asks why material of private proceedings about a child goes to the police or the press, by what she tagged', async () => {
  const { early, incident, note } = await papers();
  await vault.ask('tags.put', { kind: 'document', id: early, name: 'private CHILDREN proceedings' });
  await vault.ask('tags.put', { kind: 'incident', id: incident, name: 'Private children proceedings' });
  const plan = await planned({ incidentIds: [incident], documentIds: [early] });
  const mark = plan.exhibits.find(({ thing }) => thing.kind === 'document' && thing.document.id === early)!.mark;
  expect(plan.privateChildren).toEqual([{ name: 'The stairs', mark: null }, { name: 'Statement of A Shah.pdf', mark }]);
  expect((await planned({ documentIds: [note] })).privateChildren).toEqual([]);
  const told = await planned({ incidentIds: [incident], documentIds: [early] });
  const give = async (role: 'force' | 'solicitor', childrenReason?: string) => {
    const { id: recipientId } = await vault.ask('recipients.add', { name: `R Holt, ${role}`, role, organisation: '', reference: '' });
    const ahead = await vault.askShell('copies.ahead', { recipientId });
    const file = { name: 'a.pdf', sha256: 'e'.repeat(64), sizeBytes: 1, pageCount: 1, inside: false };
    return vault.askShell('exports.record', { planId: told.planId, fileName: 'a.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64), released: [], copy: { ahead, lines: [], files: [file], protection: 'none', passphrase: null, privilegedReason: '', ...(childrenReason === undefined ? {} : { childrenReason }) } });
  };
  await expect(give('force')).rejects.toMatchObject(refused('reason-needed'));
  await give('solicitor');
  await give('force', 'Order of 3 June allows it.');
  const { copies } = await vault.ask('copies.list', {});
  expect(copies.map(({ to, held }) => [to.role, held.childrenReason])).toEqual(expect.arrayContaining([['solicitor', undefined], ['force', 'Order of 3 June allows it.']]));
});
