import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Dictionary = Readonly<Record<string, unknown>>;

/** A finished PDF as qpdf takes it apart: its objects as JSON, and the plain bytes of its streams. */
export interface ReadPdf {
  readonly pages: readonly Dictionary[];
  readonly trailer: Dictionary;
  readonly catalog: Dictionary;
  /** Follows references. */
  value(at: unknown): unknown;
  /** As `value`; {} where it is no dictionary. Of a stream, its dictionary. */
  dictionary(at: unknown): Dictionary;
  list(at: unknown): readonly unknown[];
  isStream(at: unknown): boolean;
  /** '' where there is none, or it does not unpack. */
  stream(at: unknown): Buffer;
  readonly references: readonly string[];
}

interface Json { pages: { object: string }[]; qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: Dictionary; datafile?: string } }>] }

/** Reads `file` with qpdf; its streams are laid into `scratch`. */
export function readPdf(file: string, scratch: string): ReadPdf {
  const json = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=pages', '--json-key=qpdf', '--json-stream-data=file', `--json-stream-prefix=${join(scratch, 'stream')}`, '--decode-level=generalized', file], { encoding: 'utf8', maxBuffer: 1 << 29 })) as Json;
  const objects = json.qpdf[1];
  const isReference = (at: unknown): at is string => typeof at === 'string' && /^\d+ \d+ R$/.test(at);
  const held = (at: unknown) => (isReference(at) ? objects[`obj:${at}`] : undefined);
  const value = (at: unknown): unknown => {
    if (!isReference(at)) return at;
    const found = held(at);
    return found?.stream === undefined ? value(found?.value) : found.stream.dict;
  };
  const dictionary = (at: unknown): Dictionary => {
    const found = value(at);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
  };
  const list = (at: unknown): readonly unknown[] => {
    const found = value(at);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [at];
  };
  const stream = (at: unknown) => {
    const name = held(at)?.stream?.datafile;
    return name === undefined ? Buffer.alloc(0) : readFileSync(name);
  };
  const isStream = (at: unknown) => held(at)?.stream !== undefined;
  const trailer = (objects['trailer']?.value ?? {}) as Dictionary;
  return { pages: json.pages.map(({ object }) => ({ ...dictionary(object), '/Self': object })), trailer, catalog: dictionary(trailer['/Root']), value, dictionary, list, isStream, stream, references: Object.keys(objects).flatMap((key) => (key.startsWith('obj:') ? [key.slice(4)] : [])) };
}

/** A string as qpdf's JSON writes it: `u:` and text, or `b:` and bytes in hexadecimal. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  if (value.startsWith('u:')) return value.slice(2);
  return value.startsWith('b:') ? Buffer.from(value.slice(2), 'hex').toString('latin1') : value;
}
