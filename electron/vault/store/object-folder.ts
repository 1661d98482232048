import { join } from 'node:path';
import type { RandomSource } from '../crypto/primitives';
import { errorCode, type FilePort, type OpenFile } from './file-port';
import { isObjectName, kindOfName, newObjectName, type ObjectKind } from './object-names';

export interface PublishOptions {
  verify?: (open: () => Promise<OpenFile>) => Promise<void>;
  isNameSyncedLater?: boolean;
}

/** The `objects` folder: 256 folders by the first two digits of a name, so that none holds too many files. */
export class ObjectFolder {
  private readonly folder: string;
  /** The shelves whose names are known to be on the disk, because this process synced them. */
  private shelves: Promise<Set<string>> | null = null;
  private readonly unsynced = new Set<string>();

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

  /** Names of all objects, this compartment's and others', in order. What has no object's name is passed over. */
  async names(): Promise<string[]> {
    const found: string[] = [];
    for (const shelf of await this.files.list(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await this.files.list(join(this.folder, shelf))) if (isObjectName(name) && name.startsWith(shelf)) found.push(name);
    }
    return found.sort();
  }

  /** Names of this compartment's own objects that are wanted. */
  async ownNames(isWanted: (name: string, kind: ObjectKind) => boolean): Promise<string[]> {
    return (await this.names()).filter((name) => {
      const kind = this.kindOf(name);
      return kind !== null && isWanted(name, kind);
    });
  }

  /** Bytes of an object on the disk; null when it is not there. */
  sizeOf(name: string): Promise<number | null> {
    return this.files.sizeOf(this.path(name));
  }

  /** Milliseconds since 1970 of an object's last change. */
  modifiedMs(name: string): Promise<number> {
    return this.files.modifiedMs(this.path(name));
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
   * @param verify is shown what was written and synced, opened anew; its throw is a failure too
   * @param isNameSyncedLater the name outlasts a loss of power only after `syncNames`
   */
  async publish<T>(name: string, fill: (file: OpenFile) => Promise<T>, { verify, isNameSyncedLater = false }: PublishOptions = {}): Promise<T> {
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
      await verify?.(() => this.files.openForReading(temporary));
      await this.files.rename(temporary, this.path(name));
      if (isNameSyncedLater) this.unsynced.add(this.shelf(name));
      else await this.files.syncFolder(this.shelf(name));
      return result;
    } catch (error) {
      await file?.close().catch(() => undefined);
      await this.files.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  /** Names of objects that were published with their syncing put off are on the disk when this returns. */
  async syncNames(): Promise<void> {
    for (const shelf of this.unsynced) {
      await this.files.syncFolder(shelf);
      this.unsynced.delete(shelf);
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
   * @param isForGood the removal outlasts a loss of power
   */
  async sweepOwn(unwanted: (name: string, kind: ObjectKind) => boolean, isForGood = false): Promise<number> {
    let removed = 0;
    for (const shelf of await this.files.list(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      for (const name of await this.files.list(join(this.folder, shelf))) {
        const kind = kindOfName(this.namesKey, name);
        if (kind === null || !unwanted(name, kind)) continue;
        await this.files.remove(join(this.folder, shelf, name));
        removed += 1;
      }
      if (isForGood) await this.files.syncFolder(join(this.folder, shelf));
    }
    return removed;
  }
}
