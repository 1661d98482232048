import { ipcRenderer, webFrame } from 'electron';
import type { HeifDecoderFiles } from '../../shared/picture-protocol';
import { mostDecodedPixels, type DecodedPicture } from './decoded-picture';

/** What is used of libheif-js 1.23.2. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): number | boolean;
  display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (drawn: unknown) => void): void;
  free(): void;
}
interface Libheif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}
type LoadLibheif = (given: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<Libheif>;

/** The world in which Electron runs preloads (`WorldIDs::ISOLATED_WORLD_ID`). */
const preloadWorld = 999;
let loaded: Promise<Libheif> | null = null;

/**
 * libheif's own two files, as they are (LGPL: they can be exchanged for others): the script runs beside this preload and not bundled with it, where it would take Electron's `process` for Node's. It is asked
 * for once, and fetches nothing: its WebAssembly is given to it.
 */
async function load(): Promise<Libheif> {
  const { script, wasm } = (await ipcRenderer.invoke('heif-decoder')) as HeifDecoderFiles;
  await webFrame.executeJavaScriptInIsolatedWorld(preloadWorld, [{ code: `${script};globalThis.tidemarkHeif = libheif;0` }]);
  const make = (globalThis as unknown as { tidemarkHeif: LoadLibheif }).tidemarkHeif;
  return make({ wasmBinary: wasm, print: () => undefined, printErr: () => undefined });
}

/** One picture of a HEIF file (a burst has several; the one that the file calls its own first). */
export async function decodeHeif(bytes: Uint8Array<ArrayBuffer>, page: number): Promise<DecodedPicture> {
  const { HeifDecoder } = await (loaded ??= load());
  const images = new HeifDecoder().decode(bytes);
  try {
    const ordered = images.toSorted((a, b) => Number(Boolean(b.is_primary())) - Number(Boolean(a.is_primary())));
    const wanted = ordered[page - 1];
    if (wanted === undefined) throw new Error('no such picture');
    const [width, height] = [wanted.get_width(), wanted.get_height()];
    if (!(width > 0) || !(height > 0) || width * height > mostDecodedPixels) throw new Error('not to be decoded');
    const pixels = new ImageData(width, height);
    const drawn = await new Promise((resolve) => wanted.display({ data: pixels.data, width, height }, resolve));
    if (drawn === null || drawn === undefined) throw new Error('not decoded');
    return { bitmap: await createImageBitmap(pixels), pageCount: images.length };
  } finally {
    for (const image of images) image.free();
  }
}
