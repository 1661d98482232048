/** Control characters and marks that steer writing direction: they can hide an ending or turn a name about on the screen. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A file's own name for showing and for matching a message with its attachment: the last part, no unseen characters, NFC, at most 255 units. */
export function plainFileName(name: string): string {
  const plain = name.replace(unseen, '').normalize('NFC').trim();
  const last = plain.slice(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  return last.slice(0, 255);
}

/** A path in an archive as it can safely stand on the screen: no unseen characters, NFC, at most 200 units. '' when nothing is left. */
export function shownPath(path: string): string {
  // What is cut off must not leave half a character.
  return path.slice(0, 1024).replace(unseen, '').normalize('NFC').trim().slice(0, 200).replace(/[\ud800-\udbff]$/, '');
}
