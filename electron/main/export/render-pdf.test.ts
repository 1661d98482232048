import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nothingLeftOut, nothingTakenOut, wholeFile, type AssemblerAnswer, type AssemblerRequest, type PagesWanted } from '../../../shared/assemble-protocol';
import { sayDamage } from '../../../shared/layouts/say-damage';
import { Refusal } from '../../../shared/contract/errors';
import { beginPdf, type RenderPdfWith } from './render-pdf';
import type { DrawnPages } from '../sandboxed/page-pictures';

/** Answers of the assembler, as its own tests show it to give them; pages are really drawn in the `export` proof. */
function assembler(answers: Partial<Record<string, AssemblerAnswer>>, drawPages: () => Promise<DrawnPages | null>, asked: AssemblerRequest[] = [], wanted: PagesWanted = wholeFile): RenderPdfWith {
  const ask = async (request: AssemblerRequest) => {
    asked.push(request);
    return answers[request.ask === 'add-exhibit' ? `${request.ask} ${request.shortToo ? 'short too' : 'whole'}` : request.ask]!;
  };
  return { assembler: { ask } as RenderPdfWith['assembler'], draw: () => ({ take: drawPages }), redact: nothingTakenOut, wanted };
}
const renderPdf = async (...given: Parameters<typeof beginPdf>) => (await beginPdf(...given)).finish();
const jpeg = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../assets/sample-case/files/IMG_20210913_074112.jpg')));
const drawn = (pages: number, notDrawn: number[]) => async () => ({ pages: Array.from({ length: pages }, () => ({ jpeg, widthPt: 595, heightPt: 842 })), notDrawn });
const never = () => Promise.reject(new Error('drawn without need'));
const pages = (pageCount: number, lostPages = 0): AssemblerAnswer => ({ gave: 'pages', pageCount, places: [], damage: lostPages === 0 ? null : { how: 'repaired', lostPages, lostNumbers: [], partlyRead: [], facesLost: [] }, redactedPages: 0, leftOut: nothingLeftOut, filePages: pageCount + lostPages });

test('a sound file, and one locked with a password, are not drawn', async () => {
  expect(await renderPdf('a', jpeg, assembler({ 'add-exhibit whole': pages(2) }, never))).toEqual({ kind: 'pages', pageCount: 2, damage: null, redactedPages: 0, leftOut: nothingLeftOut, filePages: 2 });
  expect(await renderPdf('a', jpeg, assembler({ 'add-exhibit whole': { gave: 'refused', reason: 'locked-with-password' } }, never))).toEqual({ kind: 'missing', reason: 'locked-with-password' });
});

test('a file that is given up is drawn, and what could not be is named', async () => {
  const answers = { 'add-exhibit whole': { gave: 'refused', reason: 'damaged' } as const, 'add-drawn': pages(3) };
  const rendition = await renderPdf('a', jpeg, assembler(answers, drawn(3, [2, 5, 6, 7])));
  expect(rendition).toEqual({ kind: 'pages', pageCount: 3, damage: { how: 'pictures', lostPages: 4, lostNumbers: [2, 5, 6, 7], partlyRead: [], facesLost: [] }, redactedPages: 0, leftOut: nothingLeftOut, filePages: 7 });
  expect(sayDamage((rendition as { damage: Parameters<typeof sayDamage>[0] }).damage)).toContain('pages 2 and 5 to 7 of the file');
  expect(await renderPdf('a', jpeg, assembler(answers, async () => null))).toEqual({ kind: 'missing', reason: 'damaged' });
});

test('of a file with lost pages, the way that gives most of them is taken, and words before pictures', async () => {
  const answers = { 'add-exhibit whole': { gave: 'short', readablePages: 2, claimedPages: 3 } as const, 'add-exhibit short too': pages(2, 1), 'add-drawn': pages(3) };
  expect(await renderPdf('a', jpeg, assembler(answers, drawn(3, [])))).toMatchObject({ pageCount: 3, damage: { how: 'pictures', lostPages: 0 } });
  const asked: AssemblerRequest[] = [];
  expect(await renderPdf('a', jpeg, assembler(answers, drawn(2, [2]), asked))).toMatchObject({ pageCount: 2, damage: { how: 'repaired', lostPages: 1 }, filePages: null });
  expect(asked.map(({ ask }) => ask)).toEqual(['add-exhibit', 'add-exhibit']);
});

test('of a file that is drawn, the pages go that she chose, by the file’s own numbers, and no others', async () => {
  const answers = { 'add-exhibit whole': { gave: 'refused', reason: 'damaged' } as const, 'add-drawn': pages(2) };
  const wanted: PagesWanted = { extract: { ranges: [{ from: 3, to: 5 }], of: 7 }, turns: [{ page: 4, quarters: 1 }, { page: 6, quarters: 2 }] };
  const asked: AssemblerRequest[] = [];
  // Pages 2 and 5 of seven could not be drawn.
  const numbered = async () => ({ pages: [1, 3, 4, 6, 7].map((widthPt) => ({ jpeg, widthPt, heightPt: 842 })), notDrawn: [2, 5] });
  expect(await renderPdf('a', jpeg, assembler(answers, numbered, asked, wanted))).toMatchObject({ kind: 'pages', pageCount: 2, damage: { how: 'pictures', lostPages: 1, lostNumbers: [5] }, filePages: 7 });
  const added = asked.find(({ ask }) => ask === 'add-drawn') as Extract<AssemblerRequest, { ask: 'add-drawn' }>;
  expect([added.pages.map(({ widthPt }) => widthPt), added.turns]).toEqual([[3, 4], [{ page: 2, quarters: 1 }]]);
  // She chose from another number of pages than pdf.js finds.
  expect(await renderPdf('a', jpeg, assembler(answers, drawn(3, [2]), [], wanted))).toEqual({ kind: 'missing', reason: 'cannot-extract' });
});

test('what can be read, and not parted with certainty, is not drawn', async () => {
  expect(await renderPdf('a', jpeg, assembler({ 'add-exhibit whole': { gave: 'refused', reason: 'cannot-extract' } }, never))).toEqual({ kind: 'missing', reason: 'cannot-extract' });
});

test('stopping while pages are drawn stops it all', async () => {
  await expect(renderPdf('a', jpeg, assembler({ 'add-exhibit whole': { gave: 'refused', reason: 'damaged' } }, () => Promise.reject(new Refusal('cancelled'))))).rejects.toMatchObject({ code: 'cancelled' });
});
