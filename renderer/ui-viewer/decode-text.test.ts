import { describe, expect, it } from 'vitest';
import { tellEncoding } from './decode-text';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('tellEncoding', () => {
  it('believes a byte order mark', () => {
    expect(tellEncoding(new Uint8Array([0xef, 0xbb, 0xbf, 0x41]))).toBe('utf-8');
    expect(tellEncoding(new Uint8Array([0xff, 0xfe, 0x41, 0]))).toBe('utf-16le');
    expect(tellEncoding(new Uint8Array([0xfe, 0xff, 0, 0x41]))).toBe('utf-16be');
  });
  it('knows UTF-16 without a mark by its zeros', () => {
    expect(tellEncoding(new Uint8Array([0x48, 0, 0x69, 0, 0x21, 0]))).toBe('utf-16le');
    expect(tellEncoding(new Uint8Array([0, 0x48, 0, 0x69]))).toBe('utf-16be');
  });
  it('knows UTF-8, even cut in the middle of a character', () => {
    const bytes = utf8('قالت لا — 😀');
    for (let end = 0; end <= bytes.length; end += 1) expect(tellEncoding(bytes.slice(0, end))).toBe('utf-8');
  });
  it('falls back to what reads anything', () => {
    expect(tellEncoding(new Uint8Array([0x63, 0x61, 0x66, 0xe9, 0x20, 0x41]))).toBe('windows-1252');
  });
});
