import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fontStylesheets } from '../../../shared/layouts/print-css';

/** `index`: among all that the stylesheets of a page name, in their order. */
export interface Face { readonly index: number; readonly family: string; readonly href: string; readonly ranges: readonly (readonly [number, number])[] }

const space = 0x20;
/** Families of the text itself; the others stand in only for what these lack. */
const ownFamilies = /^Source /;

/**
 * The font files a page will need, told from its characters and the stylesheets' `unicode-range`s. Chromium finds stand-in faces one after another, each
 * only once the one before has come and lacks the character; a page printed meanwhile has empty boxes (measured). Fetched ahead, all are there at once.
 */
export async function neededFaces(html: string, fontsFolder: string): Promise<Face[]> {
  const faces = await facesIn(fontsFolder);
  const characters = [...new Set(html)].map((character) => character.codePointAt(0) ?? 0).filter((code) => code > 0x1f);
  const holds = (face: Face, code: number) => face.ranges.some(([from, to]) => code >= from && code <= to);
  const own = faces.filter(({ family }) => ownFamilies.test(family));
  const strange = characters.filter((code) => !own.some((face) => holds(face, code)));
  const needed = new Set(faces.filter((face) => (ownFamilies.test(face.family) ? characters : strange).some((code) => holds(face, code))));
  // Between words in a stand-in's letters the spaces are its own, too.
  const families = new Set([...needed].map(({ family }) => family));
  return faces.filter((face) => needed.has(face) || (families.has(face.family) && holds(face, space)));
}

const known = new Map<string, Promise<readonly Face[]>>();

/** The stylesheets never change while the program runs. */
function facesIn(fontsFolder: string): Promise<readonly Face[]> {
  const read = known.get(fontsFolder) ?? Promise.all(fontStylesheets.map(async (href) => readFaces(await readFile(path.join(fontsFolder, ...href.replace('/fonts/', '').split('/')), 'utf8'), href))).then((sheets) => sheets.flat().map((face, index) => ({ ...face, index })));
  known.set(fontsFolder, read);
  return read;
}

function readFaces(css: string, stylesheet: string): Omit<Face, 'index'>[] {
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const family = /font-family: '([^']+)'/.exec(body)?.[1];
    const file = /url\(\.\/(files\/[a-z0-9-]+\.woff2?)\)/.exec(body)?.[1];
    if (family === undefined || file === undefined) return [];
    const ranges = (/unicode-range: ([^;]+);/.exec(body)?.[1] ?? 'U+0-10FFFF').split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    return [{ family, href: path.posix.join(path.posix.dirname(stylesheet), file), ranges }];
  });
}
