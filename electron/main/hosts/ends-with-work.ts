import { Refusal, type ErrorCode } from '../../../shared/contract/errors';

/**
 * Runs `work`, and `end` after it however it ends, and at once when it is stopped: what is begun for one piece of work never outlives it.
 * Refuses `cancelled` when it was stopped, what `work` refuses, and `refusal` for whatever else breaks.
 */
export async function endsWithWork<T>({ signal, refusal, end }: { signal: AbortSignal; refusal: ErrorCode; end: () => void }, work: () => Promise<T>): Promise<T> {
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Refusal('cancelled');
    throw error instanceof Refusal ? error : new Refusal(refusal);
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
