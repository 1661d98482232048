import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReadingStepName } from '../../../shared/model/document-reading';
import { openStore } from '../store/open-store';
import type { Row } from '../store/store';
import { added, imported, message, readAs, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const all: ReadingStepName[] = ['facts', 'words', 'ocr'];
const next = (steps = all, first: { documentId: string; step: ReadingStepName } | null = null) => vault.askShell('readings.next', { steps, first });
const page = (number: number, text: string) => ({ page: number, origin: 'file' as const, text, boxes: null, language: '', confidence: null });
const noteFacts = (id: string, mediaType: string, form: 'text' | 'image' | 'pdf' | 'video') => vault.askShell('documents.noteFacts', { id, mediaType, form, picture: null, details: {} });
const totalOf = async (text: string): Promise<number> => (await vault.ask('search.find', { text, offset: 0, limit: 10 })).total;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the database holds, read behind the record's back. */
async function rows(sql: string): Promise<Row[]> {
  await vault.askShell('open.close', {});
  const { store } = await openStore({ folder: vault.folder, key: new Uint8Array(32).fill(1), mark: null });
  const found = store.all(sql);
  await store.close();
  await vault.reopen();
  return found;
}

test('every kept document waits to be read, wherever it came from: facts first, then what its kind needs', async () => {
  const letter = await added(vault, 'letter.txt', bytesOf('a letter'));
  const photo = await added(vault, 'photo.jpg', bytesOf('a photo'));
  const film = await added(vault, 'film.mp4', bytesOf('a film'));
  expect((await next()).counts).toEqual({ facts: 3, words: 0, ocr: 0 });
  for (const id of [letter, photo, film]) {
    expect((await next()).reading).toMatchObject({ documentId: id, step: 'facts', place: 0 });
    await noteFacts(id, id === letter ? 'text/plain; charset=utf-8' : id === photo ? 'image/jpeg' : 'video/mp4', id === letter ? 'text' : id === photo ? 'image' : 'video');
  }
  expect(await next()).toMatchObject({ reading: { documentId: letter, step: 'words', mediaType: 'text/plain; charset=utf-8' }, counts: { facts: 0, words: 1, ocr: 1 } });
  // A step that nobody here can do is not counted as waiting.
  expect(await next(['facts'])).toMatchObject({ reading: null, counts: { facts: 0, words: 0, ocr: 0 } });
  expect((await next(all, { documentId: photo, step: 'ocr' })).reading).toMatchObject({ documentId: photo, step: 'ocr' });
});

test('of documents that are named, those of which it is not known yet what they are, without counting a try', async () => {
  const [first, second, third] = [await added(vault, 'a.jpg', bytesOf('one')), await added(vault, 'b.jpg', bytesOf('two')), await added(vault, 'c.jpg', bytesOf('three'))];
  await noteFacts(first, 'image/jpeg', 'image');
  const waiting = async (...documentIds: string[]) => (await vault.askShell('readings.factsWaiting', { documentIds })).readings;
  for (let time = 0; time < 6; time += 1) expect(await waiting(third, first, second)).toMatchObject([{ documentId: second, step: 'facts', originalName: 'b.jpg', sizeBytes: 3 }, { documentId: third }]);
  expect([await waiting(first), await waiting()]).toEqual([[], []]);
  await vault.ask('documents.erase', { id: third, reason: 'twice' });
  expect(await waiting(third)).toEqual([]);
  expect((await next()).reading).toMatchObject({ documentId: second, step: 'facts' });
});

test('the file of a conversation is found by its messages, not by its own words', async () => {
  await imported(vault, [message(1, 'by the stairs')], 'chat.txt');
  expect((await next()).reading).toBeNull();
});

test('words come page by page, are found and shown, and go on where they were cut short', async () => {
  const id = await added(vault, 'long.pdf', bytesOf('%PDF'));
  await noteFacts(id, 'application/pdf', 'pdf');
  const taken = { documentId: id, step: 'words' as const, total: 5 };
  await vault.askShell('readings.takePages', { ...taken, isFirst: true, pages: [page(1, 'The gate\u0000 stood open'), page(2, '  ')], place: 2 });
  await vault.reopen();
  expect((await next()).reading).toMatchObject({ documentId: id, step: 'words', place: 2, total: 5 });
  await vault.askShell('readings.takePages', { ...taken, isFirst: false, pages: [page(3, '警察 came'), page(5, 'Zażółć')], place: 5 });
  await vault.askShell('readings.end', { documentId: id, step: 'words', state: 'done', why: '', ocrToo: true, details: { paper: { kind: 'pdf', pageCount: 5, pagesWithoutWords: [2, 4], wasLocked: false, charset: '', claims: [], findings: [] } } });
  expect(await Promise.all(['gate', 'stood', '警察', 'zazołc', 'nothere'].map(totalOf))).toEqual([1, 1, 1, 1, 0]);
  const { hits } = await vault.ask('search.find', { text: 'gate', offset: 0, limit: 5 });
  expect(hits[0]).toMatchObject({ subject: 'page', page: 1, id, snippet: expect.stringMatching(/^The gate +stood open/) as string });
  const shown = await vault.ask('documents.pages', { id, fromPage: 2, limit: 1 });
  expect(shown).toMatchObject({ more: true, pages: [{ page: 3, origin: 'file', text: '警察 came', machineText: null }] });
  const { readings, pagesWithWords, details } = await vault.ask('documents.contents', { id });
  expect(readings.map(({ step, state, place }) => [step, state, place])).toEqual([['facts', 'done', 0], ['words', 'done', 5], ['ocr', 'waiting', 0]]);
  expect([pagesWithWords, details.paper?.pagesWithoutWords]).toEqual([3, [2, 4]]);
});

test('read again, the pages of before are gone; those a machine read stay', async () => {
  const id = await added(vault, 'a.txt', bytesOf('one'));
  await readAs(vault, id, 'first reading', 'second page');
  await vault.askShell('readings.takePages', { documentId: id, step: 'words', isFirst: false, pages: [{ ...page(3, 'machine words'), origin: 'ocr', confidence: 80, language: 'eng' }], place: 3, total: 3 });
  await vault.askShell('readings.again', { documentId: id, step: 'words' });
  expect((await next()).reading).toMatchObject({ documentId: id, step: 'words', place: 0 });
  await readAs(vault, id, 'other');
  expect(await Promise.all(['reading', 'second', 'machine', 'other'].map(totalOf))).toEqual([0, 0, 1, 1]);
});

test('what brings the reader down is given up after five times; a stop for her sake and a page that came do not count', async () => {
  const id = await added(vault, 'bad.txt', bytesOf('one'));
  for (let i = 0; i < 9; i++) {
    expect((await next()).reading?.documentId).toBe(id);
    await vault.askShell('readings.putBack', { documentId: id, step: 'facts' });
  }
  for (let i = 0; i < 5; i++) expect((await next()).reading?.documentId).toBe(id);
  expect(await next()).toMatchObject({ reading: null, failed: 1 });
  expect((await vault.ask('documents.contents', { id })).readings).toMatchObject([{ state: 'failed', why: 'broke' }]);
  await vault.askShell('readings.again', { documentId: id, step: 'facts' });
  expect((await next()).reading?.documentId).toBe(id);
});

test('what is erased leaves nothing of its words, its details, or what was to be read; what is read of it afterwards is dropped', async () => {
  const kept = await added(vault, 'kept.txt', bytesOf('kept'));
  const id = await added(vault, 'gone.txt', bytesOf('gone'));
  await readAs(vault, kept, 'the heron');
  await readAs(vault, id, 'the kingfisher', 'and the heron');
  await vault.askShell('readings.end', { documentId: id, step: 'words', state: 'done', why: '', ocrToo: false, details: { paper: { kind: 'text', pageCount: null, pagesWithoutWords: [], wasLocked: false, charset: 'utf-8', claims: [{ name: 'author', text: 'secret kingfisher', place: '' }], findings: [] } } });
  await vault.ask('documents.erase', { id, reason: 'wrong file' });
  await vault.askShell('readings.takePages', { documentId: id, step: 'words', isFirst: true, pages: [page(1, 'kingfisher again')], place: 1, total: 1 });
  await vault.askShell('readings.end', { documentId: id, step: 'words', state: 'done', why: '', ocrToo: true, details: { paper: undefined } });
  expect(await Promise.all(['kingfisher', 'heron'].map(totalOf))).toEqual([0, 1]);
  expect(await rows(`SELECT * FROM document_page WHERE document_id = '${id}'`)).toEqual([]);
  expect(await rows(`SELECT * FROM document_reading WHERE document_id = '${id}'`)).toEqual([]);
  expect(await rows(`SELECT details FROM document WHERE id = '${id}'`)).toEqual([{ details: null }]);
  // Not in the index's own lists either: they hold words in order.
  const lists = await rows(`SELECT hex(block) AS h FROM page_index_segments UNION SELECT hex(root) AS h FROM page_index_segdir`);
  expect(lists.some(({ h }) => String(h).includes(Buffer.from('heron').toString('hex').toUpperCase()))).toBe(true);
  expect(lists.some(({ h }) => String(h).includes(Buffer.from('kingfisher').toString('hex').toUpperCase()))).toBe(false);
  await expect(vault.askShell('readings.again', { documentId: id, step: 'words' })).rejects.toMatchObject(refused('erased'));
});
