import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportChoice } from '../../../shared/model/export';
import { frontDocument } from '../../../shared/layouts/export/documents';
import { pdfOf } from '../../../shared/outputs/output-sections';
import { exhibitPages, exhibits, furtherExhibits } from '../../../shared/layouts/export/exhibits';
import type { RenderedExhibit } from '../../../shared/layouts/rendition';
import { bringIn } from './testing/bring-in';
import { added, beside, imported, message, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const box = 'From dan@example.org Tue Mar 12 09:00:00 2019\nMessage-ID: <one@x>\nFrom: Dan <dan@example.org>\nTo: mara@example.org\nSubject: The flat\nDate: Tue, 12 Mar 2019 09:00:00 +0000\n\nI know where you live now.\n\n';

async function everyKind() {
  const incident = await recorded(vault, { title: 'The stairs', account: 'x', happened: on('2022-01-01') });
  const linked = await added(vault, 'linked.txt', Buffer.from('linked'));
  await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: linked } });
  const letter = await added(vault, 'letter.txt', Buffer.from('a letter'));
  const conversation = await imported(vault, [message(1, 'one'), message(2, 'You will be sorry.')]);
  const excerpt = (await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 1, lastOrdinal: 1, shows: '' })).id;
  await bringIn(vault, await beside(vault, 'all.mbox', box), 'all.mbox');
  const filter = { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false };
  const mail = (await vault.ask('mail.threads', { filter, offset: 0, limit: 1 })).threads[0]!.id;
  return { incident, linked, letter, excerpt, mail, conversation };
}
const chosen = (change: Partial<ExportChoice>): ExportChoice => ({ caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change });

it('says what each is called, in her order, and which cannot go yet', async () => {
  const { incident, letter, excerpt, mail, conversation } = await everyKind();
  const { id: draft } = await vault.ask('incidents.begin', {});
  for (const [kind, id] of [['mail', mail], ['excerpt', excerpt], ['document', letter], ['incident', draft], ['incident', incident]] as const) await vault.ask('aside.put', { kind, id });
  const { things } = await vault.ask('aside.things', {});
  expect(things.map(({ kind, id, title, happened: { edtf, timeOfDay }, canGo }) => [kind, id, title, edtf, timeOfDay, canGo])).toEqual([
    ['mail', mail, 'The flat', '2019-03-12', '09:00', true], ['excerpt', excerpt, conversation.title, '2022-06-29', '08:02', true], ['document', letter, 'letter.txt', '', '', true],
    ['incident', draft, '', '', '', false], ['incident', incident, 'The stairs', '2022-01-01', '', true],
  ]);
  expect(things[1]?.opening).toContain('You will be sorry.');
  await expect(vault.ask('aside.put', { kind: 'mail', id: 'f'.repeat(32) })).rejects.toMatchObject(refused('not-found'));
  const { entries } = await vault.ask('history.list', { subjectId: mail, offset: 0, limit: 5 });
  expect(entries.map(({ kind, subjectKind }) => [kind, subjectKind])).toEqual([['put-aside', 'mail']]);
});

