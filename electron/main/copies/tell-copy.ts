import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { mostSlips, nearlyCodesIn } from '../../../shared/copies/copy-code';
import type { CopySign, CopyTold, KnownBy } from '../../../shared/copies/copy-told';
import { surenessOf } from '../../../shared/copies/spacing-found';
import type { MarksRead } from '../../../shared/assemble-protocol';
import { Refusal } from '../../../shared/contract/errors';
import type { CopyTraits } from '../../../shared/model/copy';
import { slipsBetween } from '../../../shared/sweep/edit-distance';
import { programFiles } from '../hosts/program-files';
import { ocrData } from '../ocr/ocr-data';
import { PictureWindow } from '../sandboxed/picture-window';
import type { ShellServices } from '../shell-services';
import { PictureReading } from '../sweep/read-pictures';
import type { RunningTask } from '../work/tasks';
import { withAssembler } from './make-copy';

const mostBytes = 1024 * 1024 * 1024;
/** Of a long file the first pages are looked at, and of scans fewer are read: each costs some seconds. */
const mostPages = 40;
const mostRead = 8;
/** As large as a canvas takes at once: a scan of A4 at 600 dots to the inch. */
const mostSidePx = 7100;
const pieceBytes = 4 * 1024 * 1024;

const bySureness: readonly KnownBy[] = ['exact-file', 'file-data', 'foot-text', 'foot-read', 'spacing', 'foot-almost', 'spacing-perhaps'];

/**
 * Whose copy a file is: a file as it was saved, one saved anew or taken apart, a page of it, or a picture of a page. It is opened in key-less processes and sandboxed windows, and nothing is kept of it.
 * Refuses `too-large`, `not-understood`, `file-gone`, `file-unreadable`, `cannot-print`, `cancelled`.
 */
