import { hmac, sameBytes, type RandomSource } from '../crypto/primitives';

/**
 * Names of objects (docs/FORMAT.md, "Names"): 64 random bits, then 64 bits of HMAC over kind and random part. Whoever holds the
 * compartment's key knows its own objects and their kind, and leaves all others alone; to anyone else a name says nothing.
 */
export const nameBytes = 16;
const kindCodes = { temporary: 1, segment: 2, snapshot: 3, evidence: 4 } as const;
export type ObjectKind = keyof typeof kindCodes;

function nameTag(namesKey: Uint8Array, kind: ObjectKind, randomPart: Uint8Array): Uint8Array {
  return hmac(namesKey, Uint8Array.of(kindCodes[kind]), randomPart).subarray(0, 8);
}

export function newObjectName(namesKey: Uint8Array, kind: ObjectKind, random: RandomSource): string {
  const randomPart = random(8);
  return Buffer.concat([randomPart, nameTag(namesKey, kind, randomPart)]).toString('hex');
}

export function isObjectName(name: string): boolean {
  return /^[0-9a-f]{32}$/.test(name);
}

/** The kind of one of this compartment's objects; null for any other name. Root copies are not told here. */
export function kindOfName(namesKey: Uint8Array, name: string): ObjectKind | null {
  if (!isObjectName(name)) return null;
  const bytes = Buffer.from(name, 'hex');
  for (const kind of Object.keys(kindCodes) as ObjectKind[]) {
    if (sameBytes(nameTag(namesKey, kind, bytes.subarray(0, 8)), bytes.subarray(8))) return kind;
  }
  return null;
}

/** The two fixed names of the root copies. */
export function rootNames(namesKey: Uint8Array): readonly [string, string] {
  const name = (copy: number): string => Buffer.from(hmac(namesKey, Uint8Array.of(0, copy)).subarray(0, nameBytes)).toString('hex');
  return [name(0), name(1)];
}
