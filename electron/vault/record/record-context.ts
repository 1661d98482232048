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

export function recordContext(store: VaultStore): RecordContext {
  return { store, now: () => new Date().toISOString(), newId: () => randomBytes(16).toString('hex') };
}
