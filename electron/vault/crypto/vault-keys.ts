import { deriveKey, zero } from './primitives';

/** Every key of a compartment, derived by HKDF from its vault key with the vault id as salt (docs/FORMAT.md, "Keys"). */
export interface VaultKeys {
  readonly headerMac: Uint8Array;
  readonly names: Uint8Array;
  readonly root: Uint8Array;
  readonly segments: Uint8Array;
  readonly chain: Uint8Array;
  readonly snapshots: Uint8Array;
  readonly duplicates: Uint8Array;
  readonly marks: Uint8Array;
}

export function deriveVaultKeys(vaultKey: Uint8Array, vaultId: Uint8Array): VaultKeys {
  const derive = (purpose: string): Uint8Array => deriveKey(vaultKey, vaultId, `tidemark/1/${purpose}`);
  return {
    headerMac: derive('header-mac'),
    names: derive('names'),
    root: derive('root'),
    segments: derive('segments'),
    chain: derive('chain'),
    snapshots: derive('snapshots'),
    duplicates: derive('duplicates'),
    marks: derive('marks'),
  };
}

export function zeroVaultKeys(keys: VaultKeys): void {
  zero(keys.headerMac, keys.names, keys.root, keys.segments, keys.chain, keys.snapshots, keys.duplicates, keys.marks);
}

export function copyOfKeys(keys: VaultKeys): VaultKeys {
  return Object.fromEntries(Object.entries(keys).map(([purpose, key]) => [purpose, (key as Uint8Array).slice()])) as unknown as VaultKeys;
}
