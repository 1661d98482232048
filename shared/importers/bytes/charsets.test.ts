import { describe, expect, it } from 'vitest';
import { decodingOf, readText } from './charsets';

/** Every encoding of the Encoding Standard that holds text and Node has (it lacks ISO 8859-16), by its own name, with bytes that mean a letter in it. */
const encodings: readonly (readonly [string, number[], string])[] = [
  ['utf-8', [0xc3, 0xa9], 'é'], ['ibm866', [0x9f], 'Я'], ['iso-8859-2', [0xb1], 'ą'], ['iso-8859-3', [0xb1], 'ħ'], ['iso-8859-4', [0xb1], 'ą'], ['iso-8859-5', [0xb1], 'Б'], ['iso-8859-6', [0xc7], 'ا'], ['iso-8859-7', [0xe1], 'α'],
  ['iso-8859-8', [0xe0], 'א'], ['iso-8859-8-i', [0xe0], 'א'], ['iso-8859-10', [0xb1], 'ą'], ['iso-8859-13', [0xe0], 'ą'], ['iso-8859-14', [0xf0], 'ŵ'], ['iso-8859-15', [0xa4], '€'], ['koi8-r', [0xd1], 'я'],
  ['koi8-u', [0xa4], 'є'], ['macintosh', [0x8e], 'é'], ['windows-874', [0xa1], 'ก'], ['windows-1250', [0xb9], 'ą'], ['windows-1251', [0xff], 'я'], ['windows-1252', [0x80], '€'], ['windows-1253', [0xe1], 'α'], ['windows-1254', [0xfe], 'ş'],
  ['windows-1255', [0xe0], 'א'], ['windows-1256', [0xc7], 'ا'], ['windows-1257', [0xe0], 'ą'], ['windows-1258', [0xfe], '₫'], ['x-mac-cyrillic', [0xdf], 'я'], ['gbk', [0xc4, 0xe3], '你'], ['gb18030', [0xc4, 0xe3], '你'], ['big5', [0xa7, 0x41], '你'],
  ['euc-jp', [0xa4, 0xa2], 'あ'], ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42], 'あ'], ['shift_jis', [0x82, 0xa0], 'あ'], ['euc-kr', [0xb0, 0xa1], '가'], ['utf-16be', [0x00, 0xe9], 'é'], ['utf-16le', [0xe9, 0x00], 'é'],
];

describe('charsets of mails', () => {
  it.each(encodings)('%s is read', (name, bytes, text) => {
    expect(decodingOf(name)?.decode(Uint8Array.from(bytes))).toBe(text);
  });

  it.each([['ISO_8859-1:1987', 'windows-1252'], ['CP936', 'gbk'], ['windows-949', 'euc-kr'], ['x-ms-cp932', 'shift_jis'], ['1251', 'windows-1251'], ['utf8', 'utf-8'], ['"latin1"'.slice(1, -1), 'windows-1252'], ['cp-850', undefined], ['utf-7', undefined], ['iso-2022-kr', undefined]])('%s is %s', (label, name) => {
    expect(decodingOf(label)?.name).toBe(name);
  });

  it('reads 0x80 to 0x9F of windows-1252 as the standard has them, whatever the runtime does', () => {
    const all = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);
    expect(readText(all, 'iso-8859-1').text).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  });

  it('says when it guessed, and when bytes mean nothing', () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
    expect(readText(bytes('caf\xe9'), '')).toEqual({ text: 'café', charset: 'windows-1252', problem: 'charset-guessed' });
    expect(readText(bytes('caf\xc3\xa9'), 'made-up')).toEqual({ text: 'café', charset: 'utf-8', problem: 'charset-unknown' });
    expect(readText(bytes('caf\xe9'), 'utf-8')).toEqual({ text: 'caf\ufffd', charset: 'utf-8', problem: 'text-broken' });
    expect(readText(bytes('\xef\xbf\xbd'), 'utf-8')).toEqual({ text: '\ufffd', charset: 'utf-8', problem: null });
  });
});
