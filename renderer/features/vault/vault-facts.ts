import type { CallOutput } from '../../../shared/contract';

/** What the open vault says of itself; the sections of this page share one answer. */
export type VaultFacts = CallOutput<'vault.facts'>;

/** The sections of the page to which its summary leads. */
export const vaultSections = { check: 'vault-check', backups: 'vault-backups', waysIn: 'vault-ways-in' } as const;
