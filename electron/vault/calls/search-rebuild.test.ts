import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginIncident, eraseIncident, recordIncident, saveDraft } from '../record/incidents/incidents';
import { recordContext } from '../record/record-context';
import { findEverywhere } from '../record/search/search';
import { rebuildSearch } from '../record/search/search-rebuild';
import { openStore } from '../store/open-store';
import type { Transaction } from '../store/store';
import { added, content, imported, message, readAs, recorded, refused, taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const asked = ['stairs', 'force', 'harbour', 'warum', 'vorfall*', '"by the car"', 'car -stairs', '警察', 'Craig', 'word7', 'word71', 'Amal', 'gone'];

async function found(): Promise<unknown> {
  const answers: Record<string, unknown> = {};
  for (const text of asked) answers[text] = await vault.ask('search.find', { text, offset: 0, limit: 200 });
  return answers;
}

/** A record with something of every kind, and more messages than go into one batch. */
async function made(): Promise<void> {
  await recorded(vault, { title: 'At the gate', account: 'He waited by the car. 警察 came.' });
  const gone = await recorded(vault, { account: 'This is to be gone.' });
  await vault.ask('incidents.erase', { id: gone, reason: 'A mistake.' });
  await vault.ask('people.add', { name: 'Amal Harbour', role: 'witness' });
  for (const [name, text] of [['diary.txt', 'What he said on the stairs, by the car.'], ['notes.txt', 'Warum? Vorfall im Haus.']] as const) {
    const id = await added(vault, name, new TextEncoder().encode(text));
    await readAs(vault, id, text);
  }
  const letter = await added(vault, 'letter.bin', new Uint8Array(5000).fill(7));
  const { happened } = await vault.ask('documents.get', { id: letter });
  await vault.ask('documents.amend', { id: letter, title: 'From the force', happened, note: 'It came by post.' });
  const conversationId = await importMessages('chat.txt', 1200);
  await vault.ask('excerpts.mark', { conversationId, firstOrdinal: 3, lastOrdinal: 9, shows: 'He follows the car.' });
}

async function importMessages(name: string, count: number): Promise<string> {
  return (await imported(vault, Array.from({ length: count }, (_, i) => message(i + 1, `${name} word${i} ${i % 400 % 3 === 0 ? 'stairs' : '警察 came'}`)), name)).id;
}

/** Does something to the database behind the record's back. */
async function inDatabase(work: (transaction: Transaction) => void): Promise<void> {
  await vault.askShell('open.close', {});
  const { store } = await openStore({ folder: vault.folder, key: new Uint8Array(32).fill(1), mark: null });
  await store.transact(work);
  await store.close();
  await vault.reopen();
}

const rebuild = () => vault.askShell('search.rebuildIndex', { taskId });
const leftovers = async (): Promise<unknown[]> => {
  let names: unknown[] = [];
  await inDatabase((transaction) => {
    names = transaction.all(`SELECT name FROM sqlite_master WHERE name LIKE '%_new%' OR name LIKE 'rebuild_%' OR name LIKE '%search_rebuild%'`);
  });
  return names;
};
const index = (name: string, columns: string, from: string): string =>
  `CREATE VIRTUAL TABLE ${name} USING fts4(content="${from}", ${columns}, order=desc, matchinfo=fts3, tokenize=unicode61 "remove_diacritics=2" "tokenchars=\uE000")`;

test('everything is found as before, whatever became of the index', async () => {
  await made();
  const before = await found();
  expect(JSON.stringify(before)).toContain('stairs');
  const harms: [string, (transaction: Transaction) => void][] = [
    ['nothing', () => undefined],
    ['the messages’ index emptied', (t) => { t.run(`DROP TABLE message_index`); t.run(index('message_index', 'text, signs', 'message')); }],
    ['the own words’ index emptied', (t) => { t.run(`DROP TABLE search_index`); t.run(index('search_index', 'title, body, words, signs', 'search_text')); }],
    ['texts gone', (t) => t.run(`DELETE FROM search_text WHERE subject <> 'person'`)],
    ['the pages’ index emptied', (t) => { t.run(`DROP TABLE page_index`); t.run(index('page_index', 'text, signs', 'document_page')); }],
    ['texts of another', (t) => t.run(`UPDATE search_text SET body = 'gone gone gone', title = 'gone', words = 'gone'`)],
    ['a text of something erased', (t) => t.run(`INSERT INTO search_text (subject, id, day, title, body, words, signs) VALUES ('incident', 'f', '', 'gone', 'gone', '', '')`)],
    ['no index at all', (t) => { t.run(`DROP TABLE search_index`); t.run(`DROP TABLE message_index`); t.run(`DROP TABLE page_index`); t.run(`DELETE FROM search_text`); }],
    ['the pages’ and the mails’ indexes gone', (t) => { t.run(`DROP TABLE page_index`); t.run(`DROP TABLE mail_index`); }],
    ['bytes of the index', (t) => t.run(`UPDATE search_index_segdir SET root = x'00112233'`)],
  ];
  for (const [harm, work] of harms) {
    await inDatabase(work);
    const rebuilt = await rebuild();
    expect(rebuilt, harm).toEqual({ subjects: 7, messages: 1200, pages: 2 });
    expect(await found(), harm).toEqual(before);
  }
  expect(await leftovers()).toEqual([]);
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 3 });
  expect(entries.some(({ kind }) => kind === 'search-rebuilt')).toBe(true);
  // And what is recorded afterwards is found too.
  await recorded(vault, { account: 'A lighthouse.' });
  expect((await vault.ask('search.find', { text: 'lighthouse', offset: 0, limit: 10 })).total).toBe(1);
}, 60_000);

