import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { oneOf, upTo } from '../../proving/chance';

/** What formats are made of, and what breaks readers. */
const words = [
  '{', '}', '[', ']', '"', '\\', ',', ':', '"messages":[', '{"a":{"a":{"a":', '\\ud83d', '\\u0000', '1e999', '-0', '<', '>', '</', '/>', '<!--', '-->', '<![CDATA[', '<!DOCTYPE a [<!ENTITY b "b">]>', '&#55357;', '&#0;', '&b;', '&#x110000;',
  '\n', '\r', '\r\n', '\n\n', '\u0000', '\u202e', '\ufeff', '\u2028', 'é', '😀', '\n--', 'boundary=', 'Content-Type: multipart/mixed; boundary=x\n', 'Content-Transfer-Encoding: base64\n', '=?utf-8?B?', '?=', '\nFrom ', '31/12/2021, 25:61 - ', '[29/02/2021, 12:00:00] ',
  ': ', ' - ', '9'.repeat(40), '../../', '/', 'C:\\', '%00', '"date":', 'date="', 'data="', ';base64,', '""', ',,,,', '\t',
  '<<', '>>', 'endobj', 'stream\n', 'endstream', '/Kids [1 0 R]', '/Parent 1 0 R', '/Length 999999999', '/Count -1', '/Filter /FlateDecode', 'trailer', 'startxref\n0', '1 0 R', '{\\rtf1', '\\bin999999999 ', '\\u-1?', "\\'", '{\\*\\', '<w:t>', '</w:p>', '<row>', '<c t="s"><v>99999999</v></c>',
  'Exif\u0000\u0000', 'II*\u0000', 'MM\u0000*', 'PK\u0003\u0004', 'ftyp', 'moov', 'meta', 'iloc', 'RIFF', 'OggS', 'fLaC', 'ID3', 'IHDR', 'iTXt', '<rdf:Description ', 'srcset="',
];

/** Numbers that lie about lengths, counts and places. */
const numbers = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** One to six changes of a file, of kinds that break readers: bits, stretches cut, doubled, moved, put in, from another format. Never more than 64 KiB longer. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  let changed = bytes;
  for (let steps = 1 + upTo(chance, 6); steps > 0; steps -= 1) changed = oneChange(changed, others, chance);
  return changed;
}

function oneChange(bytes: Uint8Array, others: readonly Uint8Array[], chance: Chance): Uint8Array {
  const at = upTo(chance, bytes.length + 1);
  // Small stretches mostly, sometimes a large one.
  const end = Math.min(bytes.length, at + 1 + upTo(chance, chance() < 0.8 ? 40 : 4000));
  const [before, within, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (upTo(chance, 10)) {
    case 0: return joined(before, within.map((byte, i) => (i === 0 ? byte ^ (1 << upTo(chance, 8)) : byte)), after);
    case 1: return joined(before, within.map(() => upTo(chance, 256)), after);
    case 2: return joined(before, after);
    case 3: return before;
    case 4: return joined(before, ...Array.from({ length: 2 + upTo(chance, Math.max(1, Math.min(200, 65_536 / within.length))) }, () => within), after);
    case 5: {
      const word = new TextEncoder().encode(oneOf(chance, words) ?? '');
      return joined(before, ...Array.from({ length: chance() < 0.9 ? 1 : 1 + upTo(chance, 1000) }, () => word), within, after);
    }
    case 6: {
      const to = upTo(chance, before.length + 1);
      return joined(before.subarray(0, to), within, before.subarray(to), after);
    }
    case 7: {
      const other = oneOf(chance, others) ?? new Uint8Array(0);
      const from = upTo(chance, other.length + 1);
      return joined(before, other.subarray(from, from + upTo(chance, 2000)), after);
    }
    case 8: return joined(before, numberBytes(chance), bytes.subarray(Math.min(bytes.length, at + 4)));
    default: return joined(before, utf16(within), after);
  }
}

/** A number of one to eight bytes, in either order. */
function numberBytes(chance: Chance): Uint8Array {
  const bytes = Buffer.alloc(8);
  const value = oneOf(chance, numbers) ?? 0;
  if (chance() < 0.5) bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes.subarray(0, 1 << upTo(chance, 4));
}

/** As though a stretch were of another encoding. */
function utf16(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.length * 2);
  bytes.forEach((byte, i) => (wide[i * 2] = byte));
  return wide;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}
