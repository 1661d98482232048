import { basename, dirname } from 'node:path';
import type { FilePort, OpenFile } from '../file-port';

/** What a file or a folder is after a loss of power: a file's bytes, or null for a folder, by absolute path. */
export type DiskImage = ReadonlyMap<string, Uint8Array | null>;

export class MemoryFile {
  /** As every process sees it. Never changed in place: whoever holds it holds a version. */
  content: Uint8Array = new Uint8Array(0);
  /** As the disk was last told to hold it. */
  durable: Uint8Array = this.content;
  /** What was written since, in order. */
  pending: { position: number; bytes: Uint8Array }[] = [];
  changedMs = Date.now();
  /** A sync of it failed: the system calls these bytes clean from then on, and they never reach the disk. */
  isForsaken = false;

  constructor(content?: Uint8Array) {
    if (content) this.durable = this.content = content;
  }

  write(bytes: Uint8Array, position: number): void {
    const next = new Uint8Array(Math.max(this.content.length, position + bytes.length));
    next.set(this.content);
    next.set(bytes, position);
    this.content = next;
    this.pending.push({ position, bytes: bytes.slice() });
    this.changedMs = Date.now();
  }

  sync(): void {
    if (this.isForsaken) return;
    this.durable = this.content;
    this.pending = [];
  }
}

/** One change of a folder's names, whole or not at all: null takes a name away. A rename is one change of two names. */
export interface NameChange {
  order: number;
  names: readonly (readonly [string, MemoryNode | null])[];
}

export class MemoryFolder {
  readonly entries = new Map<string, MemoryNode>();
  readonly durable = new Map<string, MemoryNode>();
  pending: NameChange[] = [];

  change(order: number, names: NameChange['names']): void {
    applyChange(this.entries, names);
    this.pending.push({ order, names });
  }

  sync(): void {
    for (const { names } of this.pending) applyChange(this.durable, names);
    this.pending = [];
  }
}

export type MemoryNode = MemoryFile | MemoryFolder;

export function applyChange(entries: Map<string, MemoryNode>, names: NameChange['names']): void {
  for (const [name, node] of names) {
    if (node === null) entries.delete(name);
    else entries.set(name, node);
  }
}

