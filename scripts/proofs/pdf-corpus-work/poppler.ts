import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What independent readers say of a PDF: qpdf and poppler. Each is stopped after a minute; what it had not said by then it does not know. */
const limitMs = 60_000;
/** Enough to see a line missing, at a small fraction of the time that reading takes. */
export const dotsPerInch = 24;

function say(program: string, args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 29, timeout: limitMs });
  return { status, text: program === 'qpdf' && args[0] === '--check' ? `${stdout}${stderr}` : stdout };
}

/** Pages by qpdf and by poppler; null of the one that finds none. */
export function pagesOf(file: string): { readonly qpdf: number | null; readonly poppler: number | null } {
  const byQpdf = say('qpdf', ['--show-npages', file]);
  const byPoppler = /^Pages:\s+(\d+)/m.exec(say('pdfinfo', [file]).text)?.[1];
  const number = Number.parseInt(byQpdf.text, 10);
  return { qpdf: Number.isSafeInteger(number) && number > 0 ? number : null, poppler: byPoppler === undefined || byPoppler === '0' ? null : Number(byPoppler) };
}

/** Either finds it locked: qpdf opens some whose lock is not written as it should be. */
export const wantsPassword = (file: string): boolean => say('qpdf', ['--requires-password', file]).status === 0 || /Incorrect password/.test(spawnSync('pdfinfo', [file], { encoding: 'utf8', timeout: limitMs }).stderr);

/** What `qpdf --check` finds amiss, a line each. */
export function amiss(file: string): string[] {
  const { status, text } = say('qpdf', ['--check', file]);
  return status === 0 ? [] : text.split('\n').filter((line) => /^(?:WARNING|ERROR)/.test(line)).map((line) => line.replace(file, ''));
}

export function objectsOf(file: string): unknown {
  return JSON.parse(say('qpdf', ['--json=2', '--json-key=qpdf', file]).text || 'null');
}

/** How each page (from 1) is turned, in degrees. */
export function turnsOf(file: string, pages: number): Map<number, number> {
  const lines = say('pdfinfo', ['-f', '1', '-l', String(pages), file]).text.matchAll(/^Page +(\d+) rot: +(\d+)/gm);
  return new Map([...lines].map(([, page, turn]) => [Number(page), Number(turn)]));
}

/** The pages (from 1) whose points are longer or shorter than others', and how much (UserUnit). */
export function unitsOf(file: string): Map<number, number> {
  const text = say('qpdf', ['--json=2', '--json-key=qpdf', '--json-key=pages', file]).text;
  if (!text.includes('/UserUnit')) return new Map();
  const json = JSON.parse(text) as { pages: { object: string }[]; qpdf: [unknown, Record<string, { value?: Record<string, unknown> }>] };
  return new Map(json.pages.flatMap(({ object }, index) => {
    const unit = json.qpdf[1][`obj:${object}`]?.value?.['/UserUnit'];
    return typeof unit === 'number' && unit > 0 ? [[index + 1, unit] as const] : [];
  }));
}

/** Words of each page, in no order. */
export function wordsOf(file: string): string[][] {
  return say('pdftotext', ['-enc', 'UTF-8', '-cropbox', file, '-']).text.split('\f').map((page) => page.normalize('NFKC').split(/\s+/).filter((word) => word !== ''));
}

export interface Picture { readonly width: number; readonly height: number; readonly grey: Uint8Array }

/** Each page as a small grey picture, by its number from 1. A page that poppler cannot draw is not there. */
export function picturesOf(file: string, scratch: string): Map<number, Picture> {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  say('pdftoppm', ['-gray', '-cropbox', '-r', String(dotsPerInch), file, join(scratch, 'p')]);
  return new Map(readdirSync(scratch).map((name) => [Number(/(\d+)\.pgm$/.exec(name)?.[1]), greyOf(readFileSync(join(scratch, name)))] as const).filter((entry): entry is [number, Picture] => entry[1] !== null));
}

function greyOf(pgm: Buffer): Picture | null {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 60).toString('latin1'));
  if (head === null) return null;
  const [whole, width, height] = head;
  return { width: Number(width), height: Number(height), grey: pgm.subarray(whole.length) };
}
