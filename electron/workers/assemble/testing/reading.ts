import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Reads a PDF with other people's programs: qpdf and poppler. */
export function withFile<T>(bytes: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-pages-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, bytes);
    return work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What qpdf has to say against it; '' for nothing. */
export function complaints(bytes: Uint8Array): string {
  return withFile(bytes, (file) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`;
  });
}

/** Text by page, as pdftotext reads it. */
export function textByPage(bytes: Uint8Array): string[] {
  return withFile(bytes, (file) => execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1));
}

/** Words with their boxes on a page (in points from the upper left, as seen). */
export function wordsOn(bytes: Uint8Array, page: number): { word: string; left: number; top: number; right: number; bottom: number; pageHeight: number; pageWidth: number }[] {
  return withFile(bytes, (file) => {
    const only = ['-f', String(page), '-l', String(page), file];
    const about = execFileSync('pdfinfo', ['-box', ...only], { encoding: 'utf8' });
    const [, left0, bottom0, right0, top0] = /CropBox:\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)/.exec(about)?.map(Number) ?? [];
    const isOnSide = Number(/rot:\s+(\d+)/.exec(about)?.[1]) % 180 !== 0;
    const [across, down] = [right0! - left0!, top0! - bottom0!];
    const [pageWidth, pageHeight] = isOnSide ? [down, across] : [across, down];
    const xml = execFileSync('pdftotext', ['-bbox', '-cropbox', ...only.slice(0, 4), file, '-'], { encoding: 'utf8' });
    return [...xml.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)].map(([, left, top, right, bottom, word]) => ({ word: word ?? '', left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), pageWidth, pageHeight }));
  });
}

/** How many pixels of a page's lowest `points` as seen, at 72 dots to the inch, are not white: text that is clipped away is text to pdftotext, but nobody sees it. */
export function inkAtFoot(bytes: Uint8Array, page: number, points: number): number {
  return withFile(bytes, (file) => {
    const image = execFileSync('pdftoppm', ['-r', '72', '-gray', '-f', String(page), '-l', String(page), file], { maxBuffer: 1 << 28 });
    const [head = '', width = '0'] = /^P5\s(\d+)\s\d+\s\d+\s/.exec(image.subarray(0, 40).toString('latin1')) ?? [];
    const pixels = image.subarray(head.length);
    return pixels.subarray(pixels.length - Number(width) * points).filter((value) => value < 128).length;
  });
}

/** Every object as qpdf sees it, unpacked, as one text. */
export function unpacked(bytes: Uint8Array): string {
  return withFile(bytes, (file) => execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1 << 28 }).toString('latin1'));
}

export interface QpdfJson { pages: { object: string; outlines: unknown[] }[]; outlines: Outline[]; pagelabels: { index: number; label: Record<string, unknown> }[]; qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>] }
export interface Outline { title: string; destpageposfrom1: number; kids: Outline[] }

export function json(bytes: Uint8Array): QpdfJson {
  return withFile(bytes, (file) => JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=pages', '--json-key=outlines', '--json-key=pagelabels', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 1 << 28 })) as QpdfJson);
}
