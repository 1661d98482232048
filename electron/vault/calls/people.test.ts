import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyTie } from '../../../shared/model/case/tie';
import { emptyContact } from '../../../shared/model/case/contact';
import { wholeChronology } from '../../../shared/model/chronology';
import type { Person } from '../../../shared/model/person';
import { everywhere } from '../../../shared/model/search';
import { added, begunImport, committed, message, on, recorded, refused, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const choice = { caseName: 'x', incidentIds: [], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
const officer = { force: 'Eastshire Police', rank: 'PC', collarNumber: '4471', unit: 'Response B' };
async function person(name: string, more: Partial<Person> = {}): Promise<Person> {
  const { id } = await vault.ask('people.add', { name, role: 'other' });
  return vault.ask('people.amend', { id, ...more });
}
async function tie(fromId: string, toId: string, words = ''): Promise<string> {
  const { id } = await vault.ask('case.begin', { content: { ...emptyTie, fromId, toId, tie: 'worked-with', words } });
  await vault.ask('case.record', { id });
  return id;
}
const inChronology = async (personId: string): Promise<string[]> => (await vault.ask('chronology.rows', { filter: { ...wholeChronology, personIds: [personId] }, offset: 0, limit: 99 })).rows.map(({ id }) => id).sort();
const found = async (text: string, personId: string | null = null): Promise<string[]> => (await vault.ask('search.find', { text, filter: { ...everywhere, personId }, offset: 0, limit: 99 })).hits.map(({ id }) => id).sort();
const kinds = async (subjectId: string): Promise<string[]> => (await vault.ask('history.list', { subjectId, offset: 0, limit: 99 })).entries.map(({ kind }) => kind);

describe('what is said of somebody', () => {
  it('keeps somebody half written through a lock, is no part of the record, and lets it go', async () => {
    const words = { name: '', role: null, aliases: 'one\ntwo', handles: '', force: '', rank: '', collarNumber: '4471', unit: '', organisation: '', note: 'He lives two doors down.' };
    expect(await vault.ask('people.halfWritten', {})).toEqual({ words: null });
    const before = (await vault.ask('vault.facts', {})).historySequence;
    await vault.ask('people.saveHalfWritten', { words: { ...words, note: 'He' } });
    await vault.ask('people.saveHalfWritten', { words });
    expect([(await vault.ask('people.list', {})).people, (await vault.ask('vault.facts', {})).historySequence]).toEqual([[], before]);
    await vault.reopen();
    expect(await vault.ask('people.halfWritten', {})).toEqual({ words });
    await vault.ask('people.saveHalfWritten', { words: null });
    await vault.reopen();
    expect(await vault.ask('people.halfWritten', {})).toEqual({ words: null });
  });

  it('keeps other names, what is known of an officer and where they work, finds each, and leaves what is not given', async () => {
    const holt = await person('PC Holt', { role: 'police', aliases: ['Sarah Whitcombe'], officer, organisation: 'Hart Road', handles: ['07700 900001'] });
    await vault.reopen();
    expect((await vault.ask('people.list', {})).people).toEqual([holt]);
    expect(holt).toMatchObject({ aliases: ['Sarah Whitcombe'], officer, organisation: 'Hart Road', merged: [] });
    for (const text of ['whitcombe', 'eastshire', '4471', 'response', 'hart']) expect(await found(text), text).toEqual([holt.id]);
    expect(await vault.ask('people.amend', { id: holt.id, note: 'On nights.' })).toEqual({ ...holt, note: 'On nights.' });
    const before = await kinds(holt.id);
    await vault.ask('people.amend', { id: holt.id, note: 'On nights.' });
    expect(await kinds(holt.id)).toEqual(before);
    expect(before).toEqual(['person-amended', 'person-amended', 'person-recorded']);
  });

  it('renames the ties of somebody who is renamed', async () => {
    const [craig, holt] = [await person('Craig'), await person('PC Holt')];
    await tie(craig.id, holt.id);
    await vault.ask('people.amend', { id: holt.id, name: 'PS Holt' });
    expect((await vault.ask('case.list', { kind: 'tie' })).rows.map(({ title }) => title)).toEqual(['Craig – PS Holt']);
    expect(await found('PS')).toHaveLength(2);
  });

  it('suggests by another name, too', async () => {
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'one'), message(2, 'two')]);
    const { id } = await committed(vault, begun);
    const holt = await person('PC Holt', { aliases: ['craig'] });
    expect((await vault.ask('conversations.suggestPeople', { id })).suggestions).toEqual([{ participant: 'Craig', personId: holt.id, because: 'name' }]);
  });
});

