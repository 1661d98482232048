import type { CallOutput } from '../../../shared/contract';

/** What the open vault says of itself; the sections of this page share one answer. */
export type VaultFacts = CallOutput<'vault.facts'>;
