import { createHash } from 'node:crypto';
import { createVaultService, type VaultService } from '../../../electron/vault/calls/service';
import { keepDocument } from '../../../electron/vault/record/documents/documents';
import { recordContext, type RecordContext } from '../../../electron/vault/record/record-context';
import { migrate } from '../../../electron/vault/record/schema/migrate';
import { createStore, prepareCreate } from '../../../electron/vault/store/open-store';
import type { NeutralMessage } from '../../../shared/importers/parts';
import type { Conversation } from '../../../shared/model/conversation';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillIncidents, messageBatches } from '../../benches/measuring/fill-record';

/** Stands once in each thousandth message, and in each hundredth page. */
export const planted = 'zeppelin';

export interface Sizes {
  incidents: number;
  documents: number;
  messages: number;
  conversations: number;
}

export interface MadeCase {
  ask<T>(name: string, input: unknown): Promise<T>;
  people: readonly string[];
  pages: number;
}

/** Rare words that begin like real ones: of all, a tenth begin with the same two letters, fewer and fewer with others. */
const consonants = 'srctpmbdlfghnwkvjqzx';
const vowels = 'eaiou';
export function rareWord(number: number): string {
  const hash = createHash('md5').update(`word ${number}`).digest();
  const syllable = (at: number): string => {
    const share = (hash.readUInt16LE(at * 2) / 65_536) ** 2;
    return `${consonants[Math.floor(share * consonants.length)] ?? ''}${vowels[hash.readUInt8(10 + at) % vowels.length] ?? ''}`;
  };
  return `${syllable(0)}${syllable(1)}${syllable(2)}${number.toString(36)}`;
}

const known = new Map<string, string>();
const withRareWords = (text: string): string => text.replace(/\bw(\d+)\b/g, (_, number: string) => {
  const word = known.get(number) ?? rareWord(Number(number));
  known.set(number, word);
  return word;
});

/** A vault of this size in `folder`, opened by its own service. */
export async function makeCase(folder: string, { incidents, documents, messages, conversations }: Sizes, say: (progress: string) => void): Promise<MadeCase> {
  const key = new Uint8Array(32).fill(3);
  const vault = join(folder, 'vault');
  const store = await createStore({ folder: vault, parameters: await prepareCreate(vault, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
  await migrate(store);
  const context = recordContext(store);
  const people = await fillIncidents(context, incidents);
  const pages = await fillDocuments(context, documents);
  await store.close();
  say(`${incidents} incidents, ${documents} documents of ${pages} pages`);
  const service = createVaultService(() => undefined);
  const ask = asked(service);
  await ask('open.unlock', { folder: vault, key: Uint8Array.from(key), marks: [], refusedUtc: [] });
  await bringIn(ask, folder, messages, conversations, people);
  say(`${messages} messages in ${conversations} conversations`);
  return { ask, people, pages };
}

function asked(service: VaultService): MadeCase['ask'] {
  return async (name, input) => {
    const result = await service.handle(name, input);
    if (!result.ok) throw new Error(result.error.code);
    return result.value as never;
  };
}

/** Letters of one to four pages, half of them with a day; each page some 150 words. Their bytes are not there: nothing here reads them. */
async function fillDocuments(context: RecordContext, count: number): Promise<number> {
  const texts = pageTexts();
  const together = 250;
  let pages = 0;
  for (let from = 0; from < count; from += together) {
    await context.store.transact((transaction) => {
      for (let i = from; i < Math.min(count, from + together); i += 1) {
        const name = createHash('sha256').update(`document ${i}`).digest('hex');
        const sealed = { objectName: name.slice(0, 32), key: new Uint8Array(32), sizeBytes: 1000, sha256: name, duplicateTag: name };
        const id = keepDocument(context, transaction, sealed, { originalName: `letter ${i} ${rareWord(i)}.pdf`, fileModifiedUtc: null, mediaType: 'application/pdf', form: 'pdf', origin: 'added', status: 'kept' });
        if (i % 2 === 0) transaction.run(`UPDATE search_text SET day = ?1, last_day = ?1 WHERE subject = 'document' AND id = ?2`.replaceAll('?1', '?').replaceAll('?2', '?'), [dayOf(i), dayOf(i), id]);
        transaction.run(`INSERT INTO document_number (document_id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM document_number WHERE document_id = ?)`, [id, id]);
        const [{ number } = { number: 0 }] = transaction.all<{ number: number }>(`SELECT number FROM document_number WHERE document_id = ?`, [id]);
        for (let page = 1; page <= 1 + (i % 4); page += 1) {
          pages += 1;
          const text = `${texts.next().value ?? ''}${pages % 100 === 0 ? ` ${planted}` : ''}`;
          transaction.run(`INSERT INTO document_page (docid, document_id, page, origin, text, signs, language, read_utc) VALUES (?, ?, ?, 'file', ?, '', '', '2026-01-01T00:00:00.000Z')`, [number * 2 ** 20 + page, id, page, text]);
          // As the program does it: a number beyond 32 bits that is bound to an index of words is none it takes.
          transaction.run(`INSERT INTO page_index (docid, text, signs) SELECT docid, text, signs FROM document_page WHERE docid = ?`, [number * 2 ** 20 + page]);
        }
      }
    });
  }
  return pages;
}

const dayOf = (i: number): string => `20${10 + (i % 13)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;

function* pageTexts(): Generator<string> {
  for (;;) for (const batch of messageBatches(5000, 13)) yield batch.map(({ text }) => withRareWords(text)).join(' ');
}

/** Conversations that lie in the same years, one message in twenty with a file that was left out; the first is with somebody she knows. */
async function bringIn(ask: MadeCase['ask'], folder: string, count: number, conversations: number, people: readonly string[]): Promise<void> {
  const source = join(folder, 'chats.zip');
  await writeFile(source, 'conversations');
  const { importId, seals } = await ask<{ importId: string; seals: unknown }>('imports.begin', { taskId: '0'.repeat(32), path: source, name: 'chats.zip', isFolder: false, files: ['chats.zip'], dateOrder: 'dmy', columns: null, conversations: null, mail: null, locations: false });
  const each = Math.ceil(count / conversations);
  const batches = messageBatches(count, 1000);
  for (let number = 0; number < conversations; number += 1) {
    const key = `chat ${number}`;
    await ask('imports.addParts', { importId, parts: [{ part: 'conversation', key, kind: 'whatsapp', title: `Chat ${number}`, service: 'WhatsApp', participants: [], dateOrder: 'dmy' }] });
    for (let at = 0; at < each; at += 1000) {
      const batch = (batches.next().value ?? []);
      const messages = batch.map((message, i): NeutralMessage => {
        const time = new Date(Date.UTC(2014, 0, 1) + ((at + i) * conversations + number) * 600_000).toISOString().slice(0, 19);
        const text = withRareWords(message.text) + (message.sourceLine % 1000 === 0 ? ` ${planted}` : '');
        return { ...message, at: time, atAsWritten: time, text, attachments: i % 20 === 0 ? [{ name: 'IMG.jpg', file: '', absent: 'left-out' }] : [] };
      });
      if (messages.length > 0) await ask('imports.addParts', { importId, parts: [{ part: 'messages', key, file: 0, entryName: '', messages }] });
    }
  }
  const { conversations: brought } = await ask<{ conversations: Conversation[] }>('imports.commit', { importId, read: seals, mayBeTruncated: [] });
  const [first] = brought;
  if (first !== undefined) await ask('conversations.amend', { id: first.id, title: first.title, participants: first.participants.map((person) => (person.name === 'Craig' ? { ...person, personId: people[0] } : person)) });
}
