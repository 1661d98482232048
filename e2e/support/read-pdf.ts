import { execFileSync } from 'node:child_process';

export interface ReadPdf {
  /** Its words as they were set, cell by cell of a table, without marks of direction, every run of space one space. */
  words: string;
  /** What pdfinfo says of it. */
  info: string;
  pages: number;
  /** Which of these do not stand in it. Spaces are not compared: they are drawn nowhere, and a reader guesses them. */
  lacks(said: readonly string[]): string[];
}

/** A PDF as other people's programs read it. Throws unless qpdf finds nothing to say about it: it ends with 3 for a warning. */
export function readPdf(file: string): ReadPdf {
  execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const words = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
  const bare = withoutSpace(words);
  return { words, info, pages: Number(/^Pages: +(\d+)$/m.exec(info)?.[1]), lacks: (said) => said.filter((one) => !bare.includes(withoutSpace(one))) };
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** As sha256sum gives it. */
export function sha256sum(file: string): string {
  return execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64);
}
