/** What the proof gives to its part in Electron. `files`: name to path; `together`: so many in one document; `limitSeconds`: for one file. */
export interface CorpusJob { readonly files: Readonly<Record<string, string>>; readonly together: number; readonly limitSeconds: number }

/** What the reading process answered of a file; `broke`: how it ended without an answer. */
export interface FileRead { readonly name: string; readonly ms: number; readonly form: string; readonly state: string; readonly why: string; readonly broke: string | null; readonly findings: readonly string[] }

/** A document that was made, and on which page (from 1) the sheet of each file stands; `waits`: somebody covered words in it, so it waits for her word. `broke`: none was made. */
export interface BatchMade {
  readonly file: string;
  readonly pageCount: number;
  readonly exhibits: readonly { readonly name: string; readonly mark: string; readonly sheet: number; readonly ms: number; readonly waits: boolean }[];
  readonly notIncluded: readonly { readonly mark: string; readonly reason: string }[];
  readonly broke: string | null;
}

export interface Program { readonly read: readonly FileRead[]; readonly made: readonly BatchMade[]; readonly peaks: { readonly reader: number; readonly assembler: number } }
