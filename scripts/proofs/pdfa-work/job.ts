import type { KeptFault } from '../../../shared/model/kept';

/** What the proof gives to its part in Electron. `files`: name to path; `together`: so many in one document. */
export interface KeptJob { readonly entries: number; readonly longer: number; readonly messages: number; readonly sampleFolder: string | null; readonly files: Readonly<Record<string, string>>; readonly together: number }

/** A document that was made, and what the program said of it. */
export interface KeptMade { readonly file: string; readonly faults: readonly KeptFault[]; readonly drawnPages: number; readonly pageCount: number; readonly holds: readonly string[] }
