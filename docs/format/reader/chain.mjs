/** The chain of transactions (FORMAT.md, "Chain"). A point is { sequence, hash }. */
import { hmac, same, sha256, u64 } from './primitives.mjs';

export function chainStart(keys, vaultId) {
  return { sequence: 0, hash: hmac(keys.chain, 'tidemark/1/chain-start', vaultId) };
}

export function nextPoint(keys, point, payload) {
  const sequence = point.sequence + 1;
  return { sequence, hash: hmac(keys.chain, point.hash, u64(sequence), sha256(payload)) };
}

export function samePoint(one, other) {
  return one.sequence === other.sequence && same(one.hash, other.hash);
}
