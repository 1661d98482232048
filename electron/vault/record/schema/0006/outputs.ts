/** Part of schema 6: of an export what was made of the selection and as what kind of file, as JSON (shared/model/output.ts, MadeAs); null of a page of the case, and of what an earlier program made: the chronology as PDF. */
export const outputs: readonly string[] = [`ALTER TABLE export_record ADD COLUMN made TEXT`];
