import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ocrData } from '../../electron/main/ocr/ocr-data';
import { PageReader } from '../../electron/main/sandboxed/page-pictures';
import { sweepFiles } from '../../electron/main/sweep/sweep-files';
import { hidingPlaces, pageShowing, pdfWithPicture } from '../../electron/workers/sweep/testing/hiding-places';
import type { ProtectedFact } from '../../shared/model/protected-fact';
import type { SweepReport } from '../../shared/model/sweep';
import { proofProgram, readJob } from '../proving/proof-program';

/** Runs in Electron: has the product's own sweep look through one file for each hiding place, in its own process, with its own machine that reads pictures; leaves what it found. */
interface Job { fact: ProtectedFact; planted: string; other: string; isSmall: boolean; isBroken: boolean }
const job = readJob<Job>();

const out = join(job.appFolder, 'out');
const files = { sweep: join(out, 'workers/sweep-entry.js'), assets: join(out, 'assets'), ocrPreload: join(out, 'preload/ocr.cjs'), picturePreload: join(out, 'preload/picture.cjs'), pagePreload: join(out, 'preload/page-pictures.cjs'), pdfjs: join(out, 'renderer/pdfjs') };
const { signal } = new AbortController();

/** The words as a picture: drawn by the program itself, so that nothing of them is written anywhere. */
async function pictureOf(words: string): Promise<Uint8Array> {
  const reader = new PageReader(Uint8Array.from(await pageShowing(words)), files, signal, { dotsPerInch: 200, password: null });
  await reader.open();
  const drawn = await reader.draw(1);
  reader.close();
  if (drawn === null || drawn === 'stalled') throw new Error('the picture was not drawn');
  return drawn.jpeg;
}

async function filesHolding(words: string): Promise<{ name: string; path: string; mediaType: string; bytes: Uint8Array }[]> {
  const written = await Promise.all(hidingPlaces.map(async (place) => ({ name: place.name, path: place.pathOf?.(words) ?? place.path, mediaType: place.mediaType, bytes: Uint8Array.from(await place.make(words)) })));
  const jpeg = await pictureOf(words);
  return [...written, { name: 'pixels of a photograph', path: 'photo.jpg', mediaType: 'image/jpeg', bytes: jpeg }, { name: 'pixels of a picture in a PDF', path: 'scan.pdf', mediaType: 'application/pdf', bytes: await pdfWithPicture(jpeg) }];
}

async function run(): Promise<void> {
  const sweep = (of: readonly { path: string; mediaType: string; bytes: Uint8Array }[], facts: readonly ProtectedFact[]): Promise<SweepReport> => sweepFiles(of, facts, { files, ocrData: () => ocrData(join(out, 'assets/ocr')), signal, progress: () => undefined });
  const planted = await filesHolding(job.planted);
  const startedAt = performance.now();
  const found = await sweep(planted, job.isBroken ? [{ ...job.fact, text: 'somewhere else' }] : [job.fact]);
  const ms = performance.now() - startedAt;
  const clean = await sweep(await filesHolding(job.other), [job.fact]);
  writeFileSync(join(job.folder, 'found.json'), JSON.stringify({ places: planted.map(({ name, path, bytes }) => ({ name, path, sizeBytes: bytes.length })), found, clean, ms }));
}

proofProgram(job, run);
