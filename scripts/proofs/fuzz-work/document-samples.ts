import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madePapers } from '../../../electron/workers/read-source/papers/testing/made-papers';
import { tellType } from '../../../electron/workers/read-source/tell-type';
import { makeArchive } from '../../../electron/workers/read-source/testing/make-archive';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { oneOf } from '../../proving/chance';

/** Of documents, by who reads them. PDF is apart: each takes an instance of PDFium. */
export const documentFamilies = ['pictures', 'recordings', 'papers', 'pdf'] as const;
export type DocumentFamily = (typeof documentFamilies)[number];

export interface DocumentSample {
  readonly name: string;
  readonly family: DocumentFamily;
  /** What it is while it is sound: it is read as that too when its beginning is spoilt. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The file, spoilt: of a packed one mostly a part, packed again, because a spoilt archive seldom opens. */
  spoilt(spoil: (bytes: Uint8Array) => Uint8Array, chance: Chance): Uint8Array;
}

/** Pictures, recordings and papers: every sample in their folders, mails of Outlook (a compound file, as old Word is), and papers made with everything in them that is read. */
export async function everyDocumentSample(root: string): Promise<DocumentSample[]> {
  const workers = join(root, 'electron/workers');
  const samples: DocumentSample[] = [];
  const folders = [['pictures', 'read-document/pictures/samples'], ['recordings', 'read-document/recordings/samples'], ['papers', 'read-source/papers/samples'], ['papers', '../../shared/importers/mail/samples/msg']] as const;
  for (const [family, folder] of folders) {
    const place = join(workers, folder);
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place).filter((each) => !/\.(?:expected|json)$/.test(each)).sort()) samples.push(await asOneFile(family, name, readFileSync(join(place, name))));
  }
  for (const [number, paper] of (await madePapers()).entries()) {
    const name = `made-${number}.${paper.kind}`;
    samples.push('bytes' in paper ? await asOneFile(paper.kind === 'pdf' ? 'pdf' : 'papers', name, paper.bytes) : await asParts(name, paper.parts));
  }
  return samples;
}

async function asOneFile(family: DocumentFamily, name: string, bytes: Uint8Array): Promise<DocumentSample> {
  return { name: `${family}/${name}`, family, mediaType: (await tellType(bytes)).mediaType, bytes, spoilt: (spoil) => spoil(bytes) };
}

async function asParts(name: string, parts: Readonly<Record<string, string>>): Promise<DocumentSample> {
  const entries = Object.entries(parts).map(([part, text]) => ({ name: part, bytes: Buffer.from(text) }));
  const whole = makeArchive(entries);
  const spoilt: DocumentSample['spoilt'] = (spoil, chance) => {
    if (chance() < 0.3) return spoil(whole);
    const chosen = oneOf(chance, entries);
    return makeArchive(entries.map((entry) => (entry === chosen ? { ...entry, bytes: spoil(entry.bytes) } : entry)));
  };
  return { name: `papers/${name}`, family: 'papers', mediaType: (await tellType(whole)).mediaType, bytes: whole, spoilt };
}
