import { systemRandom } from '../../../electron/vault/crypto/primitives';
import { chunkBytes } from '../../../electron/vault/crypto/stream';
import type { VaultKeys } from '../../../electron/vault/crypto/vault-keys';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { openSlots } from '../../../electron/vault/store/header/header';
import { ObjectFolder } from '../../../electron/vault/store/object-folder';
import { rootNames } from '../../../electron/vault/store/object-names';
import { openStore, prepareOpen } from '../../../electron/vault/store/open-store';
import type { SegmentEntry } from '../../../electron/vault/store/root';
import { saltBytes, SegmentCipher } from '../../../electron/vault/store/segment';
import { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { readRoot } from '../../../electron/vault/store/vault-files';
import { vaultFolder } from '../crash-states-work/lock';
import { onDisk, type VaultImage } from './images';
import { secretKeyFor } from './secret';

export const roles = ['header', 'root', 'snapshot', 'ended segment', 'newest segment', 'reserve snapshot', 'reserve segment', 'segment set aside', 'evidence', 'spare room', 'second compartment'] as const;
export type Role = (typeof roles)[number];

export interface Part {
  path: string;
  role: Role;
  /** Where its pieces begin, and where the last one ends: fields, records, chunks. */
  borders: readonly number[];
  /** Bytes beyond are not looked at: an ended segment's end. */
  usedBytes: number;
}

export interface Anatomy {
  parts: readonly Part[];
  /** Of the header: the compartment that the secret opens. */
  place: 0 | 1;
  /** Evidence that the record holds, by name; other evidence is left over. */
  named: ReadonlyMap<string, { key: Uint8Array; sizeBytes: number }>;
}

const headBytes = 16;
const tagBytes = 16;
/** docs/FORMAT.md, "Header". */
const headerFields = [0, 8, 10, 12, 28, 29, 30, 32, 36, 40, 56, 64, 72, ...Array.from({ length: 9 }, (_, i) => 128 + i * 128), 3968, 4000, 4032, 4064, 4096];

/** Which file of a whole vault is what, and where its pieces lie. */
export async function anatomyOf(image: VaultImage): Promise<Anatomy> {
  const { vaultId, keys, root, objects, place } = await unlocked(image);
  const copies = rootNames(keys.names);
  const segments = new Map<string, [Role, SegmentEntry]>();
  for (const segment of root.current.segments) segments.set(segment.name, [segment.end === null ? 'newest segment' : 'ended segment', segment]);
  for (const segment of root.previous?.segments ?? []) segments.set(segment.name, ['reserve segment', segment]);
  const partOf = (path: string, bytes: Uint8Array): Part | null => {
    const name = path.split('/').at(-1) ?? '';
    const whole = { path, usedBytes: bytes.length };
    if (/^head\.[01]$/.test(path)) return { ...whole, role: 'header', borders: headerFields };
    if (path === 'spare') return { ...whole, role: 'spare room', borders: [0, bytes.length] };
    if (copies.includes(name)) return { ...whole, role: 'root', borders: [0, saltBytes, bytes.length - tagBytes, bytes.length] };
    if (name === root.current.snapshot?.name) return { ...whole, role: 'snapshot', borders: chunks(bytes.length, saltBytes) };
    if (name === root.previous?.snapshot?.name) return { ...whole, role: 'reserve snapshot', borders: chunks(bytes.length, saltBytes) };
    const segment = segments.get(name);
    if (segment) {
      const [role, { end }] = segment;
      return { path, role, borders: records(keys, vaultId, bytes, end?.lengthBytes ?? bytes.length), usedBytes: end?.lengthBytes ?? bytes.length };
    }
    if (root.setAside.includes(name)) return { ...whole, role: 'segment set aside', borders: records(keys, vaultId, bytes, bytes.length) };
    const kind = objects.kindOf(name);
    if (kind === null && path.startsWith('objects/')) return { ...whole, role: 'second compartment', borders: [0, bytes.length] };
    return kind === 'evidence' ? { ...whole, role: 'evidence', borders: chunks(bytes.length, 0) } : null;
  };
  return { parts: [...image].flatMap(([path, bytes]) => partOf(path, bytes) ?? []), place, named: await namedEvidence(image) };
}

async function unlocked(image: VaultImage) {
  const disk = new MemoryDisk(onDisk(image));
  const copies = await readHeaderCopies(disk, vaultFolder);
  const [newest] = copies.sound;
  if (newest === undefined) throw new Error('no copy of the header is sound');
  const secretKey = secretKeyFor(newest.parameters);
  const { header, keys } = unlockHeader(copies, secretKey);
  const objects = new ObjectFolder(vaultFolder, disk, keys.names, systemRandom);
  const { root } = await readRoot({ folder: vaultFolder, vaultId: header.vaultId, keys, files: disk, objects, random: systemRandom });
  return { vaultId: header.vaultId, keys, objects, root, place: openSlots(header, secretKey)?.place ?? 0 };
}

async function namedEvidence(image: VaultImage): Promise<Anatomy['named']> {
  const disk = new MemoryDisk(onDisk(image));
  const { store } = await openStore({ folder: vaultFolder, key: secretKeyFor((await prepareOpen(vaultFolder, { files: disk }))[0]), mark: null }, { files: disk });
  const rows = store.all<{ object_name: string; evidence_key: Uint8Array; size_bytes: number }>(`SELECT object_name, evidence_key, size_bytes FROM document WHERE object_name IS NOT NULL`);
  await store.close();
  return new Map(rows.map((row) => [row.object_name, { key: row.evidence_key, sizeBytes: row.size_bytes }]));
}

/** The segment that is being written. */
export async function newestSegment(image: VaultImage): Promise<string> {
  const { root } = await unlocked(image);
  const newest = root.current.segments.at(-1);
  if (newest === undefined) throw new Error('no segment is being written');
  return `objects/${newest.name.slice(0, 2)}/${newest.name}`;
}

function chunks(bytes: number, from: number): number[] {
  const borders = from === 0 ? [] : [0];
  for (let at = from; at < bytes; at += chunkBytes + tagBytes) borders.push(at);
  return [...borders, bytes];
}

function records(keys: VaultKeys, vaultId: Uint8Array, bytes: Uint8Array, end: number): number[] {
  const cipher = new SegmentCipher(keys, bytes.subarray(0, saltBytes), vaultId);
  const borders = [0];
  let at = saltBytes;
  for (let index = 0; at < end; index += 1) {
    borders.push(at);
    const length = cipher.readHead(bytes, at, index);
    if (length === null) break;
    at += headBytes + length;
  }
  return [...new Set([...borders, Math.min(at, end), bytes.length])];
}
