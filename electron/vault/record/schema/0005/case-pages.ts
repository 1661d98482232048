/** Of an export: which page of the case it was, null of a chronology. */
export const casePages: readonly string[] = [`ALTER TABLE export_record ADD COLUMN page TEXT`];
