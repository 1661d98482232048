import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nothingTakenOut, type AssemblerAnswer, type AssemblerRequest } from '../../../shared/assemble-protocol';
import { sayDamage } from '../../../shared/layouts/say-damage';
import { Refusal } from '../../../shared/contract/errors';
import { renderPdf, type RenderPdfWith } from './render-pdf';

/** Answers of the assembler, as its own tests show it to give them; pages are really drawn in the `export` proof. */
function assembler(answers: Partial<Record<string, AssemblerAnswer>>, drawPages: RenderPdfWith['drawPages'], asked: AssemblerRequest[] = []): RenderPdfWith {
  const ask = async (request: AssemblerRequest) => {
    asked.push(request);
    return answers[request.ask === 'add-exhibit' ? `${request.ask} ${request.shortToo ? 'short too' : 'whole'}` : request.ask]!;
  };
  return { assembler: { ask } as RenderPdfWith['assembler'], drawPages, files: { pagePreload: '', pdfjs: '' }, redact: nothingTakenOut, signal: new AbortController().signal };
}
const jpeg = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../assets/sample-case/files/IMG_20210913_074112.jpg')));
const drawn = (pages: number, notDrawn: number[]) => async () => ({ pages: Array.from({ length: pages }, () => ({ jpeg, widthPt: 595, heightPt: 842 })), notDrawn });
const never = () => Promise.reject(new Error('drawn without need'));
const pages = (pageCount: number, lostPages = 0): AssemblerAnswer => ({ gave: 'pages', pageCount, places: [], damage: lostPages === 0 ? null : { how: 'repaired', lostPages, lostNumbers: [], partlyRead: [] }, redactedPages: 0 });

test('a sound file, and one locked with a password, are not drawn', async () => {
  expect(await renderPdf('a', jpeg, assembler({ 'add-exhibit whole': pages(2) }, never))).toEqual({ kind: 'pages', pageCount: 2, damage: null, redactedPages: 0 });
  expect(await renderPdf('a', jpeg, assembler({ 'add-exhibit whole': { gave: 'refused', reason: 'locked-with-password' } }, never))).toEqual({ kind: 'missing', reason: 'locked-with-password' });
});

test('a file that is given up is drawn, and what could not be is named', async () => {
  const answers = { 'add-exhibit whole': { gave: 'refused', reason: 'damaged' } as const, 'add-drawn': pages(3) };
  const rendition = await renderPdf('a', jpeg, assembler(answers, drawn(3, [2, 5, 6, 7])));
  expect(rendition).toEqual({ kind: 'pages', pageCount: 3, damage: { how: 'pictures', lostPages: 4, lostNumbers: [2, 5, 6, 7], partlyRead: [] }, redactedPages: 0 });
  expect(sayDamage((rendition as { damage: Parameters<typeof sayDamage>[0] }).damage)).toContain('pages 2 and 5 to 7 of the file');
  expect(await renderPdf('a', jpeg, assembler(answers, async () => null))).toEqual({ kind: 'missing', reason: 'damaged' });
});

test('of a file with lost pages, the way that gives most of them is taken, and words before pictures', async () => {
  const answers = { 'add-exhibit whole': { gave: 'short', readablePages: 2, claimedPages: 3 } as const, 'add-exhibit short too': pages(2, 1), 'add-drawn': pages(3) };
  expect(await renderPdf('a', jpeg, assembler(answers, drawn(3, [])))).toMatchObject({ pageCount: 3, damage: { how: 'pictures', lostPages: 0 } });
  const asked: AssemblerRequest[] = [];
  expect(await renderPdf('a', jpeg, assembler(answers, drawn(2, [2]), asked))).toMatchObject({ pageCount: 2, damage: { how: 'repaired', lostPages: 1 } });
  expect(asked.map(({ ask }) => ask)).toEqual(['add-exhibit', 'add-exhibit']);
});

test('stopping while pages are drawn stops it all', async () => {
  await expect(renderPdf('a', jpeg, assembler({ 'add-exhibit whole': { gave: 'refused', reason: 'damaged' } }, () => Promise.reject(new Refusal('cancelled'))))).rejects.toMatchObject({ code: 'cancelled' });
});
