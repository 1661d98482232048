/** A failure of set-up that a person can mend: one sentence that says what is missing and the command that mends it. */
export class MendableError extends Error {
  /** @override */
  name = 'MendableError';
}

/**
 * Ends the process with a mendable failure's one sentence, or with the whole stack of a bug.
 * @param {unknown} error
 * @returns {never}
 */
export function endWith(error) {
  console.error(error instanceof MendableError ? `\n${error.message}` : error);
  process.exit(1);
}
