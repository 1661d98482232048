import { createHash } from 'node:crypto';
import { applyChange, MemoryFile, MemoryFolder, type DiskImage, type MemoryDisk, type MemoryNode, type NameChange } from './memory-disk';

/** What a loss of power may leave, and how it was arrived at. */
export interface CrashState {
  image: DiskImage;
  /** Equal states have equal digests; folders without files do not count, nor do files that are `beside`. */
  digest: string;
  how: string;
}

/** A number in [0, 1). */
export type Chance = () => number;

const sector = 512;
const block = 4096;
/** So many cuts, and so many lost blocks, of each file that is torn. */
const tears = 4;

interface Unsynced {
  folders: { folder: MemoryFolder; change: NameChange }[];
  files: MemoryFile[];
}

/** Everything that is not on the disk yet and could still be reached after a loss of power. */
function unsyncedOf(disk: MemoryDisk): Unsynced {
  const found: Unsynced = { folders: [], files: [] };
  const seen = new Set<MemoryNode>();
  const visit = (node: MemoryNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node instanceof MemoryFile) {
      if (node.pending.length > 0) found.files.push(node);
      return;
    }
    for (const change of node.pending) {
      found.folders.push({ folder: node, change });
      for (const [, target] of change.names) if (target) visit(target);
    }
    for (const child of node.durable.values()) visit(child);
  };
  visit(disk.root);
  found.folders.sort((left, right) => left.change.order - right.change.order);
  return found;
}

interface Choice {
  how: string;
  keeps: (change: NameChange) => boolean;
  content: (file: MemoryFile) => Uint8Array;
}

function imageOf(disk: MemoryDisk, choice: Choice): DiskImage {
  const image = new Map<string, Uint8Array | null>();
  const visit = (folder: MemoryFolder, path: string): void => {
    const entries = new Map(folder.durable);
    for (const change of folder.pending) if (choice.keeps(change)) applyChange(entries, change.names);
    for (const [name, node] of entries) {
      const at = `${path}/${name}`;
      if (node instanceof MemoryFile) image.set(at, node.pending.length > 0 ? choice.content(node) : node.durable);
      else {
        image.set(at, null);
        visit(node, at);
      }
    }
  };
  visit(disk.root, '');
  return image;
}

const digests = new WeakMap<Uint8Array, string>();

/** SHA-256 of a file's bytes, worked out once for each version. */
export function contentDigest(content: Uint8Array): string {
  let digest = digests.get(content);
  if (digest === undefined) {
    digest = createHash('sha256').update(content).digest('base64');
    digests.set(content, digest);
  }
  return digest;
}

