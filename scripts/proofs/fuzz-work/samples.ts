import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importersOf } from '../../../shared/importers/registry';
import { isGoogleTimeline } from '../../../shared/importers/location/google-timeline';
import { mailImporterFor } from '../../../shared/importers/mail/mail-importers';
import { memorySource, sampleFiles } from '../../../shared/importers/testing/memory-source';

/** A sample of an importer: its files, and which of them hold what is read. */
export interface Sample {
  /** `telegram/group.json`. */
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly recognised: readonly string[];
}

/** Every sample of every importer, found where importers keep them: a new importer is among them by itself. */
export async function everySample(root: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  const importers = join(root, 'shared/importers');
  for (const kind of readdirSync(importers).filter((name) => existsSync(join(importers, name, 'samples'))).sort()) {
    const own = join(kind, 'samples');
    const folders = kind === 'mail' ? readdirSync(join(importers, own)).map((inner) => join(own, inner)) : [own];
    for (const folder of folders) {
      for (const name of readdirSync(join(importers, folder)).filter((each) => !each.endsWith('.expected')).sort()) {
        const files = sampleFiles(join(importers, folder), name);
        samples.push({ name: `${folder.replace('/samples', '')}/${name}`, files, recognised: await recognisedOf(files) });
      }
    }
  }
  return samples.filter(({ recognised }) => recognised.length > 0);
}

async function recognisedOf(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const recognised: string[] = [];
  for (const file of memorySource('sample', files).files) {
    const head = await file.head();
    if (importersOf(head).length > 0 || isGoogleTimeline(head) || (await mailImporterFor(file)) !== null) recognised.push(file.path);
  }
  return recognised;
}
