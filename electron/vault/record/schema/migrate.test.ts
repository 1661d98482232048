import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, prepareCreate } from '../../store/open-store';
import type { VaultStore } from '../../store/store';
import { findInConversation, listConversations, pageOfMessages } from '../conversations/conversations';
import { sweepImports } from '../imports/import-source';
import { recordContext } from '../record-context';
import { firstRecord } from './0001-first-record';
import { waysInAndBackups } from './0002-ways-in-and-backups';
import { findEverywhere } from '../search/search';
import { signWords } from '../search/search-query';
import { conversationsOfAnyExport } from './0003-conversations-of-any-export';
import { migrate, schemaVersion } from './migrate';

let folder: string;
let store: VaultStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-schema-'));
  store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32).fill(5) }] });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const tables = (): unknown[] => store.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%index%' ORDER BY name`).map((row) => row['name']);

describe('migrate', () => {
  it('makes every table from nothing, once', async () => {
    await migrate(store);
    const made = tables();
    expect(made).toEqual(expect.arrayContaining(['incident', 'incident_version', 'history', 'document', 'message', 'excerpt', 'exhibit_mark', 'way_in', 'coming_in', 'backup_place']));
    expect(store.all(`SELECT value FROM setting WHERE name = 'schema'`)).toEqual([{ value: String(schemaVersion) }]);
    const { sequence } = store.mark();
    await migrate(store);
    expect(store.mark().sequence).toBe(sequence);
  });

  it('refuses what a later program wrote, and leaves it alone', async () => {
    await migrate(store);
    await store.transact((transaction) => transaction.run(`UPDATE setting SET value = ? WHERE name = 'schema'`, [String(schemaVersion + 1)]));
    const before = store.mark();
    await expect(migrate(store)).rejects.toMatchObject({ code: 'newer-format' });
    expect(store.mark()).toEqual(before);
  });

  it('has one numbered file for each version, and none of them imports code', async () => {
    const files = (await readdir(import.meta.dirname)).filter((name) => /^\d{4}-/.test(name)).sort();
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(Array.from({ length: schemaVersion }, (_, i) => i + 1));
    // A version may be made of several lists, in a folder with its number; nothing else is imported.
    for (const file of files) expect(await readFile(join(import.meta.dirname, file), 'utf8')).not.toMatch(new RegExp(`^\\s*import\\b(?!.* from '\\./${file.slice(0, 4)}/)`, 'm'));
    const lists = (await readdir(import.meta.dirname, { recursive: true })).filter((name) => /^\d{4}\/.*\.ts$/.test(name));
    for (const list of lists) expect(await readFile(join(import.meta.dirname, list), 'utf8')).not.toMatch(/^\s*import\b/m);
  });
});

