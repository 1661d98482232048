/** Part of schema 6: of an evidence bag what is recorded besides the file, as JSON (shared/model/bag.ts, BagRecord); null of all else. */
export const bags: readonly string[] = [`ALTER TABLE export_record ADD COLUMN bag TEXT`];