describe('two entries of one person', () => {
  async function twice(): Promise<{ kept: Person; merged: Person; ofKept: string; ofMerged: string; ofBoth: string; tieId: string; contactId: string }> {
    const [kept, merged, other] = [await person('PC Holt', { role: 'police', handles: ['07700 900001'], officer }), await person('Sarah', { aliases: ['Sal'], handles: ['sarah@mail.example'], note: 'From the gym.' }), await person('Craig', { role: 'accused' })];
    const ofKept = await recorded(vault, { title: 'one', people: [{ personId: kept.id, part: 'present' }] });
    const ofMerged = await recorded(vault, { title: 'two', people: [{ personId: merged.id, part: 'present' }] });
    const ofBoth = await recorded(vault, { title: 'three', people: [{ personId: kept.id, part: 'present' }, { personId: merged.id, part: 'present' }] });
    const tieId = await tie(other.id, merged.id, 'petunia');
    const contact = await vault.ask('case.begin', { content: { ...emptyContact, told: 'petunia', happened: on('2022-01-01'), people: [{ personId: kept.id, part: 'in-charge' }] } });
    await vault.ask('case.record', { id: contact.id });
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'petunia'), message(2, 'petunia')]);
    const { id: conversationId } = await committed(vault, begun);
    const { conversations: [{ participants, title } = { participants: [], title: '' }] } = await vault.ask('conversations.list', {});
    await vault.ask('conversations.amend', { id: conversationId, title, participants: participants.map((one) => (one.name === 'Craig' ? { ...one, personId: merged.id } : one)) });
    return { kept, merged, ofKept, ofMerged, ofBoth, tieId, contactId: contact.id };
  }
  /** All that is answered by a person, and all that is stored under one. */
  const everything = async (...ids: string[]): Promise<unknown> => ({
    people: (await vault.ask('people.list', {})).people, ties: (await vault.ask('case.list', { kind: 'tie' })).rows,
    each: await Promise.all(ids.map(async (id) => [await inChronology(id), await found('petunia', id), (await vault.ask('case.concerning', { kind: 'person', id })).rows.map((row) => row.id)])),
    found: [await found('Sal'), await found('gym'), await found('Holt')],
  });

  it('shows as one what is stored under either, whichever is asked for, and gives all back as it was', async () => {
    const { kept, merged, ofKept, ofMerged, ofBoth, tieId, contactId } = await twice();
    const before = await everything(kept.id, merged.id);
    const contents = async () => [await vault.ask('case.get', { id: tieId }), await vault.ask('incidents.get', { id: ofMerged }), await vault.ask('conversations.list', {})];
    const stored = await contents();
    const one = await vault.ask('people.merge', { keptId: kept.id, mergedId: merged.id });
    expect(one).toMatchObject({ id: kept.id, name: 'PC Holt', merged: [{ id: merged.id, underId: kept.id, name: 'Sarah', aliases: ['Sal'], note: 'From the gym.' }] });
    await vault.reopen();
    expect((await vault.ask('people.list', {})).people.map(({ name }) => name)).toEqual(['Craig', 'PC Holt']);
    for (const id of [kept.id, merged.id]) {
      expect(await inChronology(id)).toEqual([ofKept, ofMerged, ofBoth, contactId].sort());
      expect((await vault.ask('case.concerning', { kind: 'person', id })).rows.map((row) => row.id).sort()).toEqual([tieId, contactId].sort());
      expect(await found('petunia', id)).toHaveLength(4);
    }
    expect((await vault.ask('case.list', { kind: 'tie' })).rows.map(({ title }) => title)).toEqual(['Craig – PC Holt']);
    for (const text of ['Sal', 'gym', 'Holt']) expect(await found(text), text).toContain(kept.id);
    expect(await found('gym')).toEqual([kept.id]);
    expect(await contents()).toEqual(stored);
    const plan = await vault.askShell('exports.plan', { choice: { ...choice, incidentIds: [ofKept, ofMerged, ofBoth] } });
    expect(plan.entries.map((entry) => [entry.id, entry.subject === 'incident' && entry.people])).toEqual(expect.arrayContaining([ofKept, ofMerged, ofBoth].map((id) => [id, [{ name: 'PC Holt', role: 'police', part: 'present', isOfficer: true }]])));

    expect(await vault.ask('people.part', { id: merged.id })).toEqual(kept);
    await vault.reopen();
    expect(await everything(kept.id, merged.id)).toEqual(before);
    for (const id of [kept.id, merged.id]) expect((await kinds(id)).slice(0, 2)).toEqual(['people-parted', 'people-merged']);
  });

  it('puts a person with all who stand under them, and takes one out with all of theirs', async () => {
    const [a, b, c] = [await person('A'), await person('B'), await person('C')];
    await vault.ask('people.merge', { keptId: b.id, mergedId: a.id });
    const all = await vault.ask('people.merge', { keptId: c.id, mergedId: b.id });
    expect(all.merged.map(({ id, underId }) => [id, underId])).toEqual([[b.id, c.id], [a.id, b.id]]);
    for (const [keptId, mergedId] of [[c.id, c.id], [a.id, c.id], [c.id, a.id]] as const) await expect(vault.ask('people.merge', { keptId, mergedId })).rejects.toMatchObject(refused('bad-call'));
    await expect(vault.ask('people.amend', { id: a.id, name: 'x' })).rejects.toMatchObject(refused('bad-call'));
    await vault.ask('people.part', { id: b.id });
    expect((await vault.ask('people.list', {})).people.map(({ name, merged }) => [name, merged.map((one) => one.name)])).toEqual([['B', ['A']], ['C', []]]);
    await expect(vault.ask('people.part', { id: c.id })).rejects.toMatchObject(refused('not-found'));
  });

  it('suggests doubles by number, collar number and name, and does nothing by itself', async () => {
    const one = await person('C. Hale', { handles: ['+44 (0)7700 900001'] });
    const two = await person('Dad', { handles: ['07700900001'] });
    const three = await person('PC Holt', { officer });
    const four = await person('Officer at the desk', { officer: { ...officer, force: '' } });
    const elsewhere = await person('Another', { officer: { ...officer, force: 'Westshire' } });
    const five = await person('pc  hólt');
    const pairs = async (): Promise<string[]> => (await vault.ask('people.doubles', {})).doubles.map(({ oneId, otherId, because }) => [...[oneId, otherId].sort(), because].join(' '));
    const of = (x: Person, y: Person, because: string): string => [...[x.id, y.id].sort(), because].join(' ');
    expect((await pairs()).sort()).toEqual([of(one, two, 'number'), of(three, four, 'collar-number'), of(four, elsewhere, 'collar-number'), of(three, five, 'name')].sort());
    expect((await vault.ask('people.list', {})).people).toHaveLength(6);
    await vault.ask('people.keepApart', { oneId: two.id, otherId: one.id });
    await vault.ask('people.merge', { keptId: three.id, mergedId: five.id });
    expect((await pairs()).sort()).toEqual([of(three, four, 'collar-number'), of(four, elsewhere, 'collar-number')].sort());
  });
});

