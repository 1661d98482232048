import type { CallError, Result } from './errors';

/**
 * An answer on its way to the window: as it is, or as one text of JSON. Between three processes and through the context bridge every object of it is copied one by one,
 * each time: a thousand rows took longer to travel than to find. A text is copied whole.
 */
export type Travelling<T = unknown> = Result<T> | { readonly ok: true; readonly text: string };

/** For the way. The value must be JSON by its schema (every call of the contract that the vault answers: tested). */
export function asText(result: Result<unknown>): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: CallError } {
  return result.ok ? { ok: true, text: JSON.stringify(result.value) } : result;
}

/** At the end of the way, whichever way it came. */
export function fromText<T>(result: Travelling<T>): Result<T> {
  return result.ok && 'text' in result ? { ok: true, value: JSON.parse(result.text) as T } : result;
}
