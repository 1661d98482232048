import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { memorySource, sampleFiles } from '../testing/memory-source';
import { mailImporterFor } from './mail-importers';

const importers = path.join(import.meta.dirname, '..');
const folders = readdirSync(importers, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'mail').map(({ name }) => path.join(importers, name, 'samples')).filter((folder) => existsSync(folder));

it('finds a mail in no sample of a conversation', async () => {
  const taken: string[] = [];
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((one) => !one.endsWith('.expected'))) {
      for (const file of memorySource(name, sampleFiles(folder, name)).files) if ((await mailImporterFor(file)) !== null) taken.push(`${folder} ${file.path}`);
    }
  }
  expect(folders.length).toBeGreaterThan(0);
  expect(taken).toEqual([]);
});

it('finds each kind of mail', async () => {
  for (const kind of ['eml', 'mbox', 'msg']) {
    const folder = path.join(import.meta.dirname, 'samples', kind);
    for (const name of readdirSync(folder).filter((one) => !one.endsWith('.expected'))) {
      const [file] = memorySource(name, sampleFiles(folder, name)).files;
      expect([name, (await mailImporterFor(file!))?.kind]).toEqual([name, kind]);
    }
  }
});
