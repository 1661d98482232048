import { clipped } from './bytes/clipped';
import { emptyMessage } from './conversations/empty-message';
import type { NeutralMessage, NeutralPart } from './parts';

type NotUnderstood = Extract<NeutralPart, { part: 'not-understood' }>;

interface Where {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

/** A stretch of a conversation that could not be read as a message: kept, with the source's own text. */
export function messageNotUnderstood(text: string, where: Where): NeutralMessage {
  return { ...emptyMessage(where), kind: 'not-understood', text: clipped(text, 1_000_000) };
}

/** A stretch of a file that belongs to no conversation and could not be read. */
export function stretchNotUnderstood(path: string, text: string, { offset, length, line }: Where): NotUnderstood {
  return { part: 'not-understood', path: clipped(path, 4096), text: clipped(text, 2000), sourceLine: line, sourceOffset: offset, sourceLength: length };
}
