import { Refusal } from '../../../shared/contract/errors';
import type { CallNameAt } from '../../../shared/contract';
import { isNetworkPath } from '../files/network-path';
import { heldSecret } from '../flows/held-secret';
import { moveVault } from '../flows/move-vault';
import { joinVaults, restoreBackup } from '../flows/restore-vault';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';
import type { VaultSession } from '../vault-session';

type BackupCallName = Extract<CallNameAt<'main'>, `backup.${string}` | 'vault.restore' | 'vault.join'>;

interface Given {
  readonly services: ShellServices;
  readonly session: VaultSession;
  readonly tellState: () => void;
}

export function backupHandlers({ services, session, tellState }: Given): HandlersOf<BackupCallName> {
  const { vault, tasks, grants, dialogs } = services;
  /** A folder she picked stays good after a secret mistyped: until the vault is open, and a lock ends all grants. */
  const picked = (grant: string | null): string | null => (grant === null ? null : grants.look(grant).path);
  return {
    'backup.addPlace': async () => {
      const folder = await dialogs.openFolder();
      if (folder === null) return { place: null };
      if (isNetworkPath(folder)) throw new Refusal('network-folder');
      return { place: await vault.ask('backup.takePlace', { folder }) };
    },
    'backup.make': async ({ id, anew }) => tasks.start('copying', 'bytes', 'vault', async (task) => ({ kind: 'backup', value: await vault.ask('backup.make', { taskId: task.id, id, anew }) })),
    'backup.check': async ({ id }) => tasks.start('verifying', 'bytes', 'vault', async (task) => ({ kind: 'backup-checked', value: await vault.ask('backup.check', { taskId: task.id, id }) })),
    'backup.moveVault': async ({ to }) => {
      const { path } = grants.spend(to);
      return tasks.start('copying', 'bytes', 'vault', async (task) => {
        await session.move((from, ownFolder, nowAt) => moveVault(services, task, { from, picked: path, ownFolder, nowAt }));
        return { kind: 'moved', value: {} };
      });
    },
    'vault.restore': async ({ from, to, secret }) => {
      const folders = { from: grants.look(from).path, to: picked(to) };
      return tasks.start('copying', 'bytes', 'window', async (task) => {
        const value = await session.openBy((ownFolder) => restoreBackup(services, task, { ...folders, secret: heldSecret(grants, secret) }, ownFolder));
        tellState();
        return { kind: 'restored', value };
      });
    },
    'vault.join': async ({ damaged, backup, to, secret }) => {
      const folders = { damaged: picked(damaged), backup: grants.look(backup).path, to: picked(to) };
      return tasks.start('copying', 'bytes', 'window', async (task) => {
        const value = await session.openBy((ownFolder) => joinVaults(services, task, { ...folders, secret: heldSecret(grants, secret) }, ownFolder));
        tellState();
        return { kind: 'joined', value };
      });
    },
  };
}
