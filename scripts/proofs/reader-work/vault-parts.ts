import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { systemRandom } from '../../../electron/vault/crypto/primitives';
import { nodeFilePort } from '../../../electron/vault/store/file-port';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { ObjectFolder } from '../../../electron/vault/store/object-folder';
import { rootNames } from '../../../electron/vault/store/object-names';
import { prepareOpen } from '../../../electron/vault/store/open-store';
import { readRoot } from '../../../electron/vault/store/vault-files';
import { passphraseKey } from './made-vault';

export type Part = 'header' | 'root' | 'snapshot' | 'journal' | 'newest' | 'reserve' | 'evidence';

export interface PartFile {
  /** Relative to the vault's folder. */
  path: string;
  bytes: number;
}

/** Which file is what, as the program has it. `newest` is the segment that is not ended; `reserve` the generation before. */
export async function partsOf(folder: string): Promise<Record<Part, PartFile[]>> {
  const { header, keys } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), await passphraseKey((await prepareOpen(folder))[0]));
  const objects = new ObjectFolder(folder, nodeFilePort, keys.names, systemRandom);
  const { root } = await readRoot({ folder, vaultId: header.vaultId, keys, files: nodeFilePort, objects, random: systemRandom });
  const segments = new Map(root.current.segments.map((segment) => [segment.name, segment.end === null ? ('newest' as const) : ('journal' as const)]));
  const partOf = (name: string): Part => {
    if (name.startsWith('head.')) return 'header';
    if (rootNames(keys.names).includes(name)) return 'root';
    if (name === root.current.snapshot?.name) return 'snapshot';
    return segments.get(name) ?? (objects.kindOf(name) === 'evidence' ? 'evidence' : 'reserve');
  };
  const parts: Record<Part, PartFile[]> = { header: [], root: [], snapshot: [], journal: [], newest: [], reserve: [], evidence: [] };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^(head\.[01]|[0-9a-f]{32})$/.test(entry.name) || root.setAside.includes(entry.name)) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    parts[partOf(entry.name)].push({ path, bytes: (await stat(join(folder, path))).size });
  }
  return parts;
}
