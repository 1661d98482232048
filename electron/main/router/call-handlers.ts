import type { CallInput, CallName, CallNameAt, CallOutput } from '../../../shared/contract';

/** What answers one call that the shell is home to. Expected refusals are thrown as `Refusal`. */
export type CallHandler<N extends CallName> = (input: CallInput<N>) => Promise<CallOutput<N>>;

/** Some of the shell's calls: each part of the shell brings its own record of these, and all are joined. */
export type HandlersOf<N extends CallNameAt<'main'>> = { readonly [K in N]: CallHandler<K> };

/** Every call the shell answers; a missing one is a type error where they are joined. */
export type AllHandlers = HandlersOf<CallNameAt<'main'>>;
