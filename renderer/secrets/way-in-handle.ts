import type { Ref } from 'react';
import type { ErrorCode } from '../../shared/contract/errors';
import type { UnlockSecret } from '../../shared/contract/secrets';

/** What every way of entering a secret can do for the page it stands on. */
export interface WayInHandle {
  /** What was entered, as its own copy that the caller zeroes (zeroSecret). null: something is missing; it was said, and the keyboard is there. */
  take: () => UnlockSecret | null;
  /** Says a refusal beside the field where it is about the secret. False: the page is to say it. */
  refuse: (code: ErrorCode) => boolean;
  clear: () => void;
  focus: () => void;
}

export interface WayInProps {
  isDisabled?: boolean;
  /** Whether enough was entered to try. Told at each change; a way that cannot tell never calls it. */
  onReady?: (isReady: boolean) => void;
  ref?: Ref<WayInHandle>;
}

/** Overwrites the bytes of a secret that has been handed on. */
export function zeroSecret(secret: UnlockSecret): void {
  if ('bytes' in secret) secret.bytes.fill(0);
  if ('shares' in secret) for (const share of secret.shares) share.fill(0);
}
