import type { Handing } from '../../../shared/model/copy';

/** Whether a copy's passphrase is shown once, when the copy is saved, and kept nowhere. */
export const tellsOnce = ({ protection, keepPassphrase }: Pick<Handing, 'protection' | 'keepPassphrase'>): boolean => protection !== 'none' && !keepPassphrase;
