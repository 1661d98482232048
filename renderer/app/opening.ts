import type { CallOutput } from '../../shared/contract';

/** What she is told once, after opening. */
export type Opening = CallOutput<'vault.unlock'>;