function failing(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/**
 * A disk in memory. Processes see every change at once; what a loss of power may leave of it is told apart as POSIX does: a file's bytes
 * hold after its fsync, a name after its folder's. Nothing else is promised, no order either (testing/power-loss.ts).
 */
export class MemoryDisk implements FilePort {
  readonly root = new MemoryFolder();
  /** Files whose bytes were asked for, by whatever way: nothing that was found out rests on any other file's. */
  readonly read = new Set<string>();
  private order = 0;

  constructor(image: DiskImage = new Map()) {
    for (const [path, content] of image) {
      const parts = path.split('/').filter((part) => part !== '');
      const last = parts.pop() ?? '';
      let folder = this.root;
      for (const part of parts) folder = this.folderAt(folder, part);
      if (content === null) this.folderAt(folder, last);
      else {
        const file = new MemoryFile(content);
        folder.entries.set(last, file);
        folder.durable.set(last, file);
      }
    }
  }

  private folderAt(parent: MemoryFolder, name: string): MemoryFolder {
    const known = parent.entries.get(name);
    if (known instanceof MemoryFolder) return known;
    const made = new MemoryFolder();
    parent.entries.set(name, made);
    parent.durable.set(name, made);
    return made;
  }

  private find(path: string): MemoryNode | null {
    let node: MemoryNode = this.root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      if (!(node instanceof MemoryFolder)) return null;
      const next = node.entries.get(part);
      if (next === undefined) return null;
      node = next;
    }
    return node;
  }

  private folder(path: string): MemoryFolder {
    const found = this.find(path);
    if (!(found instanceof MemoryFolder)) throw failing('ENOENT');
    return found;
  }

  private nextOrder(): number {
    this.order += 1;
    return this.order;
  }

  /** A file's bytes as every process sees them; null when there is none. */
  peek(path: string): Uint8Array | null {
    const found = this.find(path);
    this.read.add(path);
    return found instanceof MemoryFile ? found.content : null;
  }

  /** Changes a file's bytes as if it had always had them. */
  rewrite(path: string, bytes: Uint8Array): void {
    const found = this.find(path);
    if (!(found instanceof MemoryFile)) throw failing('ENOENT');
    found.content = bytes;
    found.sync();
  }

  /** What a failed fsync does to a file: the next one succeeds and keeps no more than this one did. */
  forsake(path: string): void {
    const found = this.find(path);
    if (found instanceof MemoryFile) found.isForsaken = true;
  }

  async create(path: string): Promise<OpenFile> {
    const folder = this.folder(dirname(path));
    if (folder.entries.has(basename(path))) throw failing('EEXIST');
    const file = new MemoryFile();
    folder.change(this.nextOrder(), [[basename(path), file]]);
    return this.opened(file);
  }

  async openForReading(path: string): Promise<OpenFile> {
    const found = this.find(path);
    if (!(found instanceof MemoryFile)) throw failing('ENOENT');
    this.read.add(path);
    return this.opened(found);
  }

  private opened(file: MemoryFile): OpenFile {
    return {
      write: async (bytes, position) => file.write(bytes, position),
      read: async (position, length) => file.content.slice(position, position + length),
      size: async () => file.content.length,
      dataSync: async () => file.sync(),
      sync: async () => file.sync(),
      close: async () => undefined,
    };
  }

  async rename(from: string, to: string): Promise<void> {
    const folder = this.folder(dirname(from));
    const node = folder.entries.get(basename(from));
    if (node === undefined) throw failing('ENOENT');
    // Across folders it would be two changes that a journal joins; the store never does it.
    if (dirname(from) !== dirname(to)) throw new Error('a rename across folders is not modelled');
    folder.change(this.nextOrder(), [[basename(from), null], [basename(to), node]]);
  }

  async remove(path: string): Promise<void> {
    const folder = this.folder(dirname(path));
    if (!(folder.entries.get(basename(path)) instanceof MemoryFile)) throw failing('ENOENT');
    folder.change(this.nextOrder(), [[basename(path), null]]);
  }

  async makeFolder(path: string): Promise<void> {
    let folder = this.root;
    for (const part of path.split('/')) {
      if (part === '') continue;
      let next = folder.entries.get(part);
      if (next === undefined) {
        next = new MemoryFolder();
        folder.change(this.nextOrder(), [[part, next]]);
      }
      if (!(next instanceof MemoryFolder)) throw failing('EEXIST');
      folder = next;
    }
  }

  async list(path: string): Promise<string[]> {
    const found = this.find(path);
    return found instanceof MemoryFolder ? [...found.entries.keys()] : [];
  }

  async exists(path: string): Promise<boolean> {
    return this.find(path) !== null;
  }

  async sizeOf(path: string): Promise<number | null> {
    const found = this.find(path);
    this.read.add(path);
    return found instanceof MemoryFile ? found.content.length : null;
  }

  async removeFolder(path: string): Promise<void> {
    const found = this.folder(path);
    if (found.entries.size > 0) throw failing('ENOTEMPTY');
    this.folder(dirname(path)).change(this.nextOrder(), [[basename(path), null]]);
  }

  async modifiedMs(path: string): Promise<number> {
    const found = this.find(path);
    if (!(found instanceof MemoryFile)) throw failing('ENOENT');
    return found.changedMs;
  }

  async touch(path: string): Promise<void> {
    const found = this.find(path);
    if (!(found instanceof MemoryFile)) throw failing('ENOENT');
    found.changedMs = Date.now();
  }

  async syncFolder(path: string): Promise<void> {
    this.syncNow(path);
  }

  syncNow(path: string): void {
    this.folder(path).sync();
  }
}
