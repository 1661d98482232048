/**
 * The name to offer for a copy of a file: its own, without what would lead to another folder (names inside an archive may hold that), what Windows
 * refuses in a name, and the marks that turn text round and so hide how a name ends.
 */
export function copyName(originalName: string): string {
  const bare = originalName.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replace(/[. ]+$/, '').trim();
  return bare === '' ? 'document' : bare;
}
