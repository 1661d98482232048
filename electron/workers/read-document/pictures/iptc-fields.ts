import { readText } from '../../../../shared/importers/bytes/charsets';
import type { FileField } from '../../../../shared/model/file-claims';
import { cleanText } from './exif-values';

/** Datasets of record 2 by their names in IPTC-NAA IIM 4.2. */
const names: Readonly<Record<number, string>> = {
  3: 'Object Type Reference', 5: 'Object Name', 7: 'Edit Status', 10: 'Urgency', 15: 'Category', 20: 'Supplemental Category', 25: 'Keywords', 30: 'Release Date', 35: 'Release Time', 40: 'Special Instructions', 55: 'Date Created', 60: 'Time Created',
  62: 'Digital Creation Date', 63: 'Digital Creation Time', 65: 'Originating Program', 70: 'Program Version', 80: 'By-line', 85: 'By-line Title', 90: 'City', 92: 'Sub-location', 95: 'Province/State', 100: 'Country Code', 101: 'Country Name',
  103: 'Original Transmission Reference', 105: 'Headline', 110: 'Credit', 115: 'Source', 116: 'Copyright Notice', 118: 'Contact', 120: 'Caption/Abstract', 122: 'Writer/Editor',
};
const placeSets = new Set([90, 92, 95, 100, 101]);
const mostFields = 300;

/** IPTC records: 1C, record, dataset, a length of two bytes, the value; in UTF-8 where record 1:90 says so. `offset`: where `bytes` stands in the file. */
export function readIptcFields(bytes: Buffer, offset: number): { fields: FileField[]; isDamaged: boolean } {
  const fields: FileField[] = [];
  let isUtf8 = false;
  let at = 0;
  while (at + 5 <= bytes.length && fields.length < mostFields) {
    if (bytes[at] !== 0x1c) return { fields, isDamaged: bytes.subarray(at).some((byte) => byte !== 0) };
    const [record = 0, dataset = 0] = [bytes[at + 1], bytes[at + 2]];
    const length = bytes.readUInt16BE(at + 3);
    // A length of lengths: longer than any text.
    if (length > 0x7fff || at + 5 + length > bytes.length) return { fields, isDamaged: true };
    const value = bytes.subarray(at + 5, at + 5 + length);
    if (record === 1 && dataset === 90) isUtf8 = value.toString('latin1') === '\u001b%G';
    const name = record === 2 ? names[dataset] : undefined;
    const text = name === undefined ? '' : cleanText(isUtf8 ? value.toString('utf8') : readText(value, '').text);
    if (name !== undefined && text !== '') fields.push({ block: 'iptc', name, value: text, place: { offset: offset + at + 5, length }, tellsPlace: placeSets.has(dataset) });
    at += 5 + length;
  }
  return { fields, isDamaged: false };
}
