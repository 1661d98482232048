import type { Cmap, FontProgram } from './font-program';
import { readCff } from './cff';

/** Widths and tables of characters of a TrueType or OpenType file (ISO/IEC 14496-22). Throws where it is none. */
export function readSfnt(bytes: Uint8Array): FontProgram {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const at = 12 + 16 * index;
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (from <= bytes.length) tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), new DataView(bytes.buffer, bytes.byteOffset + from, Math.min(length, bytes.length - from)));
  }
  const compact = tables.get('CFF ');
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map((name) => tables.get(name));
  if (compact !== undefined) return { ...readCff(new Uint8Array(compact.buffer, compact.byteOffset, compact.byteLength)), cmaps: cmapsOf(tables.get('cmap')) };
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined || !tables.has('glyf') || !tables.has('loca')) throw new RangeError('no TrueType file');
  const [unitsPerEm, counted, glyphCount] = [head.getUint16(18), hhea.getUint16(34), maxp.getUint16(4)];
  return {
    glyphCount,
    widthOf: (glyph) => {
      const at = 4 * Math.min(glyph, counted - 1);
      return glyph >= glyphCount || counted === 0 || at + 2 > hmtx.byteLength ? null : (hmtx.getUint16(at) * 1000) / unitsPerEm;
    },
    named: () => null, coded: () => null, byCid: null, cmaps: cmapsOf(tables.get('cmap')),
  };
}

function cmapsOf(table: DataView | undefined): Cmap[] {
  if (table === undefined) return [];
  return Array.from({ length: table.getUint16(2) }, (_, index): Cmap => {
    const at = 4 + 8 * index;
    return { platform: table.getUint16(at), encoding: table.getUint16(at + 2), glyphOf: lookUpIn(table, table.getUint32(at + 4)) };
  });
}

/** Formats 0, 4, 6 and 12; others give no glyph. */
function lookUpIn(table: DataView, at: number): (code: number) => number {
  const format = table.getUint16(at);
  if (format === 0) return (code) => (code < 256 ? table.getUint8(at + 6 + code) : 0);
  if (format === 6) {
    const [first, count] = [table.getUint16(at + 6), table.getUint16(at + 8)];
    return (code) => (code >= first && code < first + count ? table.getUint16(at + 10 + 2 * (code - first)) : 0);
  }
  if (format === 12) {
    const groups = table.getUint32(at + 12);
    return (code) => {
      for (let index = 0; index < groups; index++) {
        const group = at + 16 + 12 * index;
        const first = table.getUint32(group);
        if (code >= first && code <= table.getUint32(group + 4)) return table.getUint32(group + 8) + code - first;
      }
      return 0;
    };
  }
  if (format !== 4) return () => 0;
  const segments = table.getUint16(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + 2 * segments];
  return (code) => {
    for (let index = 0; index < segments; index++) {
      if (code > table.getUint16(ends + 2 * index)) continue;
      const first = table.getUint16(starts + 2 * index);
      if (code < first) return 0;
      const [delta, place] = [table.getUint16(starts + 2 * (segments + index)), starts + 2 * (2 * segments + index)];
      const offset = table.getUint16(place);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyphAt = place + offset + 2 * (code - first);
      const glyph = glyphAt + 2 <= table.byteLength ? table.getUint16(glyphAt) : 0;
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
