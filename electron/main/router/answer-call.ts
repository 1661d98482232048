import { contract, type CallName, type CallNameAt } from '../../../shared/contract';
import { DroppedFiles } from '../../../shared/contract/bridge';
import type { Travelling } from '../../../shared/contract/answer-text';
import type { Result } from '../../../shared/contract/errors';
import type { PickedFiles, SourceGrant } from '../../../shared/contract/program-calls';
import type { AllHandlers } from './call-handlers';
import { badCall, type Answer } from './route-calls';

export interface Answering {
  /** Whether the window may ask this of an open vault (null: files were dropped). */
  readonly isOpen: (name: CallName | null) => boolean;
  readonly handlers: AllHandlers;
  /** Answers a call whose home is the vault. */
  readonly forward: (name: CallNameAt<'vault'>, input: unknown) => Promise<Travelling>;
  readonly grantDropped: (paths: readonly string[]) => Promise<PickedFiles>;
  /** Refuses `file-unreadable` where nothing is named. */
  readonly grantDroppedSource: (paths: readonly string[]) => Promise<SourceGrant>;
}

const locked: Result<never> = { ok: false, error: { code: 'locked' } };

/** All but opening, the program's own calls and the checking of what somebody received work on an open vault. */
function needsOpenVault(name: CallName): boolean {
  return contract[name].home === 'vault' || !/^(program|vault|bundles)\./.test(name);
}

/** Parses what is asked, then answers it here or passes it on. Throws the refusals of the handlers. */
export async function answerCall(name: CallName, input: unknown, { isOpen, handlers, forward }: Answering): Answer {
  const shape = contract[name];
  const parsed = shape.input.safeParse(input);
  if (!parsed.success) return badCall;
  if (needsOpenVault(name) && !isOpen(name)) return locked;
  if (shape.home === 'vault') return forward(name as CallNameAt<'vault'>, parsed.data);
  const handler = handlers[name as CallNameAt<'main'>] as (input: unknown) => Promise<unknown>;
  return { ok: true, value: await handler(parsed.data) };
}

/** Gives grants for files that were dropped on the window. */
export async function answerDropped(input: unknown, { isOpen, grantDropped }: Answering): Answer {
  if (!isOpen(null)) return locked;
  const parsed = DroppedFiles.safeParse(input);
  return parsed.success ? { ok: true, value: await grantDropped(parsed.data.paths) } : badCall;
}

/** Gives the grant for a file or folder that was dropped to be looked into. */
export async function answerDroppedSource(input: unknown, { isOpen, grantDroppedSource }: Answering): Answer {
  if (!isOpen(null)) return locked;
  const parsed = DroppedFiles.safeParse(input);
  return parsed.success ? { ok: true, value: await grantDroppedSource(parsed.data.paths) } : badCall;
}
