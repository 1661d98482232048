/** Refused attempts kept for one place until its vault opens, and taken at that opening: the newest. In a file by itself because the first page waits for what its reader loads. */
export const mostRefusedAttempts = 100;
