import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExportChoice } from '../../../shared/model/export';
import { bringIn } from './testing/bring-in';
import { added, beside, imported, message, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const chosen = (change: Partial<ExportChoice>): ExportChoice => ({ caseName: 'Ellis', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], ...change });
const street = { words: '12 Rose Lane', reason: 'address', isWholeWord: false } as const;
const area = (documentId: string) => ({ documentId, page: 1, left: 0.1, top: 0.2, width: 0.3, height: 0.04, reason: 'child' }) as const;

describe('a redaction list', () => {
  it('is made, filled, copied for another recipient, renamed and removed; the history keeps that, not the words', async () => {
    const { id } = await vault.ask('redactions.makeList', { name: 'For the force' });
    const document = await added(vault, 'letter.txt', Buffer.from('a letter'));
    await vault.ask('redactions.addWords', { listId: id, ...street });
    await vault.ask('redactions.addArea', { listId: id, ...area(document) });
    // The same words once, with the reason said last.
    const full = await vault.ask('redactions.addWords', { listId: id, words: '12  rose lane', reason: 'refuge', isWholeWord: true });
    expect([full.words.map(({ id: _, ...one }) => one), full.areas.map(({ id: _, ...one }) => one)]).toEqual([[{ words: '12  rose lane', reason: 'refuge', isWholeWord: true }], [area(document)]]);
    const copy = await vault.ask('redactions.copyList', { id, name: 'For the IOPC' });
    await vault.ask('redactions.renameList', { id, name: 'For the neighbouring force' });
    await vault.ask('redactions.takeOff', { listId: id, id: full.words[0]!.id });
    expect((await vault.ask('redactions.lists', {})).lists.map(({ name, words, areas }) => [name, words.length, areas.length])).toEqual([['For the IOPC', 1, 1], ['For the neighbouring force', 0, 1]]);
    await vault.ask('redactions.removeList', { id });
    expect((await vault.ask('redactions.lists', {})).lists).toEqual([copy]);
    const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 20 });
    expect(entries.map(({ kind, payload }) => [kind, payload === null])).toEqual([
      ['redaction-list-removed', false], ['redaction-removed', true], ['redaction-list-renamed', true], ['redaction-added', true], ['redaction-added', true], ['redaction-added', true], ['redaction-list-made', true],
    ]);
    const whole = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 });
    expect(JSON.stringify(whole)).not.toMatch(/rose lane/i);
    expect((await vault.ask('history.list', { subjectId: copy.id, offset: 0, limit: 5 })).entries[0]?.payload).toContain('For the IOPC');
  });

  it('takes no area of what is not there, and loses those of what is erased', async () => {
    const { id } = await vault.ask('redactions.makeList', { name: 'x' });
    await expect(vault.ask('redactions.addArea', { listId: id, ...area('f'.repeat(32)) })).rejects.toMatchObject(refused('not-found'));
    await expect(vault.ask('redactions.addWords', { listId: 'f'.repeat(32), ...street })).rejects.toMatchObject(refused('not-found'));
    const document = await added(vault, 'photo.txt', Buffer.from('a photo'));
    await vault.ask('redactions.addArea', { listId: id, ...area(document) });
    await vault.ask('documents.erase', { id: document, reason: 'not hers' });
    expect((await vault.ask('redactions.lists', {})).lists[0]?.areas).toEqual([]);
    await expect(vault.ask('redactions.addArea', { listId: id, ...area(document) })).rejects.toMatchObject(refused('erased'));
  });
});

const box = 'From z@example.org Tue Mar 12 09:00:00 2019\nMessage-ID: <one@x>\nFrom: =?utf-8?B?MTIgUm9zZSBMYW5l?= <z@example.org>\nTo: mara@example.org\nSubject: At 12 Rose\n Lane\nDate: Tue, 12 Mar 2019 09:00:00 +0000\n\nYou live at 12\nRose Lane. Do not forget the milk.\n\n';

