import { randomBytes } from 'node:crypto';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import type { VaultStore } from '../store/store';

/** What every part of the record works with. Clock and ids are ports, so that a test can fix them. */
export interface RecordContext {
  readonly store: VaultStore;
  /** This computer's clock, UTC with milliseconds. */
  now(): UtcInstant;
  newId(): Id;
}

const idBytes = 16;
const idsAtOnce = 256;

export function recordContext(store: VaultStore): RecordContext {
  let drawn = Buffer.alloc(0);
  const newId = (): Id => {
    // Asking the system for each of a hundred thousand messages takes longer than storing them.
    if (drawn.length < idBytes) drawn = randomBytes(idBytes * idsAtOnce);
    const id = drawn.toString('hex', 0, idBytes);
    drawn = drawn.subarray(idBytes);
    return id;
  };
  return { store, now: () => new Date().toISOString(), newId };
}
