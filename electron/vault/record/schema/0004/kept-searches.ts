/** Part of schema 4: searches she keeps, and what she put aside for the bundle. */
export const keptSearches: readonly string[] = [];
