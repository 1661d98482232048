import { expect, test } from 'vitest';
import type { Document } from '../../../shared/model/document';
import type { DocumentPage } from '../../../shared/model/document-page';
import { exhibitRedactions } from './exhibit-redactions';
import { onPagesThatGo, wordsRead } from './words-read';

const documentId = 'd'.repeat(32);
const text = 'Call 14 Harbour Road today';
const box = (start: number, end: number, left: number) => ({ start, end, left, top: 0.2, width: 0.1, height: 0.03 });
const page: DocumentPage = { documentId, page: 2, origin: 'ocr', text, machineText: null, boxes: [box(0, 4, 0.1), box(5, 7, 0.25), box(8, 15, 0.4), box(16, 20, 0.55), box(21, 26, 0.7)], language: 'eng', confidence: 90, readUtc: '2026-05-03T20:04:11.250Z', correctedUtc: null };
const read = async (pages: readonly DocumentPage[], redaction: Parameters<typeof exhibitRedactions>[0]['redaction'] = null) => {
  const found = await wordsRead({ id: documentId } as Document, { source: { pagesRead: async () => pages }, redactions: exhibitRedactions({ redaction, foundRedactions: [] }) });
  return [...found].map(([number, words]) => [number, words.map((word) => word.text).join(' ')]);
};
const listed = { listId: 'a'.repeat(32), name: '', words: [], areas: [] };

test('words stand where the machine read them, on their pages', async () => {
  expect(await read([page])).toEqual([[2, text]]);
  expect(await read([{ ...page, origin: 'file' }])).toEqual([]);
});

test('what she put right has no place on the page: the words as read are laid', async () => {
  expect(await read([{ ...page, text: 'Call 14 Harbour Rd today', machineText: text }])).toEqual([[2, text]]);
});

test('nothing is laid of words that are taken out, nor of what lies under black', async () => {
  expect(await read([page], { ...listed, words: [{ words: 'Harbour Road', reason: 'address', isWholeWord: false }] } as never)).toEqual([[2, 'Call 14 today']]);
  expect(await read([page], { ...listed, areas: [{ documentId, page: 2, left: 0.68, top: 0.19, width: 0.2, height: 0.05, reason: 'address' }] } as never)).toEqual([[2, 'Call 14 Harbour Road']]);
  expect(await read([page], { ...listed, areas: [{ documentId, page: 1, left: 0, top: 0, width: 1, height: 1, reason: 'address' }] } as never)).toEqual([[2, text]]);
});

test('of an extract, words lie on the pages that are left, and none of the others are among them', () => {
  const word = (text: string) => [{ text, left: 0, top: 0, width: 0.1, height: 0.1 }];
  const read = new Map([[2, word('two')], [4, word('four')], [7, word('seven')]]);
  expect(onPagesThatGo(read, [4, 5, 7]).map(([page, [first]]) => [page, first?.text])).toEqual([[1, 'four'], [3, 'seven']]);
  expect(onPagesThatGo(read, null).map(([page]) => page)).toEqual([2, 4, 7]);
});
