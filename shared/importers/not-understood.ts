import { clipped } from './clipped';
import type { NeutralMessage, NeutralPart } from './parts';

type NotUnderstood = Extract<NeutralPart, { part: 'not-understood' }>;

interface Where {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

/** A stretch of a conversation that could not be read as a message: kept, with the source's own text. */
export function messageNotUnderstood(text: string, { offset, length, line }: Where): NeutralMessage {
  return {
    kind: 'not-understood', sender: '', at: '', offsetMinutes: null, basis: 'as-written', atAsWritten: '', text: clipped(text, 1_000_000), attachments: [], flags: [], quoted: null, reactions: [], call: null,
    sourceLine: line, sourceOffset: offset, sourceLength: length,
  };
}

/** A stretch of a file that belongs to no conversation and could not be read. */
export function stretchNotUnderstood(path: string, text: string, { offset, length, line }: Where): NotUnderstood {
  return { part: 'not-understood', path: clipped(path, 4096), text: clipped(text, 2000), sourceLine: line, sourceOffset: offset, sourceLength: length };
}