function imageDigest(image: DiskImage, isBeside: (path: string) => boolean): string {
  const lines: string[] = [];
  for (const [path, content] of image) if (content !== null && !isBeside(path)) lines.push(`${path} ${contentDigest(content)}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64');
}

/** `all` of it when there are few, else so many spread over it, each by chance within its stretch. */
function someOf<T>(all: readonly T[], most: number, chance: Chance): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor(((i + chance()) * all.length) / most)] as T);
}

/** The length is there and bytes beyond `keep` are not: zeros (delayed allocation), or what the disk held there before. */
function grown(file: MemoryFile, keep: number, stale: Chance | null): Uint8Array {
  const bytes = new Uint8Array(file.content.length);
  if (stale) for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(stale() * 256);
  bytes.set(file.content.subarray(0, Math.max(keep, 0)));
  bytes.set(file.durable);
  return bytes;
}

function withoutRange(file: MemoryFile, from: number, until: number): Uint8Array {
  const bytes = file.content.slice();
  bytes.fill(0, from, until);
  bytes.set(file.durable.subarray(Math.min(from, file.durable.length), until), Math.min(from, file.durable.length));
  return bytes;
}

const variants = new WeakMap<Uint8Array, { how: string; bytes: Uint8Array }[]>();

/** What may be left of a file's unsynced bytes besides all and nothing. The store only ever appends. */
function tornOf(file: MemoryFile, most: number, chance: Chance): { how: string; bytes: Uint8Array }[] {
  const known = variants.get(file.content);
  if (known) return known;
  const from = file.durable.length;
  const end = file.content.length;
  const torn: { how: string; bytes: Uint8Array }[] = [];
  const cuts: number[] = [];
  for (let at = Math.floor(from / sector) * sector + sector; at < end; at += sector) cuts.push(at);
  for (const at of someOf(cuts, most, chance)) {
    torn.push({ how: `cut at ${at}`, bytes: file.content.slice(0, at) });
    torn.push({ how: `zeros after ${at}`, bytes: grown(file, at, null) });
  }
  torn.push({ how: 'cut inside a sector', bytes: file.content.slice(0, from + Math.ceil((end - from) / 2)) });
  torn.push({ how: 'length without bytes', bytes: grown(file, 0, null) });
  torn.push({ how: 'length with stale bytes', bytes: grown(file, 0, chance) });
  const blocks: number[] = [];
  for (let at = Math.floor(from / block) * block; at < end; at += block) blocks.push(at);
  for (const at of someOf(blocks, most, chance)) torn.push({ how: `without the block at ${at}`, bytes: withoutRange(file, Math.max(at, from), Math.min(at + block, end)) });
  if (file.pending.length > 1) {
    for (const write of someOf(file.pending, most, chance)) torn.push({ how: `without the write at ${write.position}`, bytes: withoutRange(file, Math.max(write.position, from), write.position + write.bytes.length) });
  }
  variants.set(file.content, torn);
  return torn;
}

const volatile = (file: MemoryFile): Uint8Array => file.content;
const durable = (file: MemoryFile): Uint8Array => file.durable;

function* choices(unsynced: Unsynced, chance: Chance, effort: number): Generator<Choice> {
  const { folders, files } = unsynced;
  yield { how: 'everything', keeps: () => true, content: volatile };
  yield { how: 'only what was synced', keeps: () => false, content: durable };
  yield { how: 'names without bytes', keeps: () => true, content: durable };
  yield { how: 'bytes without names', keeps: () => false, content: volatile };
  for (const { change } of someOf(folders, effort, chance)) {
    const names = change.names.map(([name, node]) => (node === null ? `-${name}` : name)).join(' ');
    yield { how: `all names but ${names}`, keeps: (other) => other !== change, content: volatile };
    yield { how: `of names only ${names}`, keeps: (other) => other === change, content: durable };
    yield { how: `names up to ${names}`, keeps: (other) => other.order <= change.order, content: durable };
  }
  for (const file of someOf(files, 4, chance)) {
    for (const torn of someOf(tornOf(file, tears, chance), effort, chance)) {
      const content = (other: MemoryFile): Uint8Array => (other === file ? torn.bytes : other.content);
      yield { how: torn.how, keeps: () => true, content };
      if (folders.length > 0 && chance() < 0.3) yield { how: `${torn.how}, no name`, keeps: () => false, content: (other) => (other === file ? torn.bytes : other.durable) };
    }
  }
  for (let i = 0; i < effort && folders.length + files.length > 1; i += 1) {
    const share = chance();
    const kept = new Set(folders.filter(() => chance() < share).map(({ change }) => change));
    const contents = new Map(files.map((file) => {
      const torn = someOf(tornOf(file, tears, chance), 1, chance)[0]?.bytes ?? file.content;
      return [file, [file.content, file.durable, torn][Math.floor(chance() * 3)] ?? file.content] as const;
    }));
    yield { how: `by chance (${kept.size} of ${folders.length} names)`, keeps: (change) => kept.has(change), content: (file) => contents.get(file) ?? file.content };
  }
}

/**
 * States that a loss of power at this moment may leave, equal ones once: for every unsynced name there or not, alone, in order and by chance;
 * for every file with unsynced bytes all, none, torn at the borders of sectors, grown without bytes, blocks out of order.
 * @param effort how many of each kind where there are many
 * @param isBeside files that make no state another one
 */
export function crashStates(disk: MemoryDisk, chance: Chance, effort: number, isBeside: (path: string) => boolean = () => false): CrashState[] {
  const states = new Map<string, CrashState>();
  for (const choice of choices(unsyncedOf(disk), chance, effort)) {
    const image = imageOf(disk, choice);
    const digest = imageDigest(image, isBeside);
    if (!states.has(digest)) states.set(digest, { image, digest, how: choice.how });
  }
  return [...states.values()];
}
