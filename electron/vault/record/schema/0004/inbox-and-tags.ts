/** Part of schema 4: what has come in and is not yet placed, and her tags. */
export const inboxAndTags: readonly string[] = [];
