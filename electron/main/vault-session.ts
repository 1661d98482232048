import type { CallOutput } from '../../shared/contract';
import type { ProgramState } from '../../shared/contract/program-calls';
import { beginHalfMade, endHalfMade, removeHalfMade, sweepHalfMade } from './example/half-made';
import type { HeldSecret } from './flows/held-secret';
import { createVault, unlockVault, type OpenedVault } from './flows/open-vault';
import { folderForNewVault, liesInVault } from './flows/vault-places';
import type { VaultHost } from './hosts/vault-host';
import { refusedBefore } from './settings/refused-before';
import type { SettingsFile } from './settings/settings-file';
import { Refusal } from '../../shared/contract/errors';

type Phase = ProgramState['phase'];

/** Which vault is open, or could be. Opening and locking go one after another. */
export class VaultSession {
  #opened: OpenedVault | null = null;
  #known: boolean;
  #turn: Promise<unknown> = Promise.resolve();
  #openingCount = 0;
  /** Where the example lies while it is being filled. The settings do not name it before it is whole. */
  #halfMade: string | null = null;
  readonly #vault: VaultHost;
  readonly #settings: SettingsFile;
  readonly #ownFolder: string;
  readonly #quickKdf: boolean;

  constructor(given: { vault: VaultHost; settings: SettingsFile; ownFolder: string; quickKdf: boolean; known: boolean }) {
    this.#vault = given.vault;
    this.#settings = given.settings;
    this.#ownFolder = given.ownFolder;
    this.#quickKdf = given.quickKdf;
    this.#known = given.known;
    this.#turn = sweepHalfMade(given.ownFolder);
  }

  get phase(): Phase {
    if (this.#opened !== null) return 'open';
    return this.#known ? 'locked' : 'no-vault';
  }
  get example(): boolean {
    return this.#opened?.example ?? false;
  }
  get readOnly(): boolean {
    return this.#opened?.readOnly ?? false;
  }

  /** Makes and opens a vault: in the picked folder or one inside it, or in the program's own place. */
  create(picked: string | null, passphrase: Uint8Array, example: boolean, secondPassphrase?: Uint8Array): Promise<{ recoveryCode: string }> {
    return this.#inTurn(async () => {
      this.#mustBeClosed();
      if (picked !== null && (await liesInVault(picked))) throw new Refusal('vault-exists');
      const folder = await folderForNewVault(picked, this.#ownFolder, example ? 'example' : 'vault');
      if (example) await beginHalfMade(folder);
      const made = await createVault(this.#vault, folder, { passphrase, secondPassphrase, example, quickKdf: this.#quickKdf });
      if (example) this.#halfMade = folder;
      await this.#nowOpen(made.opened);
      return { recoveryCode: made.recoveryCode };
    });
  }

  /** Opens the vault in the picked folder, or the last one. A secret that is refused is remembered until then. */
  unlock(picked: string | null, secret: HeldSecret): Promise<CallOutput<'vault.unlock'>> {
    return this.#inTurn(async () => {
      this.#mustBeClosed();
      const folder = picked ?? this.#settings.lastVaultFolder;
      if (folder === null) throw new Refusal('no-vault-here');
      const refusedUtc = [...this.#settings.refusedAt(folder)];
      const opened = await unlockVault(this.#vault, { folder, secret, marks: this.#settings.marks, refusedUtc }).catch((error: unknown) => {
        if (error instanceof Refusal && error.code === 'wrong-secret') this.#settings.noteRefused(folder, new Date().toISOString());
        throw error;
      });
      // A vault that may only be read could not enter them in its history.
      if (!opened.readOnly) this.#settings.forgetRefused(folder);
      await this.#nowOpen(opened);
      return { notices: opened.notices, refused: refusedBefore(refusedUtc, Date.now()), ...(opened.unfitShares && { unfitShares: opened.unfitShares }), ...(opened.notKept && { notKept: opened.notKept }) };
    });
  }

  /** Opens a vault that `work` makes from copies: a backup restored, a damaged vault and a backup joined. `work` is given the program's own folder. */
  openBy<T>(work: (ownFolder: string) => Promise<{ opened: OpenedVault; value: T }>): Promise<T> {
    return this.#inTurn(async () => {
      this.#mustBeClosed();
      const { opened, value } = await work(this.#ownFolder);
      await this.#nowOpen(opened);
      return value;
    });
  }

  /**
   * Moves the open vault: `work` is given where it lies, the program's own folder, and what to call once a whole vault answers from its new one. From then on that is the vault
   * of this program, also when it has locked meanwhile.
   */
  async move(work: (from: string, ownFolder: string, nowAt: (folder: string) => Promise<void>) => Promise<void>): Promise<void> {
    const opened = this.#opened;
    if (opened === null) throw new Refusal('locked');
    await work(opened.folder, this.#ownFolder, async (folder) => {
      this.#settings.saveLastVaultFolder(folder);
      if (this.#opened !== opened) return;
      this.#opened = { ...opened, folder };
      await this.rememberMark();
    });
  }

  /**
   * Remembers how far the history has come, so that an older copy, and an acknowledged save that was damaged, are noticed. A vault that
   * opened read-only keeps the mark it had: the damage would be forgotten with it, and the next opening would take it for a torn tail.
   */
  async rememberMark(): Promise<void> {
    const opened = this.#opened;
    if (opened === null || opened.readOnly) return;
    const mark = await this.#vault.ask('open.mark', {}).catch(() => null);
    if (mark !== null) this.#settings.saveMark(opened.folder, mark.half, mark.sealed);
  }

  /** All of the example is in it: from now on it is a vault like any other. */
  async exampleIsWhole(): Promise<void> {
    const folder = this.#halfMade;
    if (folder === null) return;
    this.#halfMade = null;
    await endHalfMade(folder);
    this.#known = true;
    this.#settings.saveLastVaultFolder(folder);
  }

  /**
   * The example was stopped: half of it would later look like all of it. Closes its vault, when it still is the one that is open, and removes its
   * folder. In turn: a lock that did not wait for the stopping may be over by now, and another vault be opening.
   */
  abandonExample(close: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const half = this.#halfMade;
      if (half === null) return;
      this.#halfMade = null;
      if (this.#opened?.folder === half) await close();
      await removeHalfMade(half);
    });
  }

  /** From now on nothing is open. The vault's process is ended by the caller. */
  forget(): void {
    this.#opened = null;
  }

  /** An opening is under way. */
  get isOpening(): boolean {
    return this.#openingCount > 0;
  }

  /** Waits for an opening that is under way, so that a lock is never overtaken by it. */
  settled(): Promise<unknown> {
    return this.#turn.catch(() => undefined);
  }

  async #nowOpen(opened: OpenedVault): Promise<void> {
    this.#opened = opened;
    if (opened.folder !== this.#halfMade) {
      this.#known = true;
      this.#settings.saveLastVaultFolder(opened.folder);
    }
    await this.rememberMark();
  }

  #mustBeClosed(): void {
    if (this.#opened !== null) throw new Refusal('already-open');
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#openingCount++;
    const turn = this.#turn.then(work, work).finally(() => this.#openingCount--);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
