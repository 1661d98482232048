/** Control characters and marks that steer writing direction: they can hide an ending or turn a name about on the screen. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's own name for showing and for matching a message with its attachment: the last part, no unseen characters, NFC, at most 255 units. */
export function plainFileName(name: string): string {
  const plain = name.replace(unseen, '').normalize('NFC').trim();
  const last = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  return last.slice(0, 255);
}
