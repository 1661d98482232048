import type { ReadJob } from '../../../../shared/worker-protocol';
import type { LeftOutFile } from '../archive-entries';
import { lastName } from '../disk-file';
import { FileSender } from '../file-sender';
import { readingLimits, type ReadingLimits } from '../limits';
import type { Outbox } from '../outbox';
import { ReadingProgress } from '../reading-progress';
import { tellType } from '../tell-type';
import { findFiles, type FoundFiles, sayLeftOut, whyLeftOut } from './find-files';

/** While the vault seals a film of gigabytes this process waits for its word; it says now and then that it is there. */
const stillHereMs = 5000;

/** Names every file of a folder or archive, and sends those that lie in archives; its last word is `files-end`. A file that is lost on the way is left out, and the rest goes on. */
export async function readFilesJob(job: Extract<ReadJob, { job: 'read-files' }>, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const progress = new ReadingProgress(outbox);
  const found = await findFiles(job.path, job.name, limits, progress);
  const stillHere = setInterval(() => progress.lookedAt(), stillHereMs);
  try {
    const sender = new FileSender(outbox, true);
    const leftOut = goneSince(found, job.expected);
    /** By their numbers, with what went wrong; what lies in such an archive does not come either. */
    const lost = new Map<number, unknown>();
    for (const [number, { member, holder, path }] of found.files.entries()) {
      const name = lastName(path);
      const fromLost = holder === null ? undefined : lost.get(holder);
      let beginning: Uint8Array;
      try {
        if (fromLost !== undefined) throw fromLost;
        beginning = await member.peek();
      } catch (error) {
        if (!found.isFolder && holder === null) throw error;
        leftOut.push({ path: member.path, reason: whyLeftOut(error, member) });
        lost.set(number, error);
        continue;
      }
      const { mediaType, form } = await tellType(beginning);
      await outbox.send({ say: 'keep-file', number, holder, path, name, sizeBytes: member.sizeBytes, mediaType, form });
      if (holder !== null) await sender.found(String(number), name, member);
    }
    await outbox.settled();
    const holders: { number: number; sha256: string }[] = [];
    const lostHolders: { number: number; path: string; reason: ReturnType<typeof whyLeftOut> }[] = [];
    for (const [number, { member, holder, path, isHolder }] of found.files.entries()) {
      if (!isHolder || holder !== null || lost.has(number)) continue;
      try {
        holders.push({ number, sha256: await member.outer.sha256(() => progress.lookedAt()) });
      } catch (error) {
        lostHolders.push({ number, path, reason: whyLeftOut(error, member) });
      }
    }
    outbox.say({ say: 'files-end', holders, lostHolders, ...sayLeftOut([...leftOut, ...found.leftOut]) });
  } finally {
    clearInterval(stillHere);
    await found.close();
  }
}

/** What was there when she looked and is not now. */
function goneSince({ files, leftOut }: FoundFiles, expected: readonly string[]): LeftOutFile[] {
  const seen = new Set([...files.filter(({ holder }) => holder === null), ...leftOut].map(({ path }) => path));
  return expected.filter((path) => !seen.has(path)).map((path) => ({ path, reason: 'gone' }));
}
