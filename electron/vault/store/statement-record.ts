import { ByteReader, ByteWriter, LayoutError } from './byte-layout';
import type { SqlValue } from './store';

/** One statement as it was run. */
export interface Statement {
  sql: string;
  parameters: readonly SqlValue[];
}

/** The values of one run as the journal holds them. */
export interface RunValues {
  readonly count: number;
  /** A view: good until the next run is added. */
  readonly bytes: Uint8Array;
}

/** Where a value of a run lies in its bytes: `from` and `length` of a text or of bytes. */
export interface ValueTaker {
  nothing(number: number): void;
  number(number: number, value: number): void;
  text(number: number, from: number, length: number): void;
  bytes(number: number, from: number, length: number): void;
}

const kinds = { nothing: 0, number: 1, text: 2, bytes: 3 } as const;

/**
 * Statements of one transaction as bytes (docs/FORMAT.md, "Statements"): each different SQL text once, then each run as the
 * number of its text and its parameters. Numbers are binary64, which is all SQLite is given by sql.js. Half surrogate pairs,
 * which UTF-8 does not have, become U+FFFD.
 */
export class StatementRecord {
  private readonly texts = new Map<string, number>();
  private readonly runs = new ByteWriter();
  private count = 0;

  get isEmpty(): boolean {
    return this.count === 0;
  }

  add(sql: string, parameters: readonly SqlValue[]): RunValues {
    const known = this.texts.get(sql);
    if (known === undefined) this.texts.set(sql, this.texts.size);
    this.count += 1;
    this.runs.u32(known ?? this.texts.size - 1).u16(parameters.length);
    const from = this.runs.size;
    for (const value of parameters) writeValue(this.runs, value);
    return { count: parameters.length, bytes: this.runs.since(from) };
  }

  /** The whole record; nothing may be added any more. */
  finish(): Uint8Array {
    const writer = new ByteWriter().u32(this.texts.size);
    for (const sql of this.texts.keys()) writer.text(sql);
    const payload = writer.u32(this.count).raw(this.runs.finish()).finish();
    this.forget();
    return payload;
  }

  /** Nothing of what was added stays in memory here. */
  forget(): void {
    this.runs.finish().fill(0);
  }
}

export function encodeStatements(statements: readonly Statement[]): Uint8Array {
  const record = new StatementRecord();
  for (const { sql, parameters } of statements) record.add(sql, parameters);
  return record.finish();
}

function writeValue(writer: ByteWriter, value: SqlValue): void {
  if (typeof value === 'string') writer.u8(kinds.text).text(value);
  else if (typeof value === 'number') writer.u8(kinds.number).f64(value);
  else if (value === null) writer.u8(kinds.nothing);
  else writer.u8(kinds.bytes).u32(value.length).raw(value);
}

/** Hands on each value of a run, the first with number 1. Only of bytes that `StatementRecord` wrote. */
export function takeValues({ count, bytes }: RunValues, taker: ValueTaker): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let number = 1, at = 0; number <= count; number += 1) {
    const kind = view.getUint8(at);
    if (kind === kinds.nothing) {
      taker.nothing(number);
      at += 1;
    } else if (kind === kinds.number) {
      taker.number(number, view.getFloat64(at + 1));
      at += 9;
    } else {
      const length = view.getUint32(at + 1);
      if (kind === kinds.text) taker.text(number, at + 5, length);
      else taker.bytes(number, at + 5, length);
      at += 5 + length;
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads what `encodeStatements` wrote, zero padding after it allowed. Throws LayoutError on anything else. */
export function decodeStatements(bytes: Uint8Array): Statement[] {
  const reader = new ByteReader(bytes);
  const texts = Array.from({ length: bounded(reader.u32(), bytes.length) }, () => readText(reader));
  const count = bounded(reader.u32(), bytes.length);
  const statements: Statement[] = [];
  for (let i = 0; i < count; i += 1) {
    const sql = texts[reader.u32()];
    if (sql === undefined) throw new LayoutError('no such text');
    const parameters = Array.from({ length: reader.u16() }, () => readValue(reader));
    statements.push({ sql, parameters });
  }
  reader.onlyPaddingLeft();
  return statements;
}

function bounded(count: number, most: number): number {
  if (count > most) throw new LayoutError('count too large');
  return count;
}

function readText(reader: ByteReader): string {
  return utf8.decode(reader.raw(reader.u32()));
}

function readValue(reader: ByteReader): SqlValue {
  const kind = reader.u8();
  switch (kind) {
    case kinds.nothing: return null;
    case kinds.number: return reader.f64();
    case kinds.text: return readText(reader);
    case kinds.bytes: return new Uint8Array(reader.raw(reader.u32()));
    default: throw new LayoutError('unknown value');
  }
}
