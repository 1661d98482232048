import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ocrData, ocrLanguages } from './ocr-data';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'tidemark-ocr-data-')); });
afterEach(() => rmSync(folder, { recursive: true }));
const put = (name: string, bytes: Uint8Array): void => writeFileSync(path.join(folder, name), bytes);

test('a language more is a file more; English comes first', async () => {
  put('tesseract.wasm', Uint8Array.of(0, 97, 115, 109));
  for (const name of ['pol', 'cym', 'eng', 'chi_sim']) put(`${name}.traineddata.gz`, gzipSync(`data of ${name}`));
  put('notes.txt', Uint8Array.of(1));
  put('../odd.traineddata.gz'.replace('../', 'UP_'), gzipSync('x'));
  expect(await ocrLanguages(folder)).toEqual(['eng', 'chi_sim', 'cym', 'pol']);
  const { engine, languages } = await ocrData(folder);
  expect([...engine]).toEqual([0, 97, 115, 109]);
  expect(languages.map(({ name, data }) => [name, new TextDecoder().decode(data)])).toEqual([['eng', 'data of eng'], ['chi_sim', 'data of chi_sim'], ['cym', 'data of cym'], ['pol', 'data of pol']]);
});

test('without a language, or with one that is no gzip, nothing is read wrongly', async () => {
  put('tesseract.wasm', Uint8Array.of(0));
  await expect(ocrData(folder)).rejects.toThrow('no language data');
  put('eng.traineddata.gz', Uint8Array.of(1, 2, 3));
  await expect(ocrData(folder)).rejects.toThrow();
});
