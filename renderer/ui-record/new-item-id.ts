import type { Id } from '../../shared/model/identity';

/** The name of a new line inside an entry: 128 random bits, as everything in the record has. */
export function newItemId(): Id {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
