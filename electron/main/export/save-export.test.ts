import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { saveExport, suggestBundleName } from './save-export';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tidemark-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('%PDF');

it('is in the record before the file can be read', async () => {
  const place = path.join(folder, 'case.pdf');
  const seen = await saveExport(bytes, place, async ({ fileName }) => ({ fileName, there: await readdir(folder) }));
  expect(seen.fileName).toBe('case.pdf');
  expect(seen.there).not.toContain('case.pdf');
  expect(new Uint8Array(await readFile(place))).toEqual(bytes);
});

it('leaves nothing when it cannot be recorded', async () => {
  const refused = saveExport(bytes, path.join(folder, 'case.pdf'), () => Promise.reject(new Refusal('locked')));
  await expect(refused).rejects.toMatchObject({ code: 'locked' });
  expect(await readdir(folder)).toEqual([]);
});

it('names a court’s bundle by the case, its letter and the day, and never as a path', () => {
  expect(suggestBundleName('Re A/..', { letter: 'B', hearingDay: '2026-12-03' })).toBe('Re-A-bundle-B-2026-12-03.pdf');
  expect(suggestBundleName(' ', { letter: '', hearingDay: '' })).toBe('bundle.pdf');
});
