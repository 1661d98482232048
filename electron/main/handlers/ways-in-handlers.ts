import { Refusal } from '../../../shared/contract/errors';
import type { CallNameAt } from '../../../shared/contract';
import { heldSecret, type HeldSecret } from '../flows/held-secret';
import { renewKeys } from '../flows/renew-keys';
import { changePassphrase, makeKeyFile, makeShares, newRecoveryCode, removeWayIn } from '../flows/ways-in';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

type WaysInCallName = Exclude<Extract<CallNameAt<'main'>, `waysIn.${string}` | 'vault.chooseKeyFile' | 'vault.readShare'>, 'waysIn.saveSharePages'>;

/** Says nothing: its name is hers to choose. */
const keyFileName = 'key';

const passphraseProof = (bytes: Uint8Array): HeldSecret => ({ kind: 'passphrase', bytes });

export function waysInHandlers({ vault, tasks, dialogs, grants, onLock }: Pick<ShellServices, 'vault' | 'tasks' | 'dialogs' | 'grants' | 'onLock'>): HandlersOf<WaysInCallName> {
  /** While the system's dialog is open, which may outlast a lock. */
  let held: Uint8Array | null = null;
  onLock(() => held?.fill(0));
  const askForPlace = async (proofKey: Uint8Array): Promise<string | null> => {
    held = proofKey;
    const place = await dialogs.saveFile({ suggestedName: keyFileName, filters: [] });
    held = null;
    return place;
  };
  return {
    'waysIn.changePassphrase': async ({ passphrase, next }) => {
      await changePassphrase(vault, passphraseProof(passphrase), next);
      return {};
    },
    'waysIn.replacePassphrase': async ({ secret, next }) => {
      await changePassphrase(vault, heldSecret(grants, secret), next);
      return {};
    },
    'waysIn.newRecoveryCode': async ({ passphrase }) => ({ recoveryCode: await newRecoveryCode(vault, passphraseProof(passphrase)) }),
    'waysIn.makeKeyFile': async ({ passphrase }) => ({ made: await makeKeyFile(vault, passphraseProof(passphrase), askForPlace) }),
    'waysIn.makeShares': async ({ passphrase, needed, people }) => {
      // Nothing has been asked of the vault yet, and nothing is entered.
      if (needed > people.length) throw new Refusal('bad-call');
      return { shares: await makeShares(vault, passphraseProof(passphrase), needed, people) };
    },
    'waysIn.remove': async ({ passphrase, kind }) => {
      await removeWayIn(vault, passphraseProof(passphrase), kind);
      return {};
    },
    'waysIn.renew': async (secrets) => tasks.start('renewing', 'bytes', 'vault', async (task) => ({ kind: 'keys-renewed', value: await renewKeys({ vault }, task, secrets) })),

    'vault.chooseKeyFile': async () => {
      const [place] = await dialogs.openFiles({ several: false, filters: [] });
      return { chosen: place === undefined ? null : await grants.give(place, 'file') };
    },
    'vault.readShare': async ({ typed }) => {
      try {
        return await vault.ask('prepare.readShare', { typed });
      } finally {
        typed.fill(0);
      }
    },
  };
}
