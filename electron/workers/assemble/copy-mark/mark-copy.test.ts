import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { CopyMark } from '../../../../shared/assemble-protocol';
import { surenessOf } from '../../../../shared/copies/spacing-found';
import { degrees, PDFDocument, PDFName } from '../pdf-library';
import { protectDocument } from '../protect-document';
import { complaints, textByPage, withFile } from '../testing/reading';
import { markCopy } from './mark-copy';
import { readMarks } from './read-marks';

const modules = join(import.meta.dirname, '../../../../node_modules');
const pdfiumWasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const stampFont = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const codes = ['K7TF-3M4X', 'ACDE-3467', 'GHJK-9MNP', 'RTWX-Y346'] as const;
const given = { stampFont, pdfiumWasm };
const printed = [{ from: 0, to: 3 }];
const markOf = (code: string): CopyMark => ({ code, foot: `Copy 3 for Harriet Lowe, Lowe & Finch · ${code}`, footBare: `Copy 3 · ${code}`, printed });

/** Pages as Chromium sets them: in dots of three quarters of a point from the top, each line with a text matrix of its own; the last is an exhibit's own. */
async function pages(): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Times-Roman', Encoding: 'WinAnsiEncoding' }));
  for (let number = 0; number < 4; number++) {
    const page = document.addPage([595.28, 841.89]);
    page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
    let content = '.75 0 0 -.75 0 841.89 cm\nq\n';
    for (let line = 0, y = 110 + number * 7; y < 990; line++, y += line % 9 === 0 ? 40 : line % 3 === 0 ? 22 : 23) content += `BT\n/F1 16 Tf\n1 0 0 -1 76 ${y} Tm\n(Line ${line} of page ${number + 1}: he stood at the gate again \\(as before\\) and did not go, I wrote it down) Tj\nET\n`;
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(`${content}Q\n`)));
  }
  document.setLanguage('en-GB');
  document.setTitle('Chronology of Ellis');
  return document.save();
}

let plain: Uint8Array;
let marked: Awaited<ReturnType<typeof markCopy>>;
const copies = () => codes.map((code, index) => ({ id: String(index).repeat(32), code, lines: marked.lines }));
beforeAll(async () => {
  plain = await pages();
  marked = await markCopy(plain, markOf(codes[0]), given);
});

it('says on every page whose copy it is, in the open and in the file, and leaves the words as they were', async () => {
  expect(complaints(marked.bytes)).toBe('');
  const before = textByPage(plain);
  for (const [index, text] of textByPage(marked.bytes).entries()) {
    expect(text).toContain(`Copy 3 for Harriet Lowe, Lowe & Finch · ${codes[0]}`);
    expect(text.replace(/Copy 3 for.*/, '').trim()).toBe(before[index]?.trim());
  }
  const marks = await readMarks(marked.bytes, 40, pdfiumWasm, copies());
  expect(marks).toMatchObject({ pageCount: 4, isLocked: false, inData: [codes[0]] });
  for (const page of marks.pages) expect(page).toMatchObject({ inData: [codes[0]], inText: [codes[0]], isPicture: false });
  expect((await markCopy(plain, markOf(codes[0]), given)).bytes).toEqual(marked.bytes);
});

it('is told by the spacing of its lines alone, once everything else is gone; an exhibit’s own page is left as it is', async () => {
  const bare = await PDFDocument.load(marked.bytes);
  const marks = await readMarks(marked.bytes, 40, pdfiumWasm, copies());
  expect(marks.spacing[0]).toMatchObject({ copyId: '0'.repeat(32), pages: [1, 2, 3] });
  expect(marks.spacing[0]?.agreed).toBe(marks.spacing[0]?.of);
  expect(surenessOf(marks.spacing, codes.length)).toBe('spacing');
  expect(surenessOf((await readMarks(plain, 40, pdfiumWasm, copies())).spacing, codes.length)).toBeNull();
  expect(marked.lines.map(({ page }) => page)).toEqual([1, 2, 3]);
  expect(bare.getPageCount()).toBe(4);
});

it('names the number alone where the face lacks a letter of the name', async () => {
  const other = await markCopy(plain, { ...markOf(codes[1]), foot: `Copy 1 for محامية · ${codes[1]}`, footBare: `Copy 1 · ${codes[1]}` }, given);
  expect(textByPage(other.bytes)[3]).toContain(`Copy 1 · ${codes[1]}`);
});

