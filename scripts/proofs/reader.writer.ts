import { existsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MadeVault } from './reader-work/made-vault';

/** A process that saves, and adds files, until it is killed. Says `open` once it may be. argv: folder, number of its life. */
const [folder = '', life = '0'] = process.argv.slice(2);
const vault = existsSync(join(folder, 'head.1')) ? await MadeVault.open(folder) : await MadeVault.create(folder);
writeSync(1, 'open\n');
for (let number = 1; ; number++) {
  await vault.record(`Life ${life}, entry ${number}. ${'words '.repeat((number * 97) % 3000)}`);
  if (number % 5 === 0) await vault.addFile(`life-${life}-${number}.bin`, 100_000 + number);
}
