import { Refusal } from '../../../../shared/contract/errors';
import { asRefusal } from '../file-port';
import { rootNames } from '../object-names';
import type { VaultFiles } from '../vault-files';
import { readObject } from '../vault-files';
import { sameBytes } from '../../crypto/primitives';
import { copyObject, DamagedSource, digestOf } from './copy-object';
import type { Progress } from './progress';

/** What is compared byte for byte: only the copies of a root keep their name when they change, and few are longer than this. */
const comparedBytes = 64 * 1024;
/** A root that names as much as it can; each has a multiple of the step as its length. */
const longestRoot = 2 * 1024 * 1024;
const rootStep = 4096;

/** Names that this compartment's key did not make: another's, or nobody's. */
export async function foreignNames(vault: VaultFiles): Promise<string[]> {
  const own: readonly string[] = rootNames(vault.keys.names);
  return (await vault.objects.names()).filter((name) => vault.objects.kindOf(name) === null && !own.includes(name));
}

/**
 * Copies what belongs to others, byte for byte; nothing of theirs is ever removed. First `copyNew`, then, when all names are on the disk, `copyChanged`: what changes
 * under its name are roots, which may name what is new.
 */
export class ForeignObjects {
  private changed: string[] = [];

  constructor(
    private readonly from: VaultFiles,
    private readonly to: VaultFiles,
    private readonly progress: Progress,
  ) {}

  async copyNew(): Promise<number> {
    const fresh: { name: string; bytes: number }[] = [];
    for (const name of await foreignNames(this.from)) {
      const bytes = await this.from.objects.sizeOf(name);
      if (bytes === null) continue;
      const there = await this.to.objects.sizeOf(name);
      if (there === null) fresh.push({ name, bytes });
      else if (!(await this.agrees(name, bytes, there))) this.changed.push(name);
      this.progress.assertGoingOn();
    }
    for (const { bytes } of fresh) this.progress.expect(bytes);
    return this.copy(fresh.map(({ name }) => name));
  }

  async copyChanged(): Promise<number> {
    return this.copy(this.changed.splice(0));
  }

  /** One that cannot be read here stays as it is there. */
  private async copy(names: readonly string[]): Promise<number> {
    let copied = 0;
    for (const name of names) {
      try {
        copied += await copyObject(this.from.objects, this.to.objects, name, this.progress);
      } catch (error) {
        if (!(error instanceof DamagedSource)) throw error;
      }
    }
    return copied;
  }

  /** Long ones of the same length are believed to be the same unless ours was changed after theirs was written. */
  private async agrees(name: string, bytes: number, there: number): Promise<boolean> {
    if (bytes !== there) return false;
    if (bytes > longestRoot || (bytes > comparedBytes && bytes % rootStep !== 0)) {
      if ((await this.from.objects.modifiedMs(name)) <= (await this.to.objects.modifiedMs(name))) return true;
      return (await this.digest(this.from, name)) === (await this.digest(this.to, name));
    }
    const ours = await read(this.from, name);
    const theirs = await read(this.to, name);
    // What cannot be read here is no better than what is there.
    return ours === null || (theirs !== null && sameBytes(ours, theirs));
  }

  private async digest(vault: VaultFiles, name: string): Promise<string | null> {
    const file = await vault.objects.open(name);
    return file === null ? null : digestOf(file, null);
  }
}

async function read(vault: VaultFiles, name: string): Promise<Uint8Array | null> {
  try {
    return await readObject(vault, name);
  } catch (error) {
    if (asRefusal(error) instanceof Refusal) return null;
    throw error;
  }
}