it('still says it when the file was written anew and one page taken out of it', async () => {
  const one = withFile(marked.bytes, (file) => {
    execFileSync('qpdf', ['--object-streams=disable', '--stream-data=uncompress', file, '--pages', file, '2', '--', `${file}.one`]);
    const bytes = readFileSync(`${file}.one`);
    rmSync(`${file}.one`);
    return bytes;
  });
  const marks = await readMarks(new Uint8Array(one), 40, pdfiumWasm, copies());
  expect(marks.pages).toMatchObject([{ inData: [codes[0]], inText: [codes[0]] }]);
  expect(marks.spacing[0]).toMatchObject({ copyId: '0'.repeat(32), pages: [1] });
});

it.each([[300, -1.3], [150, 0.7]])('is told from a scan at %i dots to the inch that lies askew by %f degrees', async (dotsPerInch, askew) => {
  const scan = await scanOf(marked.bytes, dotsPerInch, askew);
  const marks = await readMarks(scan, 40, pdfiumWasm, copies());
  expect(marks.pages.every(({ isPicture }) => isPicture)).toBe(true);
  const [best] = marks.spacing;
  expect(best).toMatchObject({ copyId: '0'.repeat(32), pages: [1, 2, 3] });
  expect(best!.agreed / best!.of).toBeGreaterThan(0.95);
  expect(surenessOf(marks.spacing, codes.length)).toBe('spacing');
}, 120_000);

it('says nothing of a scan of pages without a mark', async () => {
  const unmarked = await readMarks(await scanOf(plain, 150, 0.4), 40, pdfiumWasm, copies());
  expect(unmarked.pages).toHaveLength(3);
  expect(surenessOf(unmarked.spacing, codes.length)).toBeNull();
}, 120_000);

it('is shut with AES-256 so that nothing of it can be read without the words, and is the same with them', async () => {
  const words = 'brave copper kettle lemon orbit';
  const shut = await protectDocument(marked.bytes, words);
  withFile(shut.bytes, (file) => {
    const said = execFileSync('qpdf', ['--show-encryption', `--password=${words}`, file], { encoding: 'utf8' });
    expect(said).toMatch(/^R = 6$/m);
    expect(said).toMatch(/stream encryption method: AESv3/);
    expect(said).toMatch(/string encryption method: AESv3/);
    expect(execFileSync('qpdf', ['--check', `--password=${words}`, file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors');
    expect(() => execFileSync('qpdf', ['--check', file], { stdio: 'pipe' })).toThrow();
    expect(execFileSync('pdftotext', ['-upw', words, file, '-'], { encoding: 'utf8' })).toContain('he stood at the gate again');
    const open = `${file}.open`;
    execFileSync('qpdf', ['--decrypt', `--password=${words}`, file, open]);
    expect(textByPage(new Uint8Array(readFileSync(open)))).toEqual(textByPage(marked.bytes));
    expect(execFileSync('pdfinfo', [open], { encoding: 'utf8' })).toMatch(/^Title: +Chronology of Ellis$/m);
    expect(execFileSync('qpdf', ['--json', '--json-key=qpdf', open], { encoding: 'utf8', maxBuffer: 1e8 })).toContain('"u:en-GB"');
    rmSync(open);
  });
  const raw = Buffer.from(shut.bytes).toString('latin1');
  for (const part of ['en-GB', 'Chronology', 'Harriet', 'stood']) expect(raw).not.toContain(part);
  // Which copy it is stands in the open: whoever finds it shut can still be told.
  expect(await readMarks(shut.bytes, 40, pdfiumWasm, copies())).toMatchObject({ isLocked: true, inData: [codes[0]], pages: [] });
}, 120_000);

/** As from a scanner: grey, packed with loss, askew, and not quite where the page lay. */
async function scanOf(bytes: Uint8Array, dotsPerInch: number, askew: number): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-scan-'));
  writeFileSync(join(folder, 'a.pdf'), bytes);
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-gray', '-jpeg', '-jpegopt', 'quality=70', '-l', '3', join(folder, 'a.pdf'), join(folder, 'p')]);
  const scan = await PDFDocument.create();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jpg')).sort()) {
    const picture = await scan.embedJpg(readFileSync(join(folder, name)));
    scan.addPage([595.28, 841.89]).drawImage(picture, { x: 4, y: -3, width: 595.28 * 0.99, height: 841.89 * 0.99, rotate: degrees(askew) });
  }
  rmSync(folder, { recursive: true });
  return scan.save();
}
