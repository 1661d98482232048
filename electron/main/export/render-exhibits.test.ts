import { expect, test, vi } from 'vitest';
import type { Document } from '../../../shared/model/document';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import type { PictureQuestion } from '../../../shared/picture-protocol';
import type { PictureWindow } from '../sandboxed/picture-window';
import { exhibitRedactions } from './exhibit-redactions';
import { beginDrawn, type Rendered, type RenderWith } from './render-exhibits';

// Windows are Electron's; here nothing is drawn by them.
vi.mock('electron', () => ({}));

const id = 'd'.repeat(32);
const document = (mediaType: string) => ({ id, status: 'kept', form: 'image', mediaType, sizeBytes: 3, originalName: 'scan.tif', title: '' }) as unknown as Document;
const exhibit = (mediaType: string, inCopy?: PlannedExhibit['inCopy']): PlannedExhibit => ({ mark: 'TM1', citedBy: [], thing: { kind: 'document', document: document(mediaType), holdsPosition: false }, ...(inCopy === undefined ? {} : { inCopy }) });
const word = { start: 0, end: 5, left: 0.1, top: 0.1, width: 0.2, height: 0.05 };

/** A picture of six pages, of which `cannot` cannot be drawn; page 4 has a word on it. */
function picture(asked: PictureQuestion[], cannot = 0): RenderWith {
  const drawn = async (question: PictureQuestion) => {
    asked.push(question);
    return question.page === cannot || question.page > 6 ? null : { drew: true as const, jpeg: new Uint8Array([question.page]), widthPx: 100, heightPx: 200, pageCount: 6 };
  };
  return {
    source: { bytes: async () => new Uint8Array(3), pagesRead: async () => [{ documentId: id, page: 4, origin: 'ocr', text: 'Hello', machineText: null, boxes: [word], language: 'eng', confidence: 90, readUtc: '', correctedUtc: null }] } as unknown as RenderWith['source'],
    drawing: { begin: (_at, work) => { const made = work({ draw: drawn } as unknown as PictureWindow); return { take: () => made }; } }, counter: { count: async () => null }, assembler: {} as RenderWith['assembler'], files: {} as RenderWith['files'],
    redactions: exhibitRedactions({ redaction: { listId: id, words: [], areas: [{ documentId: id, page: 4, left: 0, top: 0, width: 0.1, height: 0.05, reason: 'child' }], notRead: [] }, foundRedactions: [] }), signal: new AbortController().signal,
  };
}

const renderExhibit = async (one: PlannedExhibit, by: RenderWith): Promise<Rendered> => beginDrawn(one, 0, by).finish();
const extract = { ranges: [{ from: 4, to: 4 }, { from: 6, to: 6 }], of: 6 };

test('of a picture with many pages those are drawn that go, turned, blacked out and with their words by the file’s own numbers', async () => {
  const asked: PictureQuestion[] = [];
  const { rendition, read, jpegs } = await renderExhibit(exhibit('image/tiff', { title: '', extract, turns: [{ page: 4, quarters: 3 }, { page: 5, quarters: 1 }] }), picture(asked));
  expect(asked.map(({ page, turned, black }) => [page, turned, black.length])).toEqual([[4, 3, 1], [6, 0, 0]]);
  expect(rendition).toMatchObject({ kind: 'picture', pageCount: 6, isRedacted: true });
  expect([...jpegs.values()].map(([page]) => page)).toEqual([4, 6]);
  expect(read).toMatchObject([{ on: { turned: 3 }, words: [{ text: 'Hello' }] }]);
});

test('where one of them cannot be drawn, or the file has other pages than she chose from, none goes', async () => {
  expect((await renderExhibit(exhibit('image/tiff', { title: '', extract, turns: [] }), picture([], 6))).rendition).toEqual({ kind: 'missing', reason: 'cannot-extract' });
  expect((await renderExhibit(exhibit('image/tiff', { title: '', extract: { ...extract, of: 7 }, turns: [] }), picture([]))).rendition).toEqual({ kind: 'missing', reason: 'cannot-extract' });
});

test('with nothing said all pages are drawn as they are, and of a photograph the one there is', async () => {
  const asked: PictureQuestion[] = [];
  expect((await renderExhibit(exhibit('image/tiff'), picture(asked))).rendition).toMatchObject({ kind: 'picture', pageCount: 6 });
  expect(asked.map(({ page, turned }) => [page, turned])).toEqual([1, 2, 3, 4, 5, 6].map((page) => [page, 0]));
  const photograph: PictureQuestion[] = [];
  expect((await renderExhibit(exhibit('image/jpeg', { title: '', extract: null, turns: [{ page: 1, quarters: 2 }] }), picture(photograph))).rendition).toMatchObject({ kind: 'picture', pageCount: 1 });
  expect(photograph.map(({ page, turned }) => [page, turned])).toEqual([[1, 2]]);
});

test('the words of all its pages are asked for once', async () => {
  const by = picture([]);
  const pagesRead = vi.fn(by.source.pagesRead);
  const { read } = await renderExhibit(exhibit('image/tiff'), { ...by, source: { ...by.source, pagesRead } });
  expect(pagesRead).toHaveBeenCalledTimes(1);
  expect(read).toMatchObject([{ words: [{ text: 'Hello' }] }]);
});
