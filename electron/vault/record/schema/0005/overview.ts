/** Part of schema 5: what the case page and "what could still be asked for" need besides the entries themselves. */
export const overview: readonly string[] = [
  // She has said of an incident that there is nothing to find.
  `CREATE TABLE gap_settled (incident_id TEXT PRIMARY KEY, at_utc TEXT NOT NULL)`,
  // The newest, what is half written, without reading every account.
  `CREATE INDEX incident_by_recorded ON incident (first_recorded_utc) WHERE status = 'recorded'`,
  `CREATE INDEX incident_unfinished ON incident (begun_utc) WHERE status = 'draft' OR pending IS NOT NULL`,
  `CREATE INDEX case_entry_by_recorded ON case_entry (first_recorded_utc) WHERE status = 'recorded'`,
  `CREATE INDEX case_entry_unfinished ON case_entry (begun_utc) WHERE status = 'draft' OR pending IS NOT NULL`,
];
