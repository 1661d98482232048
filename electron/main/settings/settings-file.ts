import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { defaultSettings, Settings } from '../../../shared/model/settings';
import { readJson, writeJson } from './json-file';

const Mark = z.object({ sequence: z.number().int().nonnegative(), hash: z.string().regex(/^[0-9a-f]{64}$/) });
export type Mark = z.infer<typeof Mark>;

const WindowPlace = z.object({ width: z.number().int().min(320).max(20_000), height: z.number().int().min(240).max(20_000) });
export type WindowPlace = z.infer<typeof WindowPlace>;

/**
 * All that is ever kept outside the vault, in clear: settings, the window's size, where the last vault lies, and for each vault's
 * place (digested) the newest point of its history seen there, so that an older copy put in its place is noticed.
 * Nothing of the record.
 */
const Kept = z.object({
  settings: Settings.catch(defaultSettings),
  window: WindowPlace.nullable().catch(null),
  lastVaultFolder: z.string().max(4096).nullable().catch(null),
  marks: z.record(z.string().max(64), Mark).catch({}),
});
type Kept = z.infer<typeof Kept>;

/** The settings file in the program's own folder, readable by its owner only. A damaged file counts as an empty one. */
export class SettingsFile {
  readonly #file: string;
  #kept: Kept;

  constructor(folder: string) {
    this.#file = path.join(folder, 'settings.json');
    this.#kept = Kept.parse({ settings: undefined, window: undefined, lastVaultFolder: undefined, marks: undefined, ...readJson(this.#file) });
  }

  get settings(): Settings {
    return this.#kept.settings;
  }
  saveSettings(settings: Settings): void {
    this.#save({ settings });
  }

  get window(): WindowPlace | null {
    return this.#kept.window;
  }
  /** Written with the next thing that is saved, or when the program ends: dragging an edge must not write a file a hundred times. */
  rememberWindow(window: WindowPlace): void {
    this.#kept = { ...this.#kept, window };
  }
  flush(): void {
    this.#save({});
  }

  get lastVaultFolder(): string | null {
    return this.#kept.lastVaultFolder;
  }
  saveLastVaultFolder(lastVaultFolder: string | null): void {
    this.#save({ lastVaultFolder });
  }

  /** The newest point of the history that was seen of the vault in this folder. */
  markOf(folder: string): Mark | null {
    return this.#kept.marks[placeDigest(folder)] ?? null;
  }
  /** Writes the file only for a mark that is another than the one it holds. */
  saveMark(folder: string, mark: Mark): void {
    const kept = this.markOf(folder);
    if (kept?.sequence === mark.sequence && kept.hash === mark.hash) return;
    const others = Object.entries(this.#kept.marks).filter(([place]) => place !== placeDigest(folder));
    this.#save({ marks: Object.fromEntries([...others.slice(-(mostMarks - 1)), [placeDigest(folder), mark]]) });
  }

  #save(part: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...part };
    try {
      writeJson(this.#file, this.#kept);
    } catch {
      // A full or read-only disk must not stop her: settings then last for this run only.
    }
  }
}

const mostMarks = 8;

function placeDigest(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 32);
}