describe('erasing somebody', () => {
  it('erases every word of them under each of their entries, keeps that and why, and leaves ties and entries with their own words', async () => {
    const [craig, holt, other] = [await person('Craig'), await person('Unrepeatable Holt', { aliases: ['Unrepeatable Sal'], handles: ['unrepeatable@mail.example'], officer: { ...officer, unit: 'Unrepeatable' }, note: 'unrepeatable' }), await person('Unrepeatable Sarah', { note: 'unrepeatable' })];
    const incidentId = await recorded(vault, { title: 'one', people: [{ personId: other.id, part: 'present' }] });
    const tieId = await tie(craig.id, holt.id, 'seen at the gym');
    await vault.ask('people.merge', { keptId: holt.id, mergedId: other.id });
    await expect(vault.ask('people.erase', { id: holt.id, reason: ' ' })).rejects.toMatchObject(refused('bad-call'));
    await vault.ask('people.erase', { id: holt.id, reason: 'Asked me to.' });
    await vault.reopen();
    expect((await vault.ask('people.list', {})).people.map(({ name }) => name)).toEqual(['Craig']);
    expect(await found('unrepeatable')).toEqual([]);
    for (const id of [holt.id, other.id]) {
      const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 99 });
      expect(entries[0]).toMatchObject({ kind: 'person-erased', payload: expect.stringContaining('Asked me to.') as string });
      expect(entries.slice(1).every(({ payload }) => payload === null)).toBe(true);
      await expect(vault.ask('people.amend', { id, note: 'x' })).rejects.toMatchObject(refused('erased'));
      await expect(vault.ask('people.erase', { id, reason: 'x' })).rejects.toMatchObject(refused('erased'));
      await expect(vault.ask('people.merge', { keptId: craig.id, mergedId: id })).rejects.toMatchObject(refused('erased'));
      await expect(vault.ask('people.part', { id })).rejects.toMatchObject(refused('erased'));
    }
    expect((await vault.ask('case.list', { kind: 'tie' })).rows.map(({ id, title }) => [id, title])).toEqual([[tieId, 'Craig – An erased person']]);
    expect(await found('gym')).toEqual([tieId]);
    expect(await inChronology(holt.id)).toEqual([incidentId]);
    const plan = await vault.askShell('exports.plan', { choice: { ...choice, incidentIds: [incidentId] } });
    expect(plan.entries[0]).toHaveProperty('people', [{ name: 'An erased person', role: 'other', part: 'present' }]);
    const answers = [await vault.ask('history.list', { subjectId: null, offset: 0, limit: 500 }), await vault.ask('case.list', { kind: 'tie' }), await vault.ask('people.list', {})];
    expect(JSON.stringify(answers)).not.toMatch(/unrepeatable/i);
  });
});

