import type { DocumentDetails } from '../../../shared/model/document-details';
import type { ReadingState, ReadingStepName, ReadingWhy } from '../../../shared/model/document-reading';
import type { PageRead, ReadingToDo } from '../../../shared/vault-protocol/reading-calls';
import type { VaultHost } from '../hosts/vault-host';

/** What a step has while it reads one document. */
export interface StepWork {
  /** Aborted when she leaves, pauses or begins to bring something in. What was taken is kept, and the step goes on there later. */
  readonly signal: AbortSignal;
  readonly vault: Pick<VaultHost, 'ask' | 'askRecord'>;
  /** What she gave for this file, if it is locked. */
  readonly password: string | null;
  /** Plain bytes of the document, at most 4 MiB. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
  /** Keeps pages as they are read: `place` of `total` are done with them. Rejects when the step is to stop. */
  readonly takePages: (pages: readonly PageRead[], place: number, total: number) => Promise<void>;
}

/** How a step ended; `noted` where it has entered that itself. */
export type StepEnd = 'noted' | { state: Exclude<ReadingState, 'waiting'>; why: ReadingWhy; details: DocumentDetails | null; ocrToo: boolean };

/** One kind of reading, for one document at a time. What it throws is taken for a file that cannot be read, but for the vault's refusals. */
export interface ReadingStep {
  readonly step: ReadingStepName;
  run(reading: ReadingToDo, work: StepWork): Promise<StepEnd>;
}
