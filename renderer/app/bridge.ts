import type { CallInput, CallName, CallOutput, CallResult } from '../../shared/contract';
import { fromText, type Travelling } from '../../shared/contract/answer-text';
import type { TidemarkBridge } from '../../shared/contract/bridge';
import type { EventName, EventPayload } from '../../shared/contract/events';

declare global {
  interface Window {
    /** Put there by electron/preload. */
    readonly tidemark: TidemarkBridge<File>;
  }
}

type CallFunction<N extends CallName> = (input: CallInput<N>) => Promise<Travelling<CallOutput<N>>>;

/**
 * Asks the program one thing. Refusals come back as values with a code of the contract; a broken bridge becomes
 * `unexpected`, so a caller never has to catch.
 */
export async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
  try {
    return fromText(await (window.tidemark.calls[name] as CallFunction<N>)(input));
  } catch {
    return { ok: false, error: { code: 'unexpected' } };
  }
}

/** Listens to what the program tells unasked; gives back the function that stops. */
export function listen<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void {
  return (window.tidemark.events[name] as (listener: (payload: EventPayload<N>) => void) => () => void)(listener);
}


export type { CallInput, CallName, CallOutput };