describe('the conflict map', () => {
  const everybody = { steps: null };

  async function tied(): Promise<{ craig: Person; holt: Person; boss: Person; amal: Person; ends: string[] }> {
    const craig = await person('Craig', { role: 'accused', officer: { ...officer, rank: 'PS', collarNumber: '12' } });
    const [holt, boss, amal, alone] = [await person('PC Holt', { role: 'police', officer }), await person('Inspector Vane', { role: 'police' }), await person('Amal', { role: 'friend' }), await person('DS Lone', { role: 'police' })];
    const document = await added(vault, 'photo.txt', Buffer.from('a photo'));
    const { id } = await vault.ask('case.begin', { content: { ...emptyTie, fromId: craig.id, toId: holt.id, tie: 'friend', words: 'at the gym', known: 'told', toldById: amal.id, began: on('2018'), evidence: [{ kind: 'document', documentId: document }], privilegedNote: 'unrepeatable' } });
    await vault.ask('case.record', { id });
    await vault.ask('case.begin', { content: { ...emptyTie, fromId: craig.id, toId: amal.id } });
    const contact = async (part: object): Promise<void> => {
      const begun = await vault.ask('case.begin', { content: { ...emptyContact, title: 'First report', happened: on('2022-03-04'), ...part } });
      await vault.ask('case.record', { id: begun.id });
    };
    await contact({ people: [{ personId: holt.id, part: 'in-charge' }, { personId: boss.id, part: 'supervisor' }, { personId: amal.id, part: 'there' }] });
    await contact({ people: [{ personId: alone.id, part: 'in-charge' }] });
    return { craig, holt, boss, amal, ends: [document] };
  }

  it('is worked out from ties and contacts that are her record, by steps from the accused, with who had which part', async () => {
    const { craig, holt, boss } = await tied();
    const map = await vault.ask('people.conflicts', everybody);
    expect(map.people.map(({ id, look, who, ties }) => [id, look, who.join(' '), ties])).toEqual([
      [craig.id, 'accused', 'Accused · PS 12, Eastshire Police', 1], [holt.id, 'in-charge', 'In charge · PC 4471, Eastshire Police', 2], [boss.id, 'supervisor', 'Supervisor', 1],
    ]);
    expect(new Set(map.people.map(({ x }) => x)).size).toBe(3);
    expect(map.ties.map(({ one, other, label }) => [[Math.min(one, other), Math.max(one, other)], label?.lines])).toEqual([[[0, 1], ['1 Friends']], [[1, 2], ['2 Supervised the case']]]);
    expect([map.peopleCount, map.tieCount, map.isEmpty]).toEqual([3, 2, false]);
    const { ties } = await vault.ask('people.conflictTies', { ...everybody, limit: 99 });
    expect(ties.map(({ number, fromName, toName, kind, entryKind, words, toldBy, began, evidence }) => [number, fromName, toName, kind, entryKind, words, toldBy, began.typed, evidence.map(({ name }) => name)])).toEqual([
      [1, 'Craig', 'PC Holt', 'friend', 'tie', 'at the gym', 'Amal', '2018', ['photo.txt']], [2, 'Inspector Vane', 'PC Holt', 'contact', 'contact', 'First report', '', '2022-03-04', []],
    ]);
    expect(map.untied).toEqual(['DS Lone']);
    expect(await vault.ask('people.conflicts', everybody)).toEqual(map);
    const near = await vault.ask('people.conflicts', { steps: 1 });
    expect([near.people.map(({ name }) => name), near.tieCount, near.untied]).toEqual([['Craig', 'PC Holt'], 1, []]);
    expect((await vault.ask('people.conflictTies', { steps: 1, limit: 99 })).ties.map(({ number }) => number)).toEqual([1]);
    expect((await vault.ask('people.conflictTies', { ...everybody, limit: 1 })).ties.map(({ number }) => number)).toEqual([1]);
    expect((await vault.ask('people.conflicts', { steps: 0 })).isEmpty).toBe(false);
    expect(JSON.stringify([map, ties])).not.toContain('unrepeatable');
  });

  it('is worked out anew after a change, and keeps no name that was erased', async () => {
    const { holt, amal, boss } = await tied();
    const names = async (): Promise<string[]> => (await vault.ask('people.conflicts', everybody)).people.map(({ name }) => name);
    const kinds = async (): Promise<string[]> => (await vault.ask('people.conflictTies', { ...everybody, limit: 99 })).ties.map(({ kind }) => kind);
    expect([await names(), await kinds()]).toEqual([['Craig', 'PC Holt', 'Inspector Vane'], ['friend', 'contact']]);
    await tie(amal.id, boss.id);
    expect(await names()).toContain('Amal');
    expect(await kinds()).toHaveLength(3);
    await vault.ask('people.amend', { id: amal.id, name: 'Amal Haddad' });
    expect(await names()).toContain('Amal Haddad');
    const [drawn] = (await vault.ask('case.list', { kind: 'tie' })).rows.filter(({ status, personIds }) => status === 'recorded' && personIds.includes(holt.id));
    await vault.ask('case.erase', { id: drawn!.id, reason: 'x' });
    expect(await kinds()).not.toContain('friend');
    await vault.ask('people.erase', { id: amal.id, reason: 'x' });
    expect(await names()).not.toContain('Amal Haddad');
    expect(await names()).toContain('An erased person');
  });

  it('draws two entries of one person as one, and somebody erased without a name', async () => {
    const { craig, holt, boss } = await tied();
    const again = await person('Sarah from the gym');
    await tie(again.id, craig.id);
    await vault.ask('people.merge', { keptId: holt.id, mergedId: again.id });
    expect((await vault.ask('people.conflicts', everybody)).people.map(({ id }) => id)).not.toContain(again.id);
    expect((await vault.ask('people.conflictTies', { ...everybody, limit: 99 })).ties.map(({ fromName, toName }) => `${fromName}, ${toName}`).sort()).toEqual(['Craig, PC Holt', 'Inspector Vane, PC Holt', 'PC Holt, Craig']);
    await vault.ask('people.erase', { id: holt.id, reason: 'x' });
    await vault.ask('people.erase', { id: boss.id, reason: 'x' });
    const { people } = await vault.ask('people.conflicts', everybody);
    expect(people.filter(({ isErased }) => isErased).map(({ nameLines, who }) => [...nameLines, ...who].join(' '))).toEqual(expect.arrayContaining([expect.stringMatching(/^An erased person (?!.*4471)/)]));
    expect(people.map(({ name }) => name)).not.toContain('PC Holt');
  });

  it('prints as a page: why, the drawing, each tie with its sources, the officers; nothing privileged', async () => {
    await expect(vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'conflict-map' } })).rejects.toMatchObject(refused('nothing-chosen'));
    const { ends: [document] } = await tied();
    const plan = await vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'conflict-map' } });
    const figure = plan.page.blocks.find((block) => block.block === 'figure');
    if (figure?.block !== 'figure') throw new Error('no figure');
    expect(figure.drawing.shapes.flatMap((shape) => (shape.shape === 'words' ? [shape.words] : []))).toEqual(expect.arrayContaining(['Craig', 'Accused · PS 12,', 'PC Holt', 'In charge · PC 4471,', 'Eastshire Police', '1 Friends', '2 Supervised the case']));
    expect([figure.drawing.widthMm <= 257, figure.drawing.heightMm <= 140]).toEqual([true, true]);
    expect(figure.table.rows.map((row) => row.map((cell) => cell.flatMap((piece) => (piece.is === 'words' ? [piece.words] : piece.is === 'source' ? [piece.citation.kind] : [])).join('')))).toEqual([
      ['1', 'Craig and PC Holt are friends\nat the gym', 'from 2018', 'told by Amal', 'case, document'], ['2', 'Inspector Vane supervised, and PC Holt was in charge of, the same contact\nFirst report', '4 March 2022', '', 'case'],
    ]);
    expect(plan.sources.map(({ citation }) => ('documentId' in citation ? citation.documentId : citation.kind))).toEqual(['case', document, 'case']);
    const table = plan.page.blocks.at(-1);
    expect(table?.block === 'table' && table.table.rows.map((row) => row.map((cell) => cell.map((piece) => (piece.is === 'words' ? piece.words : '')).join('')))).toEqual([
      ['Craig', 'Accused', 'Eastshire Police', 'PS', '12', 'Response B'], ['PC Holt', 'In charge; knows the accused', 'Eastshire Police', 'PC', '4471', 'Response B'], ['Inspector Vane', 'Supervisor; 2 steps from the accused', 'not said', 'not said', 'not said', 'not said'],
      ['DS Lone', 'In charge', 'not said', 'not said', 'not said', 'not said'],
    ]);
    expect(JSON.stringify(plan)).not.toContain('unrepeatable');
  });

  it('takes as many drawings as stay readable', async () => {
    const craig = await person('Craig', { role: 'accused' });
    for (let number = 0; number < 30; number++) await tie(craig.id, (await person(`Officer number ${number} of the Public Protection Unit`, { role: 'police' })).id);
    const { page } = await vault.askShell('casePages.plan', { caseName: 'Ellis', redactionListId: null, request: { page: 'conflict-map' } });
    const figures = page.blocks.flatMap((block) => (block.block === 'figure' ? [block] : []));
    expect(figures.length).toBeGreaterThan(3);
    for (const { drawing } of figures) expect([drawing.widthMm <= 257, drawing.heightMm <= 140]).toEqual([true, true]);
    expect(figures.flatMap(({ table }) => table.rows.map(([number]) => number?.[0]))).toHaveLength(30);
  });
});
