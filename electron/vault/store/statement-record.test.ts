import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayoutError } from './byte-layout';
import { decodeStatements, encodeStatements } from './statement-record';

const value = fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.string({ unit: 'grapheme', maxLength: 3000 }), fc.uint8Array({ maxLength: 3000 }));
const statements = fc.array(fc.record({ sql: fc.string({ unit: 'grapheme', maxLength: 300 }), parameters: fc.array(value, { maxLength: 8 }) }), { maxLength: 20 });

describe('statements of a transaction', () => {
  it('are read as they were written, whatever they hold and however long', () => {
    fc.assert(fc.property(statements, (written) => {
      expect(decodeStatements(encodeStatements(written))).toEqual(written);
    }));
  });

  it('cut short or followed by anything but padding are refused, never half read', () => {
    fc.assert(fc.property(statements, fc.nat(), (written, cut) => {
      const bytes = encodeStatements(written);
      expect(() => decodeStatements(bytes.subarray(0, cut % bytes.length))).toThrow();
      expect(() => decodeStatements(Buffer.concat([bytes, Uint8Array.of(0, 1)]))).toThrow(LayoutError);
      expect(decodeStatements(Buffer.concat([bytes, new Uint8Array(300)]))).toEqual(written);
    }));
  });

  it('hold each text once', () => {
    const sql = 'INSERT INTO note (text) VALUES (?)'.repeat(10);
    const hundred = encodeStatements(Array.from({ length: 100 }, () => ({ sql, parameters: [1] })));
    expect(hundred.length).toBeLessThan(sql.length + 100 * 20);
  });
});
