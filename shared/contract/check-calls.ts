import { z } from 'zod';
import { Id, UtcInstant } from '../model/identity';
import { call, Count, None, TaskStarted } from './call';
import { CallError } from './errors';

/**
 * Parts of the vault that are no document: the small files by which it is opened (`door`) and which name all others (`contents`), each there twice; the record
 * itself (`record`), and the older state of it that is kept in reserve (`reserve`).
 */
export const VaultPart = z.enum(['door', 'contents', 'record', 'reserve']);
export type VaultPart = z.infer<typeof VaultPart>;

/** One thing that is not as it should be. */
export const CheckFinding = z.discriminatedUnion('about', [
  /** `name`: as the record has it now. */
  z.object({ about: z.literal('document'), documentId: Id, name: z.string(), found: z.enum(['damaged', 'missing']) }),
  /** `isMended`: what was damaged on the disk has been written anew, from what the open vault held. */
  z.object({ about: z.literal('part'), part: VaultPart, isMended: z.boolean() }),
  /** The history does not verify from this entry on. */
  z.object({ about: z.literal('history'), sequence: Count }),
]);
export type CheckFinding = z.infer<typeof CheckFinding>;

/** How a finished check ended. From `beganUtc` to `endedUtc` it read, one thing after another, with what pauses and locks came between. `files` and `bytes`: documents read whole; `entries`: of the history. */
export const CheckResult = z.object({ beganUtc: UtcInstant, endedUtc: UtcInstant, files: Count, bytes: Count, entries: Count, findings: z.array(CheckFinding) });
export type CheckResult = z.infer<typeof CheckResult>;

/** A check that has begun and is not finished; it goes on where it was, also after a lock. A file that was changed on the disk since it was read is read again then. */
export const CheckUnderWay = z.object({
  beganUtc: UtcInstant, isRunning: z.boolean(), filesDone: Count, filesTotal: Count, bytesDone: Count, bytesTotal: Count,
  findings: z.array(CheckFinding),
  /** Why it stopped by itself. */
  stopped: CallError.nullable(),
});
export type CheckUnderWay = z.infer<typeof CheckUnderWay>;

/**
 * What a seal code says of this vault. `unchanged`: the record up to that entry is the one the code was printed for. `mistyped`: it is no seal code as it stands; `number-mistyped`:
 * the letters fit another entry. `older`: the code is of a later state, so entries are missing here. `changed`: none of these.
 */
export const SealComparison = z.discriminatedUnion('is', [
  z.object({ is: z.literal('unchanged'), sequence: Count, atUtc: UtcInstant, laterEntries: Count }),
  z.object({ is: z.literal('mistyped') }),
  z.object({ is: z.literal('number-mistyped'), sequence: Count }),
  z.object({ is: z.literal('older'), sequence: Count, entriesMissing: Count, lastUtc: UtcInstant }),
  z.object({ is: z.literal('changed'), sequence: Count }),
]);
export type SealComparison = z.infer<typeof SealComparison>;

/** What a rebuilt search index covers. `pages`: of documents, each with its words. */
export const SearchRebuilt = z.object({ subjects: Count, messages: Count, pages: Count });
export type SearchRebuilt = z.infer<typeof SearchRebuilt>;

export const checkCalls = {
  'check.state': call('vault', None, z.object({ underWay: CheckUnderWay.nullable(), last: CheckResult.nullable() })),
  /** Begins a check, or goes on with the one that is not finished. */
  'check.run': call('vault', None, None),
  /** Answers when it has stopped and what was verified is kept. */
  'check.pause': call('vault', None, None),
  /** Makes what Find looks through anew. Result of the task: SearchRebuilt. */
  'search.rebuild': call('main', None, TaskStarted),
  /** As typed; spaces, dashes and case do not matter. */
  'seal.compare': call('vault', z.object({ typed: z.string().max(200) }), SealComparison),
} as const;
