import type { WayInKind } from '../../../../shared/contract/ways-in-calls';

/** What is being done to the ways in; each is a page that takes the vault's place until it is done or left. `replaces`: there is one of the kind already. */
export type WayInStep =
  | { readonly do: 'change-passphrase' | 'renew' }
  | { readonly do: 'new-code' | 'make-key-file' | 'make-shares'; readonly replaces: boolean }
  | { readonly do: 'end'; readonly kind: Exclude<WayInKind, 'passphrase'> };

/** `said`: what was done, in words for the vault's page; null when she left without doing it. */
export type EndStep = (said: string | null) => void;
