import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { inNewVaultFolder } from './new-vault-folder';

export interface MoveVault {
  /** Where the open vault lies, and the folder she picked for it. */
  readonly from: string;
  readonly picked: string;
  readonly ownFolder: string;
  /** From now on the vault is the one in this folder: in this run and at the next start. */
  readonly nowAt: (folder: string) => Promise<void>;
}

/**
 * Moves the open vault. The program is told of the new place when a whole vault answers from there, and only then is the old one emptied: killed at any moment, the settings name a whole
 * vault. Refuses `same-folder` and as `open.move`; the vault is then open where it was.
 */
export async function moveVault({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, { from, picked, ownFolder, nowAt }: MoveVault): Promise<void> {
  await inNewVaultFolder({ picked, ownFolder, outside: [from] }, async (folder) => {
    await vault.ask('open.move', { taskId: task.id, to: folder });
    await nowAt(folder);
  });
  // She is at the new place already: what cannot be removed now is removed at the next opening.
  await vault.ask('open.finishMove', {}).catch(() => undefined);
}
