/** Characters that lead elsewhere, that Windows refuses, that a manifest must write otherwise than they are (`%`, RFC 8493, 2.1.3), or that `sha256sum` does (`\`). */
const refusedCharacters = /[\\/:*?"<>|%\p{Cc}\p{Zl}\p{Zp}]/gu;
/** Turn text round, and so hide how a name ends. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Devices of Windows, with any ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?: *\..*)?$/iu;

/** Windows opens paths of 260 units at most, and a bag lies somewhere below `C:\Users\…`; most file systems take names of 255 bytes. */
const mostUnits = 80;
const mostBytes = 200;
/** What is kept of an ending when a name is cut. */
const mostEnding = 12;

/**
 * A file's own name as it may stand in a bag on any system: NFC, without what leads elsewhere or is refused somewhere, not hidden, no device of Windows, no name that systems make by
 * themselves, at most 80 UTF-16 units and 200 bytes of UTF-8. Its ending is kept. Never empty. Nothing in it needs to be written otherwise in a manifest, so that `sha256sum -c` and BagIt read it alike.
 */
export function safeName(originalName: string): string {
  const plain = originalName.toWellFormed().normalize('NFC').replace(directionMarks, '').replace(refusedCharacters, '-').replace(/[. ]+$/u, '').trimStart();
  const name = plain === '' ? 'file' : cut(plain);
  return isSystemFile(name) || name.startsWith('.') || reservedName.test(name) ? `_${name}` : name;
}

function cut(name: string): string {
  if (fits(name)) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= mostEnding ? name.slice(dot) : '';
  let kept = '';
  for (const character of ending === '' ? name : name.slice(0, dot)) {
    if (!fits(kept + character + ending)) break;
    kept += character;
  }
  return kept.replace(/[. ]+$/u, '') + ending;
}

function fits(name: string): boolean {
  return name.length <= mostUnits && byteLength(name) <= mostBytes;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What systems lay down by themselves wherever somebody looks: a Mac, and Windows. No evidence, and no sign that anybody changed anything. */
export function isSystemFile(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini)$/iu.test(path);
}

/** Two paths that some file system takes for one. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}

/** Gives every file a path of its own, also where capitals and forms of letters do not count. */
export class BagPaths {
  readonly #taken = new Set<string>();

  /** `folder` without a stroke at its end; `name` as `safeName` gives it. A second one of a name becomes `name-2.jpg`. */
  take(folder: string, name: string): string {
    const dot = name.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let number = 1; ; number += 1) {
      const path = `${folder}/${number === 1 ? name : `${stem}-${number}${ending}`}`;
      const folded = foldPath(path);
      if (this.#taken.has(folded)) continue;
      this.#taken.add(folded);
      return path;
    }
  }
}

/** A path as a manifest writes it: percent signs, carriage returns and line feeds, and nothing else, as RFC 3986 has it (RFC 8493, 2.1.3). */
export function encodePath(path: string): string {
  return path.replace(/[%\r\n]/gu, (character) => (character === '%' ? '%25' : character === '\r' ? '%0D' : '%0A'));
}

/** The other way round; any other percent sign is itself. */
export function decodePath(written: string): string {
  return written.replace(/%(25|0D|0A)/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether a path that somebody wrote stays within the bag (RFC 8493, 5.1): relative, without `..`, a drive, a home or a control character. */
export function isWithinBag(path: string): boolean {
  if (path === '' || /^(?:[/\\~]|[A-Za-z]:)/u.test(path) || /\p{Cc}/u.test(path)) return false;
  return path.split(/[/\\]/u).every((part) => part !== '..');
}
