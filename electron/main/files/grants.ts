import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import type { Grant, PickedFiles } from '../../../shared/contract/program-calls';
import { isNetworkPath } from './network-path';

interface Granted {
  readonly path: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly untilMs: number;
  /** By which the vault noted it as coming in. */
  readonly comingId?: string;
  /** What was found in the folder when she looked: paths of its files. */
  readonly found?: readonly string[];
}

const goodForMs = 30 * 60 * 1000;

/**
 * Permissions for files and folders she picked. The window holds a random name; the path stays here. Good once, for half
 * an hour, and never past a lock.
 */
export class Grants {
  #granted = new Map<string, Granted>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number = Date.now) {
    this.#nowMs = nowMs;
  }

  /** Refuses `file-unreadable` when nothing is there, or when it is not what was asked for, `network-folder` for a folder on another computer. */
  async give(place: string, kind: 'file' | 'folder'): Promise<Grant> {
    const name = path.basename(place).slice(0, 1024);
    if (isNetworkPath(place)) throw kind === 'folder' ? new Refusal('network-folder') : new Refusal('file-unreadable', name);
    if (!path.isAbsolute(place)) throw new Refusal('file-unreadable', name);
    const facts = await stat(place).catch(() => null);
    if (facts === null || (kind === 'file' ? !facts.isFile() : !facts.isDirectory())) throw new Refusal('file-unreadable', name);
    const grant = randomBytes(16).toString('hex');
    const sizeBytes = kind === 'file' ? facts.size : 0;
    this.#granted.set(grant, { path: place, name, sizeBytes, untilMs: this.#nowMs() + goodForMs });
    return { grant, name, sizeBytes };
  }

  /** One for each file that can be read, in order; the others by name with the reason. */
  async giveEach(places: readonly string[]): Promise<PickedFiles> {
    const picked: PickedFiles = { grants: [], refused: [] };
    for (const place of places) {
      try {
        picked.grants.push(await this.give(place, 'file'));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        picked.refused.push({ code: error.code, file: error.file });
      }
    }
    return picked;
  }

  /** The vault noted the file of a grant as coming in. */
  noteComing(grant: string, comingId: string): void {
    const granted = this.#granted.get(grant);
    if (granted !== undefined) this.#granted.set(grant, { ...granted, comingId });
  }

  /** What lies in the folder of a grant, so that a file missing later can be named. */
  noteFound(grant: string, found: readonly string[]): void {
    const granted = this.#granted.get(grant);
    if (granted !== undefined) this.#granted.set(grant, { ...granted, found });
  }

  /** What a grant is for, leaving it good. Refuses `grant-spent`. */
  look(grant: string): Omit<Granted, 'untilMs'> {
    const granted = this.#granted.get(grant);
    if (granted === undefined || granted.untilMs < this.#nowMs()) {
      this.#granted.delete(grant);
      throw new Refusal('grant-spent');
    }
    return granted;
  }

  /** What a grant is for, using it up. Refuses `grant-spent`. */
  spend(grant: string): Omit<Granted, 'untilMs'> {
    const granted = this.look(grant);
    this.#granted.delete(grant);
    return granted;
  }

  /**
   * Hands `work` what a grant is for. Used up when the work succeeds; when it refuses (a passphrase mistyped), good again for the rest of its
   * time. Refuses `grant-spent`.
   */
  async spendOn<T>(grant: string, work: (granted: { path: string; name: string }) => Promise<T>): Promise<T> {
    const granted = this.#granted;
    const known = granted.get(grant);
    const { path: place, name } = this.spend(grant);
    try {
      return await work({ path: place, name });
    } catch (error) {
      // Into the map it came from: one that a lock has thrown away stays thrown away.
      if (known !== undefined) granted.set(grant, known);
      throw error;
    }
  }

  forgetAll(): void {
    this.#granted = new Map();
  }
}
