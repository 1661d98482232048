import { Refusal } from '../../../shared/contract/errors';
import { importers } from '../../../shared/importers/registry';
import type { ReadPart } from '../../../shared/importers/read-part';
import type { ReadJob } from '../../../shared/worker-protocol';
import { ChosenMails } from './chosen-mails';
import { Counted } from './counted';
import { FileSender } from './file-sender';
import { readingLimits, type ReadingLimits } from './limits';
import { openSource } from './open-source';
import type { Outbox } from './outbox';
import { PartQueue } from './part-queue';
import { ReadingProgress } from './reading-progress';
import { SourceReading } from './source-reading';
import { refuseUnanswered } from './unanswered';

type SourceJob = Extract<ReadJob, { job: 'read-source' }>;

/** Everything she chose: messages, mails and positions, and every file that they name; its last word is `source-end`. */
export async function readSourceJob(job: SourceJob, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const progress = new ReadingProgress(outbox);
  const source = await openSource(job.path, job.name, limits, progress);
  try {
    const reading = new SourceReading(source, { conversations: job.keys === null || job.keys.length > 0, mail: job.mail !== null, positions: job.locations });
    if (reading.outers.length === 0) throw new Refusal('not-understood', job.name);
    progress.begin(reading.weights);
    refuseUnanswered((await reading.questions()).map(({ question }) => question), job);
    await outbox.send({ say: 'recognised', isFolder: source.isFolder, files: reading.outers.map(({ path, sizeBytes }) => ({ path, sizeBytes })) });
    await outbox.settled();

    const chosen = new ChosenConversations(job.keys);
    const mails = new ChosenMails(job.mail);
    const counted = new Counted(limits, job.name);
    const queue = new PartQueue(outbox);
    const files = new FileSender(outbox, job.keys === null);
    for await (const read of reading.read({ dateOrder: job.dateOrder, columns: job.columns })) {
      counted.add(read);
      if (read.kind === 'found') await files.found(read.id, read.name, read.member);
      else if (read.kind === 'piece') {
        const pieces = read.of === 'mail' ? mails.piece(read.piece) : [read.piece];
        for (const piece of pieces) await files.piece(piece);
      } else if (read.part.part === 'mail') {
        const { isWanted, pieces } = mails.mail(read.part);
        for (const piece of pieces) await files.piece(piece);
        if (isWanted) await queue.add(read.part);
      } else if (chosen.takes(read.part)) {
        await queue.add(read.part);
        if (read.part.part === 'messages') await files.wanted(read.part.messages);
      }
    }
    await queue.flush();
    const hashed: { path: string; sha256: string }[] = [];
    for (const outer of reading.outers) hashed.push({ path: outer.path, sha256: await outer.sha256(() => progress.lookedAt()) });
    outbox.say({ say: 'source-end', files: hashed, mayBeTruncated: chosen.truncated() });
  } finally {
    await source.close();
  }
}

/** The conversations she chose, null for all, and how much of each came. */
class ChosenConversations {
  readonly #keys: ReadonlySet<string> | null;
  readonly #counts = new Map<string, { kind: string; messages: number; hasFiles: boolean }>();

  constructor(keys: readonly string[] | null) {
    this.#keys = keys && new Set(keys);
  }

  takes(part: ReadPart): boolean {
    if (part.part === 'not-understood' || part.part === 'locations' || part.part === 'mail') return true;
    if (this.#keys && !this.#keys.has(part.key)) return false;
    if (part.part === 'conversation') {
      this.#counts.set(part.key, { kind: part.kind, messages: 0, hasFiles: false });
      return true;
    }
    const count = this.#counts.get(part.key);
    if (!count) return false;
    for (const { kind, attachments } of part.messages) {
      if (kind !== 'not-understood') count.messages += 1;
      count.hasFiles ||= attachments.some(({ file, absent }) => file !== '' || absent === 'not-opened');
    }
    return true;
  }

  truncated(): string[] {
    return [...this.#counts].filter(([, { kind, messages, hasFiles }]) => importers.find((importer) => importer.kind === kind)?.mayBeTruncated(messages, hasFiles)).map(([key]) => key);
  }
}
