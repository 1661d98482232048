import { randomInt } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Six of 2,048 words, drawn again until they are short enough: 62 bits. No two of these words begin with the same four letters, so that they are told apart on the telephone. */
const wordCount = 6;
/** Poppler's own programs take no longer passphrase (measured: 32 characters, and "Incorrect password" for 33). */
const mostCharacters = 32;

/** Words for a file's passphrase, drawn at random; small letters, one blank between two. */
export function newPassphrase(): string {
  for (;;) {
    const words = Array.from({ length: wordCount }, () => wordlist[randomInt(wordlist.length)] ?? '').join(' ');
    if (words.length <= mostCharacters) return words;
  }
}