export async function tellCopy({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, source: { path: string; name: string }): Promise<CopyTold> {
  const { copies } = await vault.ask('copies.traits', {});
  const bytes = await bytesOf(source.path, task.signal);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const exact = copies.filter(({ files }) => files.some((file) => file.sha256 === sha256));
  const told: CopyTold = { name: source.name, signs: exact.map(({ id }) => sign(id, 'exact-file', [])), unknownCodes: [], pagesLooked: 0, pageCount: 0, isLocked: false, isReadByMachine: false };
  // A ZIP or a table that is none of them byte for byte has no mark.
  const form = formOf(bytes);
  if (exact.length > 0 || form === null) {
    if (exact.length === 0) throw new Refusal('not-understood');
    return told;
  }
  const drawn = form === 'application/pdf' ? null : await drawnPage(bytes, form, task.signal);
  const marks = await readMarks(task, drawn ?? bytes, copies);
  const read = await readPictures(task, marks, drawn, bytes);
  return { ...told, ...signsIn(marks, read, copies), pagesLooked: marks.pages.length, pageCount: marks.pageCount, isLocked: marks.isLocked, isReadByMachine: read.size > 0 };
}

async function bytesOf(file: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => { throw new Refusal(error.code === 'ENOENT' ? 'file-gone' : 'file-unreadable'); });
  try {
    const { size } = await handle.stat();
    if (size > mostBytes) throw new Refusal('too-large');
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; ) {
      if (signal.aborted) throw new Refusal('cancelled');
      const { bytesRead } = await handle.read(bytes, at, Math.min(pieceBytes, size - at), at);
      if (bytesRead === 0) throw new Refusal('file-changed');
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

/** By its first bytes; null of what is neither PDF nor picture. */
function formOf(bytes: Uint8Array): string | null {
  const begin = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const forms: readonly (readonly [RegExp, string])[] = [
    [/^\xff\xd8\xff/, 'image/jpeg'], [/^\x89PNG/, 'image/png'], [/^GIF8/, 'image/gif'], [/^BM/, 'image/bmp'], [/^RIFF[\s\S]{4}WEBP/, 'image/webp'], [/^(II\*\0|MM\0\*)/, 'image/tiff'], [/^[\s\S]{4}ftyp(hei|hev|mif)/, 'image/heic'],
    [/^[\s\S]{4}ftypavif/, 'image/avif'], [/%PDF-/, 'application/pdf'],
  ];
  return forms.find(([says]) => says.test(begin))?.[1] ?? null;
}

async function drawnPage(bytes: Uint8Array<ArrayBuffer>, mediaType: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const pictures = new PictureWindow(programFiles);
  try {
    const drawn = await pictures.draw({ bytes: Uint8Array.from(bytes), mediaType, page: 1, mostWidthPx: mostSidePx, mostHeightPx: mostSidePx, black: [] }, signal);
    if (drawn === null) throw new Refusal('not-understood');
    return Uint8Array.from(drawn.jpeg);
  } finally {
    await pictures.close();
  }
}

async function readMarks(task: RunningTask, bytes: Uint8Array<ArrayBuffer>, copies: readonly CopyTraits[]): Promise<MarksRead> {
  task.progress('reading', 0, 0, 'pages');
  const pdfiumWasm = Uint8Array.from(await readFile(path.join(programFiles.assets, 'pdfium.wasm')));
  return (await withAssembler(task, (assembler) => assembler.ask({ ask: 'read-marks', bytes, pdfiumWasm, mostPages, copies: copies.map(({ id, code, lines }) => ({ id, code, lines })) }, 'marks'))).marks;
}

/** Codes that a machine read off pages that are pictures, by page. */
async function readPictures(task: RunningTask, { pages }: MarksRead, drawn: Uint8Array | null, bytes: Uint8Array): Promise<Map<number, string[]>> {
  const codes = new Map<number, string[]>();
  const wanted = pages.filter(({ isPicture }) => isPicture).slice(0, mostRead).map(({ page }) => page);
  if (wanted.length === 0) return codes;
  const reading = new PictureReading(programFiles, () => ocrData(programFiles.ocrData));
  try {
    const of = drawn === null ? { mediaType: 'application/pdf', pages: wanted } : { mediaType: 'image/jpeg', pages: null };
    for await (const { place, text } of reading.read({ place: { file: ['page'], where: 'page-picture', name: '', page: null }, ...of }, drawn ?? bytes, task.signal)) {
      codes.set(place.page ?? 1, text === null ? [] : nearlyCodesIn(text));
      task.progress('reading-pictures', codes.size, wanted.length, 'pages');
    }
  } finally {
    await reading.close();
  }
  return codes;
}

/** Every sign of every copy, surest first; of a copy the same sign once, with all its pages. */
export function signsIn(marks: MarksRead, read: ReadonlyMap<number, readonly string[]>, copies: readonly Pick<CopyTraits, 'id' | 'code'>[]): Pick<CopyTold, 'signs' | 'unknownCodes'> {
  const signs = new Map<string, CopySign>();
  const unknown = new Set<string>();
  const note = (copyId: string, by: KnownBy, page: number | null): void => {
    const key = `${copyId} ${by}`;
    const known = signs.get(key) ?? sign(copyId, by, []);
    signs.set(key, { ...known, pages: page === null || known.pages.includes(page) ? known.pages : [...known.pages, page] });
  };
  const look = (code: string, by: KnownBy, page: number | null): boolean => {
    const copy = copies.find((one) => one.code === code);
    if (copy !== undefined) note(copy.id, by, page);
    return copy !== undefined;
  };
  for (const code of marks.inData) if (!look(code, 'file-data', null)) unknown.add(code);
  for (const { page, inData, inText } of marks.pages) {
    for (const code of inData) if (!look(code, 'file-data', page)) unknown.add(code);
    // Seal codes and telephone numbers look alike: only a code that is one of hers says something.
    for (const code of inText) look(code, 'foot-text', page);
  }
  for (const [page, codes] of read) {
    for (const code of codes) {
      if (look(code, 'foot-read', page)) continue;
      const near = copies.filter((one) => slipsBetween(one.code, code, mostSlips) <= mostSlips);
      if (near.length === 1) note(near[0]?.id ?? '', 'foot-almost', page);
    }
  }
  const by = surenessOf(marks.spacing, copies.length);
  const [best, next] = marks.spacing;
  if (by !== null && best !== undefined) signs.set(`${best.copyId} ${by}`, { ...sign(best.copyId, by, best.pages), lines: { agreed: best.agreed, of: best.of, nextBest: next?.agreed ?? null } });
  return { signs: [...signs.values()].sort((a, b) => bySureness.indexOf(a.by) - bySureness.indexOf(b.by)), unknownCodes: [...unknown] };
}

function sign(copyId: string, by: KnownBy, pages: number[]): CopySign {
  return { copyId, by, pages, lines: null };
}
