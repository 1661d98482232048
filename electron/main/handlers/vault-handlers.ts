import { loadExample } from '../example/load-example';
import { heldSecret } from '../flows/held-secret';
import type { Locking } from '../lock/locking';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';
import type { VaultSession } from '../vault-session';

interface Given {
  readonly services: ShellServices;
  readonly session: VaultSession;
  readonly locking: Locking;
  readonly tellState: () => void;
}

export function vaultHandlers({ services, session, locking, tellState }: Given): HandlersOf<'vault.chooseFolder' | 'vault.create' | 'vault.createExample' | 'vault.unlock' | 'vault.lock'> {
  /** Opens or makes a vault in the folder she picked, or without one. */
  const inFolder = <T>(grant: string | null, work: (folder: string | null) => Promise<T>): Promise<T> => (grant === null ? work(null) : services.grants.spendOn(grant, ({ path }) => work(path)));
  return {
    'vault.chooseFolder': async () => {
      const folder = await services.dialogs.openFolder();
      return { chosen: folder === null ? null : await services.grants.give(folder, 'folder') };
    },
    'vault.create': async ({ folder, passphrase, secondPassphrase }) => {
      const made = await inFolder(folder, (place) => session.create(place, passphrase, false, secondPassphrase));
      tellState();
      return made;
    },
    'vault.createExample': async ({ passphrase }) =>
      services.tasks.start('example', 'items', 'vault', async (task) => {
        await session.create(null, passphrase, true);
        tellState();
        try {
          await loadExample(services, task);
          await session.exampleIsWhole();
        } catch (error) {
          await session.abandonExample(() => locking.closeStopped());
          tellState();
          throw error;
        }
        return { kind: 'example', value: {} };
      }),
    'vault.unlock': async ({ folder, secret }) => {
      const opened = await inFolder(folder, (place) => session.unlock(place, heldSecret(services.grants, secret)));
      tellState();
      return opened;
    },
    'vault.lock': async ({ toJoin }) => {
      void locking.lock({ toJoin });
      return {};
    },
  };
}
