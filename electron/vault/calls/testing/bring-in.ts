import type { BroughtIn } from '../../../../shared/model/import';
import { everyMail, type ImportChoices } from '../../../../shared/model/source-preview';
import { runReader } from '../../../workers/read-source/testing/run-reader';
import { taskId } from './made-record';
import type { TestVault } from './open-service';

/** Everything in a source. */
export const everything: ImportChoices = { dateOrder: 'dmy', columns: null, conversations: null, mail: everyMail, locations: true };

/** Brings in a file as the shell does: the real reader reads it, and what it says goes to the vault. `isOver`: asked before the end; true leaves it unfinished. */
export async function bringIn(vault: TestVault, path: string, name: string, choices: ImportChoices = everything, isOver = false): Promise<BroughtIn | null> {
  const { dateOrder, columns, conversations, mail, locations } = choices;
  const { recognised, parts, files, notSound, lastWord } = await runReader({ job: 'read-source', path, name, dateOrder, columns, keys: conversations?.map(({ key }) => key) ?? null, mail, locations });
  if (recognised === null || lastWord.say !== 'source-end') throw new Error(`the reader said ${lastWord.say === 'refused' ? lastWord.error.code : lastWord.say}`);
  const { importId } = await vault.askShell('imports.begin', { taskId, path, name, isFolder: recognised.isFolder, files: recognised.files.map((file) => file.path), ...choices });
  try {
    for (let from = 0; from < parts.length; from += 1000) await vault.askShell('imports.addParts', { importId, parts: parts.slice(from, from + 1000) });
    for (const [id, file] of files) await vault.askShell('imports.addFile', { importId, id, name: file.name, bytes: file.bytes, last: true, isSound: true, modifiedUtc: file.modifiedUtc, mediaType: file.mediaType });
    for (const id of notSound) await vault.askShell('imports.addFile', { importId, id, name: '', bytes: Buffer.alloc(0), last: true, isSound: false, modifiedUtc: null, mediaType: '' });
    if (isOver) return null;
    return await vault.askShell('imports.commit', { importId, read: lastWord.files, mayBeTruncated: lastWord.mayBeTruncated });
  } catch (error) {
    await vault.askShell('imports.abandon', { importId });
    throw error;
  }
}
