import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importers, importersOf } from './registry';
import { sampleFiles } from './testing/memory-source';

/** Read by interfaces of their own; nobody here may take them for conversations. */
const noConversations = ['mail', 'location'];

const samples = readdirSync(import.meta.dirname).map((folder) => path.join(folder, 'samples')).filter((folder) => existsSync(path.join(import.meta.dirname, folder)))
  .flatMap((folder) => readdirSync(path.join(import.meta.dirname, folder)).filter((name) => !name.endsWith('.expected')).map((name) => ({ folder: path.join(import.meta.dirname, folder), of: path.dirname(folder), name })));

/** The importers that recognise a sample's files, and the files that more than one does. */
function told(folder: string, name: string): { kinds: string[]; disputed: string[] } {
  const kinds = new Set<string>();
  const disputed: string[] = [];
  for (const [file, bytes] of sampleFiles(folder, name)) {
    const found = importersOf(bytes.subarray(0, 256 * 1024));
    for (const { kind } of found) kinds.add(kind);
    if (found.length > 1) disputed.push(`${file}: ${found.map(({ kind }) => kind).join(', ')}`);
  }
  return { kinds: [...kinds], disputed };
}

describe('the registry', () => {
  it('has each kind once', () => expect(new Set(importers.map(({ kind }) => kind)).size).toBe(importers.length));

  it('finds samples', () => expect(samples.length).toBeGreaterThan(40));

  it.each(samples)('$of: $name is told by exactly one importer, or by none where it is no conversation', ({ folder, of, name }) => {
    const { kinds, disputed } = told(folder, name);
    expect(disputed).toEqual([]);
    expect(kinds.length).toBe(noConversations.includes(of) ? 0 : 1);
  });

  it('tells all samples of a folder by the same importer', () => {
    const byFolder = new Map<string, Set<string>>();
    for (const { folder, of, name } of samples) for (const kind of told(folder, name).kinds) byFolder.set(of, (byFolder.get(of) ?? new Set()).add(kind));
    expect([...byFolder].filter(([, kinds]) => kinds.size > 1).map(([of, kinds]) => [of, [...kinds]])).toEqual([]);
  });
});
