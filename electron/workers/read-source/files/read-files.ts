import type { ReadJob } from '../../../../shared/worker-protocol';
import { lastName } from '../disk-file';
import { FileSender } from '../file-sender';
import { readingLimits, type ReadingLimits } from '../limits';
import type { Outbox } from '../outbox';
import { ReadingProgress } from '../reading-progress';
import { tellType } from '../tell-type';
import { findFiles, sayLeftOut } from './find-files';

/** While the vault seals a film of gigabytes this process waits for its word; it says now and then that it is there. */
const stillHereMs = 5000;

/** Names every file of a folder or archive, and sends those that lie in archives; its last word is `files-end`. */
export async function readFilesJob(job: Extract<ReadJob, { job: 'read-files' }>, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const progress = new ReadingProgress(outbox);
  const found = await findFiles(job.path, job.name, limits, progress);
  const stillHere = setInterval(() => progress.lookedAt(), stillHereMs);
  try {
    const sender = new FileSender(outbox, true);
    for (const [number, { member, holder, path }] of found.files.entries()) {
      const name = lastName(path);
      const { mediaType, form } = await tellType(await member.peek());
      await outbox.send({ say: 'keep-file', number, holder, path, name, sizeBytes: member.sizeBytes, mediaType, form });
      if (holder !== null) await sender.found(String(number), name, member);
    }
    await outbox.settled();
    const holders: { number: number; sha256: string }[] = [];
    for (const [number, { member, holder, isHolder }] of found.files.entries()) {
      if (isHolder && holder === null) holders.push({ number, sha256: await member.outer.sha256(() => progress.lookedAt()) });
    }
    outbox.say({ say: 'files-end', holders, ...sayLeftOut(found.leftOut) });
  } finally {
    clearInterval(stillHere);
    await found.close();
  }
}
