import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveKey } from '../../../electron/workers/derive-key';
import { MadeVault, passphrase, passphraseKey } from './made-vault';
import type { Given, Shape } from './shapes';

const taskId = '9'.repeat(32);
const newPassphrase = 'Ångström’s grey heron, ¾ of a mile';

async function provingKey(vault: MadeVault, typed = passphrase): Promise<Uint8Array> {
  return passphraseKey(await vault.askShell('waysIn.parameters', {}), typed);
}

/** Some work, so that there is something to read; the same in each. */
async function work(vault: MadeVault, name: string): Promise<void> {
  await vault.record(`Of ${name}: أكتب بالعربية 🙂 and so it went on`);
  await vault.addFile(`${name}.bin`, 40_000);
}

/** Vaults with every way in, with two compartments, renewed, and copies of vaults, made by the program. */
export const wayMakers: readonly ((given: Given) => Promise<Shape>)[] = [
  async function keyFile({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'key-file'));
    const { content, secret } = await vault.askShell('prepare.keyFile', {});
    const path = join(scratch, 'holiday.jpg');
    await writeFile(path, content);
    const key = await deriveKey(secret, await vault.askShell('waysIn.parameters', {}));
    await vault.askShell('waysIn.make', { proof: await provingKey(vault), key, made: { change: 'key-file-made' } });
    await work(vault, 'key file');
    await vault.close();
    return { name: 'opened with a key file', folder: vault.folder, way: { keyFile: path } };
  },

  async function shares({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'shares'));
    const make = async (): Promise<string[]> => {
      const { printed, secret } = await vault.askShell('prepare.shares', { needed: 3, count: 5 });
      const key = await deriveKey(secret, await vault.askShell('waysIn.parameters', {}));
      await vault.askShell('waysIn.make', { proof: await provingKey(vault), key, made: { change: 'shares-made', needed: 3, people: ['Amal', 'Beth', 'Carys', 'Dee', 'Eve'] } });
      return printed;
    };
    const before = await make();
    await work(vault, 'shares');
    const printed = await make();
    await vault.close();
    return { name: 'opened with shares', folder: vault.folder, way: { shares: [4, 0, 2].map((i) => printed[i]!) }, ended: { shares: before.slice(0, 3) } };
  },

  async function changedPassphrase({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'changed'));
    await work(vault, 'the old passphrase');
    const key = await passphraseKey(await vault.askShell('waysIn.parameters', {}), newPassphrase);
    await vault.askShell('waysIn.make', { proof: await provingKey(vault), key, made: { change: 'passphrase-changed' } });
    await vault.askShell('waysIn.remove', { proof: await provingKey(vault, newPassphrase), removed: { change: 'way-in-removed', kind: 'recovery-code' } });
    const folder = await vault.asKilled(join(scratch, 'changed-copy'));
    await vault.close();
    return { name: 'a passphrase changed and a code ended', folder, passphrase: newPassphrase, ended: { typed: vault.recoveryCode } };
  },

  (given) => twoCompartments(given, 'first'),
  (given) => twoCompartments(given, 'second'),

  async function renewed({ scratch, isSmall }) {
    const vault = await MadeVault.create(join(scratch, 'renewed'));
    for (let round = 0; round < (isSmall ? 1 : 5); round += 1) await work(vault, `before, ${round}`);
    const parameters = await vault.askShell('waysIn.parameters', {});
    await vault.askShell('waysIn.renew', { taskId, proof: await provingKey(vault), ...(await vault.newWaysIn(parameters, newPassphrase)) });
    await work(vault, 'after');
    const folder = await vault.asKilled(join(scratch, 'renewed-copy'));
    await vault.close();
    return { name: 'renewed', folder, passphrase: newPassphrase, ended: { typed: passphrase } };
  },

  async function backup({ scratch, isSmall }) {
    const vault = await MadeVault.create(join(scratch, 'backed-up'), newPassphrase);
    const place = join(scratch, 'stick');
    await mkdir(place, { recursive: true });
    await work(vault, 'first');
    const { id } = await vault.askShell('backup.takePlace', { folder: place });
    await vault.askShell('backup.make', { taskId, id });
    for (let round = 0; round < (isSmall ? 1 : 5); round += 1) await work(vault, `more, ${round}`);
    await vault.askShell('backup.make', { taskId, id });
    await work(vault, 'not in the backup');
    await vault.close();
    return { name: 'a backup', folder: place };
  },
];

/** One vault, as either compartment has it: each after work in the other. */
async function twoCompartments({ scratch }: Given, which: 'first' | 'second'): Promise<Shape> {
  const vault = await MadeVault.create(join(scratch, `two-${which}`), newPassphrase);
  await work(vault, 'the first');
  await vault.close();
  const other = await MadeVault.open(vault.folder, newPassphrase);
  await work(other, 'the second');
  await other.close();
  const again = await MadeVault.open(vault.folder);
  await again.record('The first again.');
  await again.close();
  return { name: `two compartments, the ${which}`, folder: vault.folder, ...(which === 'first' ? {} : { passphrase: newPassphrase }) };
}