it('goes as an exhibit with the entry that cites it, else after all those, and its mark stays its own for ever', async () => {
  const { incident, linked, letter, excerpt, mail } = await everyKind();
  const aside = [{ kind: 'mail' as const, id: mail }, { kind: 'document' as const, id: linked }, { kind: 'excerpt' as const, id: excerpt }, { kind: 'document' as const, id: letter }];
  const alone = await vault.askShell('exports.plan', { choice: chosen({ aside: [aside[3]!] }) });
  expect([alone.entries, alone.exhibits.map(({ mark, citedBy }) => [mark, citedBy])]).toEqual([[], [['TM1', []]]]);
  await vault.askShell('exports.record', { planId: alone.planId, fileName: 'a.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64) });

  const plan = await vault.askShell('exports.plan', { choice: chosen({ incidentIds: [incident], aside }) });
  expect(plan.exhibits.map(({ mark, citedBy, thing }) => [mark, citedBy, thing.kind])).toEqual([['TM2', [incident], 'document'], ['TM1', [], 'document'], ['TM3', [], 'mail'], ['TM4', [], 'excerpt']]);
  expect(plan.entries.map(({ id, exhibitMarks }) => [id, exhibitMarks])).toEqual([[incident, ['TM2']]]);

  const rendered = plan.exhibits.map((exhibit): RenderedExhibit => ({ exhibit, rendition: exhibit.thing.kind === 'excerpt' ? { kind: 'messages', pictures: new Map(), attachments: new Map() } : exhibit.thing.kind === 'mail' ? { kind: 'mail', asHtml: null } : { kind: 'native' } }));
  const sections = [exhibits, furtherExhibits].map((section) => (section.stands === 'exhibits' ? { opening: section.opening(), marks: section.exhibits(plan).map(({ mark }) => mark) } : null));
  expect(sections.map((section) => section?.marks)).toEqual([['TM2'], ['TM1', 'TM3', 'TM4']]);
  const parts = rendered.map((one) => exhibitPages([one], new Map([[incident, 1]]), sections.find((section) => section?.marks[0] === one.exhibit.mark)?.opening ?? null));
  expect(parts.map((part) => [part.includes('<h1><a href="https://bundle.invalid/at/exhibits">Exhibits</a></h1>'), part.includes('>Further exhibits</a></h1>')])).toEqual([[true, false], [false, true], [false, false], [false, false]]);
  expect([parts[1]!.includes('letter.txt'), parts[2]!.includes('I know where you live now.'), parts[3]!.includes('You will be sorry.')]).toEqual([true, true, true]);
  const front = frontDocument(pdfOf(plan), { plan, pageNumbers: new Map([['further-exhibits', '17']]), pageCount: 20 }, []);
  expect(front).toMatch(/Further exhibits<\/a><\/td><td class="page-cell"><a[^>]*>17</);
  const [before, heading, after] = ['>TM2</td>', 'go with no single entry', '>TM1</td>'].map((words) => front.lastIndexOf(words));
  expect(before! < heading! && heading! < after!).toBe(true);
  expect(front.match(/go with no single entry/g)).toHaveLength(1);
});

it('says which files tell where they were made, a film as well as a photograph, and prints that it travels with the file', async () => {
  const { linked, letter } = await everyKind();
  const recording = { container: 'MPEG-4', seconds: 2, isLengthEstimated: false, tracks: [], fields: [], times: [], position: { latitude: 51.5, longitude: -0.12, altitudeMetres: null, accuracyMetres: null, block: 'container' as const, place: null }, device: '', contentIdentifier: '', notRead: [] };
  await vault.askShell('documents.noteFacts', { id: letter, mediaType: 'video/mp4', form: 'video', picture: null, details: { recording } });
  const plan = await vault.askShell('exports.plan', { choice: chosen({ aside: [{ kind: 'document', id: letter }, { kind: 'document', id: linked }] }) });
  expect(plan.exhibits.map(({ mark, thing }) => [mark, thing.kind === 'document' && thing.holdsPosition])).toEqual([['TM1', true], ['TM2', false]]);
  const [told, silent] = plan.exhibits.map((exhibit) => exhibitPages([{ exhibit, rendition: { kind: 'native' } }], new Map(), null));
  expect([told?.includes('The file holds a position (GPS), which travels with it.'), silent?.includes('GPS'), told?.includes('51.5')]).toEqual([true, false, false]);
});

it('never holds what was erased or unmarked since', async () => {
  const { letter, excerpt, mail } = await everyKind();
  const aside = [{ kind: 'document' as const, id: letter }, { kind: 'excerpt' as const, id: excerpt }];
  for (const target of aside) await vault.ask('aside.put', target);
  await vault.ask('documents.erase', { id: letter, reason: 'Not safe.' });
  await vault.ask('excerpts.remove', { id: excerpt, reason: 'Not safe.' });
  expect(await vault.ask('aside.things', {})).toEqual({ things: [] });
  await expect(vault.askShell('exports.plan', { choice: chosen({ aside }) })).rejects.toMatchObject(refused('nothing-chosen'));
  const plan = await vault.askShell('exports.plan', { choice: chosen({ aside: [...aside, { kind: 'mail', id: mail }] }) });
  expect(plan.exhibits.map(({ mark, thing }) => [mark, thing.kind])).toEqual([['TM1', 'mail']]);
});