/** What the program before wrote: one conversation of five messages that is whole, and one that was cut short on its way in. */
async function fillSchema2(): Promise<void> {
  await store.transact((transaction) => {
    for (const statement of [...firstRecord, ...waysInAndBackups]) transaction.run(statement);
    transaction.run(`INSERT INTO setting (name, value) VALUES ('schema', '2')`);
    const document = (id: string, status: string, name: string): void => transaction.run(
      `INSERT INTO document (id, status, original_name, size_bytes, media_type, form, sha256, added_utc, origin, title, happened, note, object_name) VALUES (?, ?, ?, 1, 'text/plain', 'text', ?, '2026-01-01T00:00:00.000Z', 'message-source', '', '{}', '', ?)`,
      [id.repeat(32), status, name, id.repeat(64), status === 'erased' ? null : `object-${id}`]);
    document('a', 'kept', 'chat.txt');
    document('b', 'kept', 'IMG-1.jpg');
    document('c', 'importing', 'half.txt');
    document('d', 'importing', 'IMG-2.jpg');
    transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?)`, [`importing ${'d'.repeat(32)}`, '2'.repeat(32)]);
    for (const [id, ready, source] of [['1', 1, 'a'], ['2', 0, 'c']] as const) {
      transaction.run(
        `INSERT INTO conversation (id, ready, title, source, source_document_id, source_entry_name, participants, message_count, first_at, last_at, date_order, imported_utc, may_be_truncated, not_understood_count) VALUES (?, ?, 'Craig', 'whatsapp', ?, '_chat.txt', ?, 5, '2022-01-01T10:00:00', '2022-01-01T10:04:00', 'dmy', '2026-01-01T00:00:00.000Z', 1, 1)`,
        [id.repeat(32), ready, source.repeat(32), `[{"isMe":false,"name":"Craig","personId":"${'e'.repeat(32)}"},{"isMe":true,"name":"Mara","personId":null}]`]);
      transaction.run(`INSERT INTO conversation_number (conversation_id) VALUES (?)`, [id.repeat(32)]);
      const start = Number(id) * 2 ** 32;
      for (const [i, name, kept, why] of [[0, '', null, 0], [1, 'IMG-1.jpg', 'b', 0], [2, '', null, 1], [3, 'gone.jpg', null, 0], [4, 'erased.jpg', null, 3]] as const) {
        transaction.run(
          `INSERT INTO message (place, id, kind, sender, at, at_as_written, text, signs, attachment_name, attachment_document_id, attachment_omitted, flags, source_line, source_offset, source_length) VALUES (?, ?, 'message', 'Craig', ?, '01/01/2022', ?, '', ?, ?, ?, '["edited"]', ?, ?, 10)`,
          [start + i, `${id}${i}`.repeat(16), `2022-01-01T10:0${i}:00`, `words number${i}`, name, kept === null ? null : kept.repeat(32), why, i + 1, i * 10]);
      }
      transaction.run(`INSERT INTO message_index (docid, text, signs) SELECT place, text, signs FROM message WHERE place >= ? AND place < ?`, [start, start + 2 ** 32]);
    }
  });
}

function expectSchema3(): void {
  const conversations = listConversations(store);
  expect(conversations).toEqual([{
    id: '1'.repeat(32), title: 'Craig', kind: 'whatsapp', service: 'WhatsApp', sources: [{ documentId: 'a'.repeat(32), entryName: '_chat.txt' }],
    participants: [{ name: 'Craig', handle: '', isMe: false, personId: 'e'.repeat(32) }, { name: 'Mara', handle: '', isMe: true, personId: null }],
    messageCount: 5, callCount: 0, firstAt: '2022-01-01T10:00:00', lastAt: '2022-01-01T10:04:00', bases: ['as-written'], dateOrder: 'dmy', importedUtc: '2026-01-01T00:00:00.000Z', mayBeTruncated: true, notUnderstoodCount: 1,
  }]);
  const messages = pageOfMessages(store, '1'.repeat(32), 0, 9);
  expect(messages.map(({ attachments }) => attachments)).toEqual([
    [], [{ name: 'IMG-1.jpg', documentId: 'b'.repeat(32), absent: null }], [{ name: '', documentId: null, absent: 'left-out' }], [{ name: 'gone.jpg', documentId: null, absent: 'not-there' }], [{ name: 'erased.jpg', documentId: null, absent: 'erased' }],
  ]);
  expect(messages[4]).toMatchObject({ id: '14'.repeat(16), ordinal: 4, offsetMinutes: null, basis: 'as-written', flags: ['edited'], quoted: null, reactions: [], call: null, line: '', sourceNumber: 0, sourceLine: 5, sourceOffset: 40, sourceLength: 10 });
  expect(findInConversation(store, '1'.repeat(32), 'number3')).toEqual([3]);
}

describe('a vault of schema 2', () => {
  it('shows the same conversation, and loses what was cut short on its way in', async () => {
    await fillSchema2();
    await migrate(store);
    expectSchema3();
    await sweepImports(recordContext(store));
    expectSchema3();
    expect(store.all(`SELECT id FROM document ORDER BY id`)).toEqual([{ id: 'a'.repeat(32) }, { id: 'b'.repeat(32) }]);
    expect(store.all(`SELECT count(*) AS n FROM message`)).toEqual([{ n: 5 }]);
    expect(store.all(`SELECT name FROM setting WHERE name LIKE 'importing %'`)).toEqual([]);
  });

  it('has in the inbox what nobody has placed: the conversation and a file of hers that is undated and unlinked', async () => {
    await fillSchema2();
    await store.transact((transaction) => {
      for (const [id, happened, linked] of [['3', '', false], ['4', '2021-03-04', false], ['5', '', true]] as const) {
        transaction.run(
          `INSERT INTO document (id, status, original_name, size_bytes, media_type, form, sha256, added_utc, origin, title, happened, note) VALUES (?, 'kept', 'letter.pdf', 1, '', 'pdf', '', '2026-01-02T00:00:00.000Z', 'added', '', ?, '')`,
          [id.repeat(32), JSON.stringify({ basis: null, edtf: happened, timeApproximate: false, timeOfDay: '', typed: happened })]);
        if (linked) transaction.run(`INSERT INTO incident_link (id, incident_id, target_kind, target_id, linked_utc) VALUES (?, ?, 'document', ?, '')`, ['6'.repeat(32), '7'.repeat(32), id.repeat(32)]);
      }
    });
    await migrate(store);
    expect(store.all(`SELECT kind, substr(subject_id, 1, 1) AS id, state, arrived_utc FROM inbox_item ORDER BY number`)).toEqual([
      { kind: 'document', id: '3', state: 'waiting', arrived_utc: '2026-01-02T00:00:00.000Z' }, { kind: 'document', id: '4', state: 'placed', arrived_utc: '2026-01-02T00:00:00.000Z' },
      { kind: 'document', id: '5', state: 'placed', arrived_utc: '2026-01-02T00:00:00.000Z' }, { kind: 'conversation', id: '1', state: 'waiting', arrived_utc: '2026-01-01T00:00:00.000Z' },
    ]);
  });

  it('is read all the same when it may only be read, and nothing of that is saved', async () => {
    await fillSchema2();
    const mark = store.mark();
    Object.defineProperty(store, 'readOnly', { value: true });
    await migrate(store);
    expectSchema3();
    expect(store.mark()).toEqual(mark);
    await expect(store.transact((transaction) => transaction.run(`DELETE FROM message`))).rejects.toMatchObject({ code: 'read-only' });
  });
});

describe('a vault of schema 3', () => {
  it('finds the words of text files as before, as pages, and reads every document anew', async () => {
    await store.transact((transaction) => {
      for (const statement of [...firstRecord, ...waysInAndBackups, ...conversationsOfAnyExport]) transaction.run(statement);
      transaction.run(`INSERT INTO setting (name, value) VALUES ('schema', '3')`);
      for (const [id, origin, words] of [['a', 'added', 'by the stairs 警察'], ['b', 'added', ''], ['c', 'message-source', '']] as const) {
        transaction.run(
          `INSERT INTO document (id, status, original_name, size_bytes, media_type, form, sha256, added_utc, origin, title, happened, note, object_name) VALUES (?, 'kept', ?, 1, 'text/plain', 'text', ?, '2026-01-01T00:00:00.000Z', ?, '', '{}', '', ?)`,
          [id.repeat(32), `${id}.txt`, id.repeat(64), origin, `object-${id}`]);
        transaction.run(`INSERT INTO search_text (subject, id, day, title, body, words, signs) VALUES ('document', ?, '', ?, 'a note', ?, ?)`, [id.repeat(32), `${id}.txt`, words, signWords(words)]);
      }
      transaction.run(`INSERT INTO search_index (docid, title, body, words, signs) SELECT docid, title, body, words, signs FROM search_text`);
    });
    await migrate(store);
    const found = (text: string): string[] => findEverywhere(store, { text }, 0, 10).hits.map(({ id, snippet }) => `${id[0]} ${snippet}`);
    expect([found('stairs'), found('警察'), found('note').length]).toEqual([['a by the stairs 警察'], ['a by the stairs 警察'], 3]);
    expect(store.all(`SELECT document_id, page, text FROM document_page`)).toEqual([{ document_id: 'a'.repeat(32), page: 1, text: 'by the stairs 警察' }]);
    expect(store.all(`SELECT document_id, step, state FROM document_reading ORDER BY document_id`)).toEqual(['a', 'b'].map((id) => ({ document_id: id.repeat(32), step: 'facts', state: 'waiting' })));
    expect(store.all(`SELECT words FROM search_text WHERE words <> ''`)).toEqual([]);
  });
});
