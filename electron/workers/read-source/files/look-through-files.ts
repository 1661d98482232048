import { shownPath } from '../../../../shared/importers/file-names';
import { beginsLikeCompoundFile } from '../../../../shared/importers/mail/msg/compound-file';
import { tellSource } from '../../../../shared/importers/tell-source';
import type { ReadJob } from '../../../../shared/worker-protocol';
import { readingLimits, type ReadingLimits } from '../limits';
import type { Member } from '../member';
import type { Outbox } from '../outbox';
import { ReadingProgress } from '../reading-progress';
import { looksLikeText } from '../text-beginning';
import { findFiles, sayLeftOut } from './find-files';

const namesShown = 12;

/** Counts the files of a folder or archive; nothing is stored. Its last word is `files-found`. */
export async function lookThroughFilesJob(job: Extract<ReadJob, { job: 'look-through-files' }>, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const progress = new ReadingProgress(outbox);
  const found = await findFiles(job.path, job.name, limits, progress);
  try {
    let conversationCount = 0;
    for (const { member, isHolder } of found.files) {
      progress.lookedAt();
      if (!isHolder && await holdsMessages(member)) conversationCount += 1;
    }
    const shown = found.files.filter(({ isHolder }) => !isHolder);
    outbox.say({
      say: 'files-found',
      paths: found.isFolder ? found.files.flatMap(({ holder, path }) => (holder === null ? [path] : [])) : [],
      found: {
        isFolder: found.isFolder, fileCount: found.files.length, sizeBytes: found.files.reduce((sum, { member }) => sum + member.sizeBytes, 0), archiveCount: found.files.length - shown.length,
        names: shown.slice(0, namesShown).map(({ member }) => shownPath(member.path)), conversationCount, ...sayLeftOut(found.leftOut),
      },
    });
  } finally {
    await found.close();
  }
}

/** Messages, mail or positions: what comes in under Messages. */
async function holdsMessages(member: Member): Promise<boolean> {
  try {
    const beginning = await member.peek();
    return (looksLikeText(beginning) || beginsLikeCompoundFile(beginning)) && (await tellSource(member)).as !== 'document';
  } catch {
    // One that cannot be read whole says so when it is brought in.
    return false;
  }
}
