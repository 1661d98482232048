/** Part of schema 4: which photograph and which film may be one (Live Photo). One row for each picture and film whose own data was read. */
export const photographsAndFilms: readonly string[] = [
  // form: 'image' or 'video'. identifier: Apple's name for both, '' without one. stem: the file's name without its ending, in small letters. clock: when it says it was taken, YYYY-MM-DDTHH:MM, '' when it does not.
  `CREATE TABLE live_half (document_id TEXT PRIMARY KEY, form TEXT NOT NULL, identifier TEXT NOT NULL, stem TEXT NOT NULL, clock TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE INDEX live_half_by_identifier ON live_half (identifier) WHERE identifier <> ''`,
  `CREATE INDEX live_half_by_stem ON live_half (stem)`,
];
