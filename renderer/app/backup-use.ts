/** What a backup is used for at the locked door: alone, or joined with a damaged vault. */
export type BackupUse = 'restore' | 'join';
