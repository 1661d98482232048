import { ByteReader, ByteWriter, LayoutError } from './byte-layout';
import type { SqlValue } from './store';

/** One statement as it was run. */
export interface Statement {
  sql: string;
  parameters: readonly SqlValue[];
}

/**
 * Statements of one transaction as bytes (docs/FORMAT.md, "Statements"): each different SQL text once, then each run as the
 * number of its text and its parameters. Numbers are binary64, which is all SQLite is given by sql.js.
 */
export function encodeStatements(statements: readonly Statement[]): Uint8Array {
  const texts = new Map<string, number>();
  for (const { sql } of statements) if (!texts.has(sql)) texts.set(sql, texts.size);
  const writer = new ByteWriter().u32(texts.size);
  for (const sql of texts.keys()) writer.text(sql);
  writer.u32(statements.length);
  for (const { sql, parameters } of statements) {
    writer.u32(texts.get(sql) ?? 0).u16(parameters.length);
    for (const value of parameters) writeValue(writer, value);
  }
  return writer.finish();
}

function writeValue(writer: ByteWriter, value: SqlValue): void {
  if (value === null) writer.u8(0);
  else if (typeof value === 'number') writer.u8(1).f64(value);
  else if (typeof value === 'string') writer.u8(2).text(value);
  else writer.u8(3).u32(value.length).raw(value);
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
    case 0: return null;
    case 1: return reader.f64();
    case 2: return readText(reader);
    case 3: return new Uint8Array(reader.raw(reader.u32()));
    default: throw new LayoutError('unknown value');
  }
}
