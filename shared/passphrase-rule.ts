/**
 * Which passphrases a new vault takes. The window asks while she types, and the key-derivation process again before it derives: a vault is
 * never made behind a guessable passphrase, whatever the window says (docs/decisions/0021-a-weak-passphrase-is-refused-twice.md).
 */

/** What an estimator finds in a passphrase: how many tries it stands (log10), and the kinds of piece it is made of. */
export interface Estimate {
  guessesLog10: number;
  pieces: readonly { pattern: string; dictionaryName?: string }[];
}

/** The estimator's own answer (zxcvbn-ts 4, `ZxcvbnFactory.check`). */
export interface PassphraseChecker {
  check(typed: string): { guessesLog10: number; sequence: readonly { pattern: string }[] };
}

/**
 * With Argon2id at 256 MiB one costly machine tries some ten passphrases a second. 10^8 tries take it months,
 * 10^11 hundreds of years. Below the first we refuse, above the second we call it strong.
 */
const refusedBelowLog10 = 8;
export const strongFromLog10 = 11;

/** Beyond so many characters the estimate takes long and says nothing new. */
const judgedCharacters = 100;

export function estimatePassphrase(checker: PassphraseChecker, typed: string): Estimate {
  const judged = typed.slice(0, judgedCharacters);
  const whole = checker.check(judged);
  const words = judged.split(/\s+/u).filter((word) => word !== '');
  const { guessesLog10, sequence } = words.length > 1 ? easier(whole, wordByWord(checker, words)) : whole;
  return { guessesLog10, pieces: sequence.map((piece) => ({ pattern: piece.pattern, dictionaryName: 'dictionaryName' in piece ? String(piece.dictionaryName) : undefined })) };
}

type Checked = ReturnType<PassphraseChecker['check']>;

/** The estimator takes words with a space between them for random letters: "I love you Mark" would be strong. */
function wordByWord(checker: PassphraseChecker, words: readonly string[]): Checked {
  const each = words.map((word) => checker.check(word));
  return { guessesLog10: each.reduce((sum, word) => sum + word.guessesLog10, 0), sequence: each.flatMap((word) => word.sequence) };
}

const easier = (whole: Checked, parts: Checked): Checked => (parts.guessesLog10 <= whole.guessesLog10 ? parts : whole);

export function isTooWeak({ guessesLog10 }: Pick<Estimate, 'guessesLog10'>): boolean {
  return guessesLog10 < refusedBelowLog10;
}
