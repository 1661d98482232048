import { fork } from 'node:child_process';
import { join } from 'node:path';
import { everyMail, type ImportChoices } from '../../shared/model/source-preview';
import { FromReader } from '../../shared/worker-protocol';
import type { Proof } from '../proving/proof';
import { makeVault, residentMB, startVault, type AskVault } from '../proving/vault-process';
import { his, makeMailbox } from './mailbox-work/make-mailbox';

/** The reader holds one message; the vault the record and what is on its way. */
const atMostReaderMB = 400;
const atMostVaultMB = 700;

export const proof: Proof = {
  catches: 'a mailbox of 2 GB that takes memory without bound, comes in with what she did not choose, tells no progress, or leaves something behind when she stops it',
  breaks: 'brings in everybody’s mail where one person’s was chosen',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch, partFile }) {
    const path = join(scratch, 'all.mbox');
    const made = makeMailbox(path, isSmall ? 12_000_000 : 2_147_483_648);
    const chosen: ImportChoices = { dateOrder: null, columns: null, conversations: [], mail: isBroken ? everyMail : { ...everyMail, addresses: [his] }, locations: false };
    const vault = startVault(partFile('vault'));
    const failures: string[] = [];
    try {
      await makeVault(vault.ask, join(scratch, 'vault'));

      say('it is stopped in the middle');
      const stopped = await bringIn(partFile('reader'), vault.ask, path, chosen, isSmall ? 0 : 0.3);
      if (stopped.mailCount !== null) failures.push('it could not be stopped');
      const left = await vault.ask<{ total: number }>('documents.list', { offset: 0, limit: 1 });
      if (left.total > 0) failures.push('something is left of what was stopped');

      say(`${made.mails} mails are read, ${made.his} of them wanted`);
      const start = performance.now();
      const came = await bringIn(partFile('reader'), vault.ask, path, chosen, null);
      const seconds = (performance.now() - start) / 1000;
      if (came.mailCount !== made.his) failures.push(`${came.mailCount} mails came in, ${made.his} were chosen`);
      const { total } = await vault.ask<{ total: number }>('documents.list', { offset: 0, limit: 1 });
      if (total !== made.his + 1) failures.push(`${total} documents, not the mailbox and ${made.his} pictures`);
      const { threads } = await vault.ask<{ threads: unknown[] }>('mail.threads', { filter: { text: `"mail ${(made.his - 1) * 50}"`, who: '', fromDay: '', untilDay: '', hasAttachment: true, looksTracked: false }, offset: 0, limit: 5 });
      if (threads.length !== 1) failures.push(`the last of his mails is found ${threads.length} times`);
      if (came.steps < (isSmall ? 1 : 20)) failures.push(`progress was told ${came.steps} times`);
      const vaultMB = await vault.ask<number>('memory', {});
      if (came.readerMB > atMostReaderMB) failures.push(`the reader took ${Math.round(came.readerMB)} MB`);
      if (vaultMB > atMostVaultMB) failures.push(`the vault took ${Math.round(vaultMB)} MB`);
      return { ok: failures.length === 0, failures, figures: { mailboxMB: Math.round(made.sizeBytes / 1e6), mails: made.mails, wanted: made.his, seconds: Math.round(seconds), readerPeakMB: Math.round(came.readerMB), vaultPeakMB: Math.round(vaultMB), progressTold: came.steps } };
    } finally {
      vault.end();
    }
  },
};

/** As electron/main/flows/import-source.ts passes the reader's words on. `stopAt`: the share of it at which she stops it; null for never. */
async function bringIn(reader: string, ask: AskVault, path: string, choices: ImportChoices, stopAt: number | null): Promise<{ mailCount: number | null; readerMB: number; steps: number }> {
  const child = fork(reader, { serialization: 'advanced' });
  const { dateOrder, columns, mail, locations } = choices;
  let [importId, steps, readerMB, pieceCount] = ['', 0, 0, 0];
  let pieces: Promise<unknown> = Promise.resolve();
  try {
    return await new Promise((resolve, reject) => {
      const take = async (said: FromReader): Promise<void> => {
        readerMB = Math.max(readerMB, residentMB(child.pid));
        if (said.say === 'progress') {
          steps += 1;
          if (stopAt === null || importId === '' || said.total === 0 || said.done / said.total < stopAt) return;
          return stop();
        }
        if (said.say === 'recognised') ({ importId } = await ask<{ importId: string }>('imports.begin', { taskId: '0'.repeat(32), path, name: 'all.mbox', isFolder: false, files: ['all.mbox'], ...choices }));
        else if (said.say === 'parts') await ask('imports.addParts', { importId, parts: said.parts });
        else if (said.say === 'file') await ask('imports.addFile', { importId, id: said.id, name: said.name, bytes: said.bytes, last: said.last, isSound: said.isSound, modifiedUtc: said.modifiedUtc, mediaType: said.mediaType });
        else if (said.say === 'source-end') {
          const { mailCount } = await ask<{ mailCount: number }>('imports.commit', { importId, read: said.files, mayBeTruncated: said.mayBeTruncated });
          return resolve({ mailCount, readerMB, steps });
        } else throw new Error(`the reader says ${said.say}`);
        pieceCount += 1;
        // A small mailbox may be read before it has told how far it is.
        if (stopAt === 0 && pieceCount > 3) return stop();
        child.send({ say: 'acknowledge' });
      };
      const stop = async (): Promise<void> => {
        child.kill();
        await ask('imports.abandon', { importId });
        resolve({ mailCount: null, readerMB, steps });
      };
      child.on('message', (said) => {
        pieces = pieces.then(() => (child.killed ? undefined : take(FromReader.parse(said))));
        pieces.catch(reject);
      });
      child.send({ say: 'begin', job: { job: 'read-source', path, name: 'all.mbox', dateOrder, columns, keys: [], mail, locations } });
    });
  } finally {
    child.kill();
  }
}
