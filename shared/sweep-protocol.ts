import { z } from 'zod';
import { ProtectedFact } from './model/protected-fact';
import { SweepPlace, SweepReport } from './model/sweep';

/**
 * Between the shell and the process that looks through finished files as a stranger would (electron/workers/sweep-entry.ts). It has no keys and touches no file. It draws nothing: what must be looked at as a picture
 * it names, and the shell gives the words back that a machine read there.
 */
const Bytes = z.instanceof(Uint8Array);

/** A picture, or pages of a PDF, to be drawn and read. `bytes`: null where it is the file that was given; `pages`: null of a picture. */
export const ToBeRead = z.object({ place: SweepPlace, mediaType: z.string(), bytes: Bytes.nullable(), pages: z.array(z.number().int().positive()).nullable() });
export type ToBeRead = z.infer<typeof ToBeRead>;

export const SweeperRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('begin'), facts: z.array(ProtectedFact.pick({ id: true, kind: true, text: true, alsoWritten: true })), pdfiumWasm: Bytes }),
  z.object({ ask: z.literal('look'), path: z.string(), mediaType: z.string(), bytes: Bytes }),
  /** Words that a machine read off a picture or page; null: they could not be read. */
  z.object({ ask: z.literal('take-words'), place: SweepPlace, text: z.string().nullable() }),
  z.object({ ask: z.literal('end') }),
]);
export type SweeperRequest = z.infer<typeof SweeperRequest>;

export const SweeperAnswer = z.discriminatedUnion('gave', [
  z.object({ gave: z.literal('ready') }),
  z.object({ gave: z.literal('looked'), toBeRead: z.array(ToBeRead) }),
  z.object({ gave: z.literal('report'), report: SweepReport }),
  z.object({ gave: z.literal('broke') }),
]);
export type SweeperAnswer = z.infer<typeof SweeperAnswer>;

/** One question at a time; answers come in order. */
export const FromSweeper = z.object({ id: z.number().int(), answer: SweeperAnswer });
