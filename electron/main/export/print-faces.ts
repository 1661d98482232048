import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fontStylesheets } from '../../../shared/layouts/print-css';

/** `index`: among all that the page's stylesheet names, in their order. */
export interface Face { readonly index: number; readonly href: string }
/** What a page says of its faces: the stylesheet that names them, and those that it will need. */
export interface PageFaces { readonly css: string; readonly needed: readonly Face[] }

interface NamedFace { readonly family: string; readonly href: string; readonly ranges: readonly (readonly [number, number])[] }
interface Sheet { readonly css: string; readonly faces: readonly NamedFace[] }

const space = 0x20;
/** Families of the text itself; the others stand in only for what these lack. */
const ownFamilies = /^Source /;
/** A hundred faces: named where the page has one of their characters, or says that it has their language. */
const largeFamily = 'Noto Sans SC Variable';
const itsLanguage = 'lang="zh';

/** The program's own font files, each read once for all pages that are printed with them. */
export class PrintFaces {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>();

  /** `folder`: of the program's fonts. */
  constructor(folder: string) { this.#folder = folder; }

  of(html: string): Promise<PageFaces> { return facesOf(html, this.#folder); }

  /** `pathname`: as in `Face`. null: there is none of this name. */
  file(pathname: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const [, name] = /^\/fonts\/([a-z0-9-]+\/files\/[a-z0-9-]+\.woff2?)$/.exec(pathname) ?? [];
    if (name === undefined) return Promise.resolve(null);
    const read = this.#files.get(name) ?? readFile(path.join(this.#folder, ...name.split('/'))).then((bytes) => Uint8Array.from(bytes), () => null);
    this.#files.set(name, read);
    return read;
  }
}

/**
 * The faces of a page, and the font files it will need of them, told from its characters and the stylesheets' `unicode-range`s. Chromium finds stand-in faces one after another, each
 * only once the one before has come and lacks the character; a page printed meanwhile has empty boxes (measured). Fetched ahead, all are there at once.
 */
async function facesOf(html: string, fontsFolder: string): Promise<PageFaces> {
  const sheets = await sheetsIn(fontsFolder);
  const all = sheets.flatMap(({ faces }) => faces);
  const characters = [...new Set(html)].map((character) => character.codePointAt(0) ?? 0).filter((code) => code > 0x1f);
  const holds = (face: NamedFace, code: number) => face.ranges.some(([from, to]) => code >= from && code <= to);
  const own = all.filter(({ family }) => ownFamilies.test(family));
  const strange = characters.filter((code) => !own.some((face) => holds(face, code)));
  const needed = new Set(all.filter((face) => (ownFamilies.test(face.family) ? characters : strange).some((code) => holds(face, code))));
  // Between words in a stand-in's letters the spaces are its own, too.
  const families = new Set([...needed].map(({ family }) => family));
  const named = sheets.filter(({ faces }) => faces.every(({ family }) => family !== largeFamily || families.has(family)) || html.includes(itsLanguage));
  return {
    css: named.map(({ css }) => css).join('\n'),
    needed: named.flatMap(({ faces }) => faces).flatMap((face, index) => (needed.has(face) || (families.has(face.family) && holds(face, space)) ? [{ index, href: face.href }] : [])),
  };
}

const known = new Map<string, Promise<readonly Sheet[]>>();

/** The stylesheets never change while the program runs. */
function sheetsIn(fontsFolder: string): Promise<readonly Sheet[]> {
  const read = known.get(fontsFolder) ?? Promise.all(fontStylesheets.map(async (href) => readSheet(await readFile(path.join(fontsFolder, ...href.replace('/fonts/', '').split('/')), 'utf8'), href)));
  known.set(fontsFolder, read);
  return read;
}

/** With the addresses of its files as the page sees them. */
function readSheet(written: string, href: string): Sheet {
  const folder = path.posix.dirname(href);
  const faces = [...written.matchAll(/@font-face \{([^}]*)\}/g)].flatMap(([, body = '']): NamedFace[] => {
    const family = /font-family: '([^']+)'/.exec(body)?.[1];
    const file = /url\(\.\/(files\/[a-z0-9-]+\.woff2?)\)/.exec(body)?.[1];
    if (family === undefined || file === undefined) return [];
    const ranges = (/unicode-range: ([^;]+);/.exec(body)?.[1] ?? 'U+0-10FFFF').split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
    });
    return [{ family, href: path.posix.join(folder, file), ranges }];
  });
  return { css: written.replaceAll('url(./', `url(${folder}/`), faces };
}
