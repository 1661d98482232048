import type { CallInput, CallName, CallResult } from '../contract';
import type { EventName, EventPayload } from './events';

/**
 * What the preload puts on the window as `window.tidemark`: a function per call of the contract, under the call's own
 * name, and one function per event. Nothing generic: a name that is not in the contract has no function.
 */
export interface TidemarkBridge {
  readonly calls: { readonly [N in CallName]: (input: CallInput<N>) => Promise<CallResult<N>> };
  /** Each returns the function that stops listening. */
  readonly events: { readonly [N in EventName]: (listener: (payload: EventPayload<N>) => void) => () => void };
}
