import { createHash } from 'node:crypto';
import { ipcMain } from 'electron';
import Store from 'electron-store';
import { z } from 'zod';
import { defaultSettings, Settings } from '../../../shared/model/settings';
import { UtcInstant } from '../../../shared/model/identity';
import { mostRefusedAttempts } from '../../../shared/model/refused-attempts';
import { marksFor, SeenVault, withMark, type Mark } from './remembered-marks';

const WindowPlace = z.object({ width: z.number().int().min(320).max(20_000), height: z.number().int().min(240).max(20_000) });
export type WindowPlace = z.infer<typeof WindowPlace>;

/**
 * All that is ever kept outside the vault, in clear: settings, the window's size, where the last vault lies; for each copy of a vault (its id,
 * which stands in its header, and its place, digested) the newest point of its history seen, so that an older copy is noticed; and when wrong
 * secrets were tried at a place since its vault was last opened. Nothing of the record.
 */
const Kept = z.object({
  settings: Settings.catch(defaultSettings),
  window: WindowPlace.nullable().catch(null),
  lastVaultFolder: z.string().max(4096).nullable().catch(null),
  seen: z.array(SeenVault).max(100).catch([]),
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
    this.#kept = Kept.parse({ settings: undefined, window: undefined, lastVaultFolder: undefined, seen: undefined, refused: undefined, ...this.#store.store });
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

  /** What each vault this computer knows is compared with when it is opened in this folder, by its id. */
  marksFor(folder: string): Record<string, Mark & { seenElsewhere: boolean }> {
    return marksFor(this.#kept.seen, placeDigest(folder));
  }
  /** The newest point of a vault's history that was seen in this folder. `toldOf`: the newer copy's mark that she was told of. */
  saveMark(folder: string, vaultId: string, mark: Mark, toldOf?: Mark): void {
    const seen = withMark(this.#kept.seen, { vaultId, place: placeDigest(folder), mark, toldOf });
    if (seen !== this.#kept.seen) this.#save({ seen: [...seen] });
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