test('what comes, changes and goes while it is being made is found afterwards, or not', async () => {
  await made();
  const kept = await recorded(vault, { account: 'Before: ferry.' });
  const dropped = await recorded(vault, { account: 'A secret kingfisher.' });
  const rebuilding = rebuild();
  await recorded(vault, { account: 'During: ferry.' });
  await importMessages('second.txt', 600);
  await vault.ask('incidents.amend', { id: kept, content: { ...(await vault.ask('incidents.get', { id: kept })).content, account: 'Changed: puffin.' }, reason: 'Better.' });
  await vault.ask('incidents.erase', { id: dropped, reason: 'Not wanted.' });
  await rebuilding;
  const totalOf = async (text: string): Promise<number> => (await vault.ask('search.find', { text, offset: 0, limit: 10 })).total;
  // The file it came from, too.
  expect([await totalOf('ferry'), await totalOf('puffin'), await totalOf('kingfisher'), await totalOf('second')]).toEqual([1, 1, 0, 601]);
  await rebuild();
  expect([await totalOf('ferry'), await totalOf('puffin'), await totalOf('kingfisher'), await totalOf('second')]).toEqual([1, 1, 0, 601]);
  expect(await leftovers()).toEqual([]);
}, 60_000);

test('at every step of the making, what is recorded then is found and what is erased then is not', async () => {
  await made();
  await vault.askShell('open.close', {});
  const { store } = await openStore({ folder: vault.folder, key: new Uint8Array(32).fill(1), mark: null });
  const context = recordContext(store);
  const write = async (account: string): Promise<string> => {
    const { id } = await beginIncident(context);
    await saveDraft(context, id, content({ account }));
    await recordIncident(context, id);
    return id;
  };
  // One for each step there will be, made beforehand, so that each is in the half-built index when its turn comes.
  const doomed: string[] = [];
  for (let i = 0; i < 6; i += 1) doomed.push(await write(`doomed heron${i}`));
  // Pages change too: each is corrected while the index is being made.
  const pages = Array.from({ length: 4 }, (_, i) => i + 1);
  const index = `INSERT INTO page_index (docid, text, signs) SELECT docid, text, signs FROM document_page WHERE docid = ?`;
  await store.transact((transaction) => pages.forEach((docid) => {
    transaction.run(`INSERT INTO document_page (docid, document_id, page, origin, text, signs, language, read_utc) VALUES (?, 'x', ?, 'ocr', 'avocet', '', 'eng', '')`, [docid, docid]);
    transaction.run(index, [docid]);
  }));
  const correct = (docid: number): Promise<void> => store.transact((transaction) => {
    transaction.run(`DELETE FROM page_index WHERE docid = ?`, [docid]);
    transaction.run(`UPDATE document_page SET text = 'bittern' WHERE docid = ?`, [docid]);
    transaction.run(index, [docid]);
  });
  let steps = 0;
  let changed = 0;
  const step = async (): Promise<void> => {
    steps += 1;
    // The texts take a step each; only then the index is being filled.
    if (store.all(`SELECT name FROM sqlite_master WHERE name = 'search_rebuild'`).length === 0) return;
    changed += 1;
    await write(`curlew number${steps}`);
    if (steps % 2 === 0 && pages.length > 0) await correct(pages.pop() ?? 0);
    const next = doomed.pop();
    if (next !== undefined) await eraseIncident(context, next, 'Not wanted.');
  };
  await rebuildSearch(context, { step, onProgress: () => undefined });
  expect(changed).toBeGreaterThan(3);
  const totalOf = (text: string): number => findEverywhere(store, { text }, 0, 100).total;
  expect([totalOf('curlew'), totalOf('heron'), totalOf('doomed')]).toEqual([changed, doomed.length, doomed.length]);
  const pagesWith = (word: string): number => store.all(`SELECT docid FROM page_index WHERE page_index MATCH ?`, [word]).length;
  expect(4 - pages.length).toBeGreaterThan(1);
  expect([pagesWith('avocet'), pagesWith('bittern')]).toEqual([pages.length, 4 - pages.length]);
  // Nothing of what was erased is left in the index itself.
  expect(store.all(`SELECT count(*) AS n FROM search_index WHERE search_index MATCH 'doomed'`)).toEqual([{ n: doomed.length }]);
  await store.close();
  await vault.reopen();
}, 60_000);

test('stopped half-way nothing is left of it and everything is found as before; a kill is swept at the next opening', async () => {
  await made();
  const before = await found();
  vault.notices.length = 0;
  const stopped = rebuild();
  await expect.poll(() => vault.notices.length, { interval: 1 }).toBeGreaterThan(7);
  vault.service.cancel(taskId);
  await expect(stopped).rejects.toMatchObject(refused('cancelled'));
  expect(await found()).toEqual(before);
  expect(await leftovers()).toEqual([]);

  vault.notices.length = 0;
  const cut = rebuild().catch(() => undefined);
  await expect.poll(() => vault.notices.length, { interval: 1 }).toBeGreaterThan(7);
  await vault.reopen();
  await cut;
  expect(await found()).toEqual(before);
  expect(await leftovers()).toEqual([]);
}, 60_000);
