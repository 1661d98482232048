import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { OcrData } from '../sandboxed/ocr-window';

const packed = '.traineddata.gz';
/** As Tesseract names them: `eng`, `chi_sim`. */
const languageName = /^[a-z]{3}(_[a-z]{2,12})?$/;
/** Tried first; the others follow in the order of their names. */
const first = 'eng';
/** The largest that Tesseract's own makers give is 16 MB packed tight. */
const mostLanguageBytes = 128 * 1024 * 1024;

/** Names of the languages whose data lie in `folder` as `<name>.traineddata.gz`, English first. */
export async function ocrLanguages(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((file) => file.endsWith(packed)).map((file) => file.slice(0, -packed.length)).filter((name) => languageName.test(name));
  return names.sort((one, other) => Number(other === first) - Number(one === first) || (one < other ? -1 : 1));
}

/** Tesseract and all languages that lie in `folder`, unpacked. Throws when there is none, or one is no gzip. */
export async function ocrData(folder: string): Promise<OcrData> {
  const names = await ocrLanguages(folder);
  if (names.length === 0) throw new Error('no language data');
  const languages = await Promise.all(names.map(async (name) => ({ name, data: plain(await promisify(gunzip)(await readFile(path.join(folder, name + packed)), { maxOutputLength: mostLanguageBytes })) })));
  return { engine: plain(await readFile(path.join(folder, 'tesseract.wasm'))), languages };
}

/** Node's buffers share memory with others; what goes to a window is whole. */
const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