describe('the plan', () => {
  async function everyKind() {
    const incident = await recorded(vault, { title: 'At 12 rose lane', account: 'He stood before 12 ROSE\nLANE and the milk was gone.', where: '12, Rose Lane', happened: on('2022-01-01') });
    const letter = await added(vault, '12 Rose Lane.txt', Buffer.from('a letter'));
    await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: letter } });
    const conversation = await imported(vault, [message(1, 'milk'), message(2, 'see you at 12RoseLane')]);
    const excerpt = (await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 0, lastOrdinal: 1, shows: 'he knows 12 Rose Lane' })).id;
    await bringIn(vault, await beside(vault, 'all.mbox', box), 'all.mbox');
    const filter = { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false };
    const mail = (await vault.ask('mail.threads', { filter, offset: 0, limit: 1 })).threads[0]!.id;
    return { incident, letter, excerpt, mail, choice: chosen({ caseName: 'Ellis, 12 Rose Lane', incidentIds: [incident], excerptIds: [excerpt], aside: [{ kind: 'mail', id: mail }] }) };
  }

  it('has the words nowhere, and all else as it was; the record has them still', async () => {
    const { incident, letter, choice } = await everyKind();
    const { id: listId } = await vault.ask('redactions.makeList', { name: 'For the force' });
    await vault.ask('redactions.addWords', { listId, ...street });
    await vault.ask('redactions.addArea', { listId, ...area(letter) });
    const open = await vault.askShell('exports.plan', { choice });
    const { redaction, ...plan } = await vault.askShell('exports.plan', { choice: { ...choice, redactionListId: listId } });
    expect(JSON.stringify(open)).toMatch(/rose/i);
    const flat = JSON.stringify(plan).replace(/\\[nr]/g, ' ');
    expect(flat).not.toMatch(/rose|MTIgUm9z/i);
    expect(flat.match(/milk/g)).toHaveLength(JSON.stringify(open).match(/milk/g)!.length);
    expect(flat).toContain('[redacted: address]');
    expect(plan.exhibits.map(({ mark }) => mark)).toEqual(open.exhibits.map(({ mark }) => mark));
    expect(redaction).toEqual({ listId, words: [street], areas: [area(letter)], notRead: [] });
    expect((await vault.ask('incidents.get', { id: incident })).content.where).toBe('12, Rose Lane');
    const record = await vault.askShell('exports.record', { planId: plan.planId, fileName: 'e.pdf', pageCount: 1, sizeBytes: 1, sha256: 'f'.repeat(64) });
    const said = JSON.parse((await vault.ask('history.list', { subjectId: record.id, offset: 0, limit: 1 })).entries[0]!.payload!) as object;
    expect(said).toMatchObject({ redactionListId: listId, caseName: 'Ellis, [redacted: address]' });
    await expect(vault.askShell('exports.plan', { choice: { ...choice, redactionListId: 'f'.repeat(32) } })).rejects.toMatchObject(refused('not-found'));
  });
});

describe('a copy made with a list', () => {
  it('keeps in its record what the list was called, when that is renamed and ended', async () => {
    const incident = await recorded(vault, { title: 'At 12 rose lane', happened: on('2022-03-01') });
    const { id } = await vault.ask('redactions.makeList', { name: 'For the force' });
    await vault.ask('redactions.addWords', { listId: id, ...street });
    const saved = { fileName: 'a.pdf', pageCount: 1, sizeBytes: 1, sha256: 'a'.repeat(64), released: [] };
    const plan = await vault.askShell('exports.plan', { choice: chosen({ incidentIds: [incident], redactionListId: id }) });
    await vault.askShell('exports.record', { planId: plan.planId, ...saved });
    const page = await vault.askShell('casePages.plan', { caseName: 'Ellis', request: { page: 'patterns', fromDay: '2022-01-01', toDay: '2022-12-31' }, redactionListId: id });
    await vault.askShell('exports.record', { planId: page.planId, ...saved });
    const whole = await vault.askShell('exports.plan', { choice: chosen({ incidentIds: [incident] }) });
    await vault.askShell('exports.record', { planId: whole.planId, ...saved });
    await vault.ask('redactions.renameList', { id, name: 'Something else' });
    await vault.ask('redactions.removeList', { id });
    const { exports } = await vault.ask('exports.list', {});
    const listOf = (planId: string) => exports.find((one) => one.id === planId)?.redactionList;
    expect([plan, page, whole].map(({ planId }) => listOf(planId))).toEqual(['For the force', 'For the force', undefined]);
    expect(JSON.stringify(await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 }))).not.toMatch(/12 rose lane"/i);
  });
});

describe('an exhibit that stays out', () => {
  it('goes with no entry and not by itself; the other exhibits of its entries go as they did', async () => {
    const [first, second] = [await recorded(vault, { title: 'one' }), await recorded(vault, { title: 'two' })];
    const [letter, photo] = [await added(vault, 'letter.txt', Buffer.from('a letter')), await added(vault, 'photo.txt', Buffer.from('a photo'))];
    for (const id of [first, second]) for (const documentId of [letter, photo]) await vault.ask('incidents.link', { id, target: { kind: 'document', documentId } });
    const choice = chosen({ incidentIds: [first, second], documentIds: [letter, photo], aside: [{ kind: 'document', id: letter }] });
    const { planId: _, ...all } = await vault.askShell('exports.plan', { choice });
    expect(all.exhibits).toHaveLength(2);
    const plan = await vault.askShell('exports.plan', { choice: { ...choice, exhibits: [{ kind: 'document', id: letter, leftOut: true }] } });
    expect(plan.exhibits.map(({ thing, citedBy }) => [thing.kind === 'document' ? thing.document.originalName : '', citedBy.includes(first) && citedBy.includes(second)])).toEqual([['photo.txt', true]]);
    const [mark] = plan.exhibits.map((exhibit) => exhibit.mark);
    expect(plan.entries.filter(({ subject }) => subject === 'incident').map(({ exhibitMarks }) => exhibitMarks)).toEqual([[mark], [mark]]);
    // She alone is told which it is, beside the pages; nothing that is printed has its name.
    const { notHere, ...printed } = plan;
    expect(notHere.map(({ name, why }) => [name, why])).toEqual([['letter.txt', 'left-out']]);
    expect(JSON.stringify(printed)).not.toContain('letter.txt');
  });
});
