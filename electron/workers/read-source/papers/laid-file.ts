import type { LaidOut } from '../../../../shared/model/laid-out';

/** What is laid out of a file, and how its pictures are had, by their numbers less one; null of one that is not there. */
export interface LaidFile { readonly laidOut: LaidOut; readonly pictures: readonly (() => Promise<Uint8Array | 'too-large' | null>)[] }
