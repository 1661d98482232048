import { join } from 'node:path';
import type { RandomSource } from '../crypto/primitives';
import { errorCode, type FilePort, type OpenFile } from './file-port';
import { kindOfName, newObjectName, type ObjectKind } from './object-names';

/** The `objects` folder: 256 folders by the first two digits of a name, so that none holds too many files. */
export class ObjectFolder {
  private readonly folder: string;
  /** The shelves whose names are known to be on the disk, because this process synced them. */
  private shelves: Promise<Set<string>> | null = null;

  constructor(
    vaultFolder: string,
    readonly files: FilePort,
    private readonly namesKey: Uint8Array,
    private readonly random: RandomSource,
  ) {
    this.folder = join(vaultFolder, 'objects');
  }

  newName(kind: ObjectKind): string {
    return newObjectName(this.namesKey, kind, this.random);
  }

  /** Of one of this compartment's objects; null for a name that is not. */
  kindOf(name: string): ObjectKind | null {
    return kindOfName(this.namesKey, name);
  }

  private shelf(name: string): string {
    return join(this.folder, name.slice(0, 2));
  }

  private path(name: string): string {
    return join(this.shelf(name), name);
  }

  /** Whether the object can be found under its name. */
  holds(name: string): Promise<boolean> {
    return this.files.exists(this.path(name));
  }

  /** A shelf may be there and not be on the disk: whoever made it may have been killed before syncing. */
  private async shelvesOnDisk(): Promise<Set<string>> {
    const found = new Set((await this.files.list(this.folder)).map((shelf) => join(this.folder, shelf)));
    await this.files.syncFolder(this.folder);
    return found;
  }

  private async makeShelf(name: string): Promise<void> {
    this.shelves ??= this.shelvesOnDisk().catch((error: unknown) => {
      this.shelves = null;
      throw error;
    });
    const shelves = await this.shelves;
    if (shelves.has(this.shelf(name))) return;
    await this.files.makeFolder(this.shelf(name));
    await this.files.syncFolder(this.folder);
    shelves.add(this.shelf(name));
  }

  /**
   * Writes an object so that it appears whole or not at all: temporary name, fsync, rename, fsync of the folder. On any
   * failure the temporary is removed and the error goes on.
   */
  async publish<T>(name: string, fill: (file: OpenFile) => Promise<T>): Promise<T> {
    await this.makeShelf(name);
    // The temporary lives on the final name's shelf, so that the rename stays within one folder.
    const temporary = join(this.shelf(name), this.newName('temporary'));
    let file: OpenFile | null = await this.files.create(temporary);
    try {
      const result = await fill(file);
      await file.sync();
      const closing = file;
      file = null;
      await closing.close();
      await this.files.rename(temporary, this.path(name));
      await this.files.syncFolder(this.shelf(name));
      return result;
    } catch (error) {
      await file?.close().catch(() => undefined);
      await this.files.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Creates an object that stays open for appending (a journal segment); its name is on the disk when this returns. */
  async createOpen(name: string, first: Uint8Array): Promise<OpenFile> {
    await this.makeShelf(name);
    const file = await this.files.create(this.path(name));
    try {
      await file.write(first, 0);
      await file.sync();
      await this.files.syncFolder(this.shelf(name));
      return file;
    } catch (error) {
      await file.close().catch(() => undefined);
      await this.files.remove(this.path(name)).catch(() => undefined);
      throw error;
    }
  }

  /** Opens an object; null when it does not exist. */
  async open(name: string): Promise<OpenFile | null> {
    try {
      return await this.files.openForReading(this.path(name));
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return null;
      throw error;
    }
  }

  /** Removes an object, if it is there. */
  async remove(name: string): Promise<void> {
    try {
      await this.files.remove(this.path(name));
      await this.files.syncFolder(this.shelf(name));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }

  /**
   * Removes this compartment's own objects that `unwanted` names, and returns how many. Names it does not know may be
   * another compartment's and stay.
   */
  async sweepOwn(unwanted: (name: string, kind: ObjectKind) => boolean): Promise<number> {
    let removed = 0;
    for (const shelf of await this.files.list(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await this.files.list(join(this.folder, shelf))) {
        const kind = kindOfName(this.namesKey, name);
        if (kind === null || !unwanted(name, kind)) continue;
        await this.files.remove(join(this.folder, shelf, name));
        removed += 1;
      }
    }
    return removed;
  }
}
