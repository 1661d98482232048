import { createHash } from 'node:crypto';
import { ipcMain } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';
import { defaultSettings, Settings } from '../../../shared/model/settings';
import { UtcInstant } from '../../../shared/model/identity';
import { mostRefusedAttempts } from '../../../shared/model/refused-attempts';
import { allMarks, KnownPlace, mostKnown, withMark } from './remembered-marks';

const WindowPlace = z.object({ width: z.number().int().min(320).max(20_000), height: z.number().int().min(240).max(20_000) });
export type WindowPlace = z.infer<typeof WindowPlace>;

/** How the program stands again after a lock ended it: its window as she left it, and whether the door begins with joining. */
const Again = z.object({ atMs: z.number(), window: z.enum(['in-front', 'behind', 'minimised']), joinNext: z.boolean() });
export type Again = Omit<z.infer<typeof Again>, 'atMs'>;
const againWithinMs = 60_000;

/**
 * All that is ever kept outside the vault, in clear: settings, the window's size, where the last vault lies; for each place where a vault was opened
 * (digested) two marks that only their vault can open, so that an older copy is noticed; and when wrong secrets were tried at a place since its
 * vault was last opened. Nothing of the record, and not which vaults there are.
 */
const Kept = z.object({
  settings: Settings.catch(defaultSettings),
  window: WindowPlace.nullable().catch(null),
  lastVaultFolder: z.string().max(4096).nullable().catch(null),
  known: z.array(KnownPlace).transform((places) => places.slice(-mostKnown)).catch([]),
  again: Again.nullable().catch(null),
  readingPaused: z.boolean().catch(false),
  refused: z.record(z.string().max(64), z.array(UtcInstant).transform((times) => times.slice(-mostRefusedAttempts))).catch({}),
});
type Kept = z.infer<typeof Kept>;

/** The settings file in the program's own folder, readable by its owner only. A damaged file counts as an empty one. */
export class SettingsFile {
  readonly #store: Store<Record<string, unknown>>;
  #kept: Kept;

  constructor(folder: string) {
    this.#store = new Store({ name: 'settings', cwd: folder, configFileMode: 0o600, clearInvalidConfig: true, accessPropertiesByDotNotation: false, watch: false });
    // electron-store opens a channel of its own for windows that use it. Ours do not. (Tests in plain Node have none.)
    ipcMain?.removeAllListeners('electron-store-get-data');
    this.#kept = Kept.parse({ settings: undefined, window: undefined, lastVaultFolder: undefined, known: undefined, again: undefined, readingPaused: undefined, refused: undefined, ...this.#store.store });
    // What an earlier program kept in clear, the ids of vaults among it, goes at once; no other program is known to have written one.
    if (Object.keys(this.#store.store).some((name) => !(name in this.#kept))) this.#save({});
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

  /** What the lock before this start left, taken once; null when it is long ago. */
  takeAgain(): Again | null {
    const { again } = this.#kept;
    if (again === null) return null;
    this.#save({ again: null });
    const ageMs = Date.now() - again.atMs;
    return ageMs >= 0 && ageMs <= againWithinMs ? again : null;
  }
  saveAgain(again: Again): void {
    this.#save({ again: { ...again, atMs: Date.now() } });
  }

  /** She has paused the reading of words in files: until she goes on, over every start. */
  get readingPaused(): boolean {
    return this.#kept.readingPaused;
  }
  saveReadingPaused(readingPaused: boolean): void {
    this.#save({ readingPaused });
  }

  get lastVaultFolder(): string | null {
    return this.#kept.lastVaultFolder;
  }
  saveLastVaultFolder(lastVaultFolder: string | null): void {
    this.#save({ lastVaultFolder });
  }

  /** All that is remembered of vaults, for the one that is opened to find its own. */
  get marks(): Uint8Array[] {
    return allMarks(this.#kept.known);
  }
  /** Keeps the mark of the vault that is open in this folder, in place of the last one for that half of its header. */
  saveMark(folder: string, half: 0 | 1, sealed: Uint8Array): void {
    const known = withMark(this.#kept.known, { place: placeDigest(folder), half, sealed });
    if (known !== this.#kept.known) this.#save({ known: [...known] });
  }

  /**
   * When a secret was refused in this folder since its vault was last opened, oldest first; never more than the vault takes at one opening,
   * whoever wrote the file: one too many would refuse her right passphrase.
   */
  refusedAt(folder: string): readonly UtcInstant[] {
    return this.#kept.refused[placeDigest(folder)] ?? [];
  }
  /** Kept here because he who guesses closes the program, and the vault cannot be written to before it opens. */
  noteRefused(folder: string, atUtc: UtcInstant): void {
    const others = Object.entries(this.#kept.refused).filter(([place]) => place !== placeDigest(folder));
    const refused = [...this.refusedAt(folder), atUtc].slice(-mostRefusedAttempts);
    this.#save({ refused: Object.fromEntries([...others.slice(-(mostPlaces - 1)), [placeDigest(folder), refused]]) });
  }
  /** They stand in the vault's history now. */
  forgetRefused(folder: string): void {
    if (this.refusedAt(folder).length === 0) return;
    this.#save({ refused: Object.fromEntries(Object.entries(this.#kept.refused).filter(([place]) => place !== placeDigest(folder))) });
  }

  #save(part: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...part };
    try {
      this.#store.store = this.#kept;
    } catch {
      // A full or read-only disk must not stop her: settings then last for this run only.
    }
  }
}

const mostPlaces = 8;

function placeDigest(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 32);
}
