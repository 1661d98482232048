/** The one name for "every case is handled": a new case becomes a type error here. */
export function missingCaseError(value: never): Error {
  return new Error(`missing case: ${typeof value}`);
}
