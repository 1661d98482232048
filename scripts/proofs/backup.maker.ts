import { KeptVault, newTask } from './backup-work/kept-vault';

/** Opens the vault and makes its backup, saying so; to be killed at any moment. */
const [folder = '', place = ''] = process.argv.slice(2);
const vault = new KeptVault();
await vault.unlock(folder);
process.stdout.write('began\n');
await vault.askShell('backup.make', { taskId: newTask(), id: place });
process.stdout.write('made\n');
await vault.close();
