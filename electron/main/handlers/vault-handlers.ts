import { loadExample } from '../example/load-example';
import type { Locking } from '../locking';
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
  const placeOf = (grant: string | null): string | null => (grant === null ? null : services.grants.look(grant).path);
  return {
    'vault.chooseFolder': async () => {
      const folder = await services.dialogs.openFolder();
      return { chosen: folder === null ? null : await services.grants.give(folder, 'folder') };
    },
    'vault.create': async ({ folder, passphrase }) => {
      const made = await session.create(placeOf(folder), passphrase, false);
      tellState();
      return made;
    },
    'vault.createExample': async ({ passphrase }) =>
      services.tasks.start('example', 'items', async (task) => {
        await session.create(null, passphrase, true);
        tellState();
        try {
          await loadExample(services, task);
          session.exampleIsWhole();
        } catch (error) {
          await session.abandonExample();
          tellState();
          throw error;
        }
        return { kind: 'example', value: {} };
      }),
    'vault.unlock': async ({ folder, kind, secret }) => {
      const opened = await session.unlock(placeOf(folder), kind, secret);
      tellState();
      return { notices: opened.notices };
    },
    'vault.lock': async () => {
      void locking.lock();
      return {};
    },
  };
}
