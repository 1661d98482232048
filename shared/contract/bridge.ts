import { z } from 'zod';
import type { CallInput, CallName, CallOutput } from '../contract';
import type { Travelling } from './answer-text';
import type { Result } from './errors';
import type { EventName, EventPayload } from './events';
import type { PickedFiles, SourceGrant } from './program-calls';

/**
 * What the preload puts on the window as `window.tidemark`: a function per call of the contract, under the call's own
 * name, and one function per event. Nothing generic: a name that is not in the contract has no function.
 * `DroppedFile` is the DOM's `File` (shared knows no DOM).
 */
export interface TidemarkBridge<DroppedFile extends object = object> {
  readonly calls: { readonly [N in CallName]: (input: CallInput<N>) => Promise<Travelling<CallOutput<N>>> };
  /** Each returns the function that stops listening. */
  readonly events: { readonly [N in EventName]: (listener: (payload: EventPayload<N>) => void) => () => void };
  /** Turns dropped files into one-time grants, in order; folders are among the refused, what was never on the disk (a picture out of a page) is left out. */
  readonly grantDropped: (files: readonly DroppedFile[]) => Promise<Result<PickedFiles>>;
  /** Turns one dropped file or folder into a one-time grant to look into it; of several, the first. Refuses `file-unreadable` for what was never on the disk. */
  readonly grantDroppedSource: (files: readonly DroppedFile[]) => Promise<Result<SourceGrant>>;
}

/** What the preload sends for dropped files. */
export const DroppedFiles = z.object({ paths: z.array(z.string().min(1).max(4096)).max(1000) });
