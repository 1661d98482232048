import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fontStylesheets } from '../../../shared/layouts/print-css';

interface Face { readonly family: string; readonly href: string; readonly ranges: readonly (readonly [number, number])[] }

/** Families of the text itself; the others stand in only for what these lack. */
const ownFamilies = /^Source /;

/**
 * The font files a page will need, told from its characters and the stylesheets' `unicode-range`s. Chromium finds stand-in faces one after another, each
 * only once the one before has come and lacks the character; a page printed meanwhile has empty boxes (measured). Fetched ahead, all are there at once.
 */
export async function neededFaces(html: string, fontsFolder: string): Promise<string[]> {
  const faces = (await Promise.all(fontStylesheets.map(async (href) => readFaces(await readFile(path.join(fontsFolder, ...href.replace('/fonts/', '').split('/')), 'utf8'), href)))).flat();
  const characters = [...new Set(html)].map((character) => character.codePointAt(0) ?? 0).filter((code) => code > 0x1f);
  const holds = (face: Face, code: number) => face.ranges.some(([from, to]) => code >= from && code <= to);
  const own = faces.filter(({ family }) => ownFamilies.test(family));
  const strange = characters.filter((code) => !own.some((face) => holds(face, code)));
  return faces.filter((face) => (ownFamilies.test(face.family) ? characters : strange).some((code) => holds(face, code))).map(({ href }) => href);
}

function readFaces(css: string, stylesheet: string): Face[] {
  return [...css.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const family = /font-family: '([^']+)'/.exec(body)?.[1];
    const file = /url\(\.\/(files\/[a-z0-9-]+\.woff2)\)/.exec(body)?.[1];
    if (family === undefined || file === undefined) return [];
    const ranges = (/unicode-range: ([^;]+);/.exec(body)?.[1] ?? 'U+0-10FFFF').split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    return [{ family, href: path.posix.join(path.posix.dirname(stylesheet), file), ranges }];
  });
}
