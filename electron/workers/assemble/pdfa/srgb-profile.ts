/**
 * An ICC profile of sRGB, of version 4.2 (ISO 15076-1:2005), made here from published numbers: the primaries and the white of IEC 61966-2-1:1999 brought to D50 by the Bradford transform, and its transfer curve as a parametric one
 * (ISO 15076-1, 10.15, function 3). Nobody's file is copied; the same bytes each time.
 */
export function srgbProfile(): Uint8Array<ArrayBuffer> {
  const red = xyz(0.4360657, 0.2224884, 0.0139160);
  const green = xyz(0.3851471, 0.7168732, 0.0970764);
  const blue = xyz(0.1430664, 0.0606079, 0.7140961);
  const curve = [...ascii('para'), ...u32(0), ...u16(3), ...u16(0), ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)];
  const adaptation = [...ascii('sf32'), ...u32(0), ...[1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316].flatMap(fixed)];
  return profileOf([
    ['desc', words(srgbName)], ['cprt', words('Public domain')], ['wtpt', xyz(...d50)], ['chad', adaptation],
    ['rXYZ', red], ['gXYZ', green], ['bXYZ', blue], ['rTRC', curve], ['gTRC', curve], ['bTRC', curve],
  ]);
}

export const srgbName = 'sRGB IEC61966-2.1';

const d50 = [0.9642, 1, 0.8249] as const;
const headerBytes = 128;

function profileOf(tags: readonly (readonly [string, readonly number[]])[]): Uint8Array<ArrayBuffer> {
  const table: number[] = [...u32(tags.length)];
  const data: number[] = [];
  const from = headerBytes + 4 + 12 * tags.length;
  const placeOf = new Map<readonly number[], number>();
  for (const [name, value] of tags) {
    // The three curves are one.
    const place = placeOf.get(value) ?? from + data.length;
    if (!placeOf.has(value)) data.push(...value, ...Array.from({ length: (4 - (value.length % 4)) % 4 }, () => 0));
    placeOf.set(value, place);
    table.push(...ascii(name), ...u32(place), ...u32(value.length));
  }
  const header = [
    ...u32(from + data.length), ...u32(0), ...u32(0x04200000), ...ascii('mntr'), ...ascii('RGB '), ...ascii('XYZ '), ...[2026, 1, 1, 0, 0, 0].flatMap(u16), ...ascii('acsp'),
    ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...u32(0), ...d50.flatMap(fixed),
  ];
  return Uint8Array.from([...header, ...Array.from({ length: headerBytes - header.length }, () => 0), ...table, ...data]);
}

/** multiLocalizedUnicodeType, in one language. */
const words = (text: string): number[] => [...ascii('mluc'), ...u32(0), ...u32(1), ...u32(12), ...ascii('enGB'), ...u32(text.length * 2), ...u32(28), ...[...text].flatMap((letter) => u16(letter.charCodeAt(0)))];
const xyz = (x: number, y: number, z: number): number[] => [...ascii('XYZ '), ...u32(0), ...[x, y, z].flatMap(fixed)];
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
/** s15Fixed16Number. */
const fixed = (value: number): number[] => u32(Math.round(value * 65_536) >>> 0);
