import { deriveKeyInProcess } from '../hosts/derive-key-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

/**
 * Seals everything of the open vault anew, with a new passphrase and a new recovery code, which is handed out here and kept in the vault until it is confirmed. The
 * bytes of both passphrases are zeroed. Refuses `passphrase-too-weak` and what the vault refuses, `wrong-secret` first of all; then the vault is as it was.
 */
export async function renewKeys({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, { passphrase, next }: { passphrase: Uint8Array; next: Uint8Array }): Promise<{ recoveryCode: string }> {
  const derived: Uint8Array[] = [];
  try {
    const parameters = await vault.ask('waysIn.parameters', {});
    const derive = async (secret: Uint8Array, isNewPassphrase: boolean): Promise<Uint8Array> => {
      const key = await deriveKeyInProcess(secret, parameters, { isNewPassphrase });
      derived.push(key);
      task.signal.throwIfAborted();
      return key;
    };
    // One after another: each takes the memory of an unlocking.
    const proof = await derive(passphrase, false);
    // A passphrase mistyped is better told before the long work.
    await vault.ask('waysIn.prove', { proof });
    const passphraseKey = await derive(next, true);
    const recovery = await vault.ask('prepare.recoveryCode', {});
    const recoveryKey = await derive(recovery.secret, false);
    task.progress('renewing', 0, 0, 'bytes');
    await vault.ask('waysIn.renew', { taskId: task.id, proof, passphraseKey, recoveryKey, recoveryPrinted: recovery.printed });
    return { recoveryCode: recovery.printed };
  } finally {
    for (const secret of [passphrase, next, ...derived]) secret.fill(0);
  }
}
