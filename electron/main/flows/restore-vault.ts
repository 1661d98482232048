import type { JoinReport, Restored } from '../../../shared/contract/backup-calls';
import { Refusal } from '../../../shared/contract/errors';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import type { HeldSecret } from './held-secret';
import { inNewVaultFolder } from './new-vault-folder';
import { withSecretKey, type OpenedVault } from './open-vault';
import { vaultFolderAt } from './vault-places';

type Services = Pick<ShellServices, 'vault' | 'settings'>;

/** A vault that was just made from copies and is open, and what is told of that. */
export interface MadeFromCopies<T> {
  readonly opened: OpenedVault;
  readonly value: T;
}

/** Folders that she picked; the secret is of any kind. `to` null: a new folder in the program's own place. */
export interface RestoreBackup { readonly from: string; readonly to: string | null; readonly secret: HeldSecret }
export interface JoinVaults { readonly damaged: string | null; readonly backup: string; readonly to: string | null; readonly secret: HeldSecret }

/** Copies a backup to this computer, verifies it and leaves it open. Nothing is left when it is refused or stopped. The secret's bytes are zeroed. */
export async function restoreBackup({ vault, settings }: Services, task: RunningTask, { from, to, secret }: RestoreBackup, ownFolder: string): Promise<MadeFromCopies<Restored>> {
  const backup = await vaultFolderAt(from);
  return countingRefused(settings, backup, () =>
    inNewVaultFolder({ picked: to, ownFolder, outside: [backup] }, (folder) =>
      withSecretKey(vault, () => vault.ask('prepare.open', { folder: backup }), secret, async (key) => {
        task.signal.throwIfAborted();
        const { restored, ...facts } = await vault.ask('open.restore', { taskId: task.id, from: backup, to: folder, key });
        return { opened: { folder, ...facts }, value: restored };
      })));
}

/** Joins a damaged vault (null: the one last opened here) and a backup of it in a new folder and leaves that open; as `restoreBackup`. Refuses `no-vault-here`. */
export async function joinVaults({ vault, settings }: Services, task: RunningTask, given: JoinVaults, ownFolder: string): Promise<MadeFromCopies<JoinReport>> {
  const { damaged: picked, backup: pickedBackup, to, secret } = given;
  const damaged = picked === null ? settings.lastVaultFolder : await vaultFolderAt(picked);
  if (damaged === null) throw new Refusal('no-vault-here');
  const backup = await vaultFolderAt(pickedBackup);
  return countingRefused(settings, damaged, () =>
    inNewVaultFolder({ picked: to, ownFolder, outside: [damaged, backup] }, (folder) =>
      withSecretKey(vault, () => vault.ask('prepare.join', { damaged, backup }), secret, async (key) => {
        task.signal.throwIfAborted();
        const { joined, ...facts } = await vault.ask('open.join', { taskId: task.id, damaged, backup, to: folder, key });
        return { opened: { folder, ...facts }, value: joined };
      })));
}

/** A secret refused at `place` is an attempt there; once one fits, the attempts go to the new vault's place, and into its history at the next opening. */
async function countingRefused<T>(settings: Services['settings'], place: string, work: () => Promise<MadeFromCopies<T>>): Promise<MadeFromCopies<T>> {
  try {
    const made = await work();
    for (const atUtc of settings.refusedAt(place)) settings.noteRefused(made.opened.folder, atUtc);
    settings.forgetRefused(place);
    return made;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrong-secret') settings.noteRefused(place, new Date().toISOString());
    throw error;
  }
}
