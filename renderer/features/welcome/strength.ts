import { messages } from '../../../shared/messages/en-gb';

export type StrengthLevel = 'none' | 'weak' | 'fair' | 'strong';
export interface Strength { level: StrengthLevel; /** 0 to 1, for a line; 1 is strong. */ share: number; advice: string }

/** What an estimator finds in a passphrase: how many tries it stands (log10), and the kinds of piece it is made of. */
export interface Estimate { guessesLog10: number; pieces: readonly { pattern: string; dictionaryName?: string }[] }

/**
 * With Argon2id at 256 MiB one costly machine tries some ten passphrases a second. 10^8 tries take it months,
 * 10^11 hundreds of years. Below the first we refuse, above the second we call it strong.
 */
const refusedBelowLog10 = 8;
const strongFromLog10 = 11;

function adviceFor({ guessesLog10, pieces }: Estimate): string {
  const texts = messages.welcome.strength;
  if (guessesLog10 >= strongFromLog10) return '';
  if (pieces.some((piece) => piece.dictionaryName?.startsWith('passwords'))) return `${texts.adviceCommon} ${texts.adviceWords}`;
  if (pieces.some((piece) => piece.dictionaryName?.includes('names'))) return `${texts.adviceName} ${texts.adviceWords}`;
  if (pieces.some((piece) => piece.pattern === 'date' || piece.pattern === 'regex')) return `${texts.adviceDate} ${texts.adviceWords}`;
  if (pieces.some((piece) => piece.pattern === 'repeat')) return `${texts.adviceRepeat} ${texts.adviceWords}`;
  if (pieces.some((piece) => piece.pattern === 'sequence' || piece.pattern === 'spatial')) return `${texts.adviceSequence} ${texts.adviceWords}`;
  return texts.adviceWords;
}

/** How strong an estimate is, in three steps, with plain advice. No rules about characters. */
export function judge(estimate: Estimate): Strength {
  const { guessesLog10 } = estimate;
  const level = guessesLog10 < refusedBelowLog10 ? 'weak' : guessesLog10 < strongFromLog10 ? 'fair' : 'strong';
  return { level, share: Math.max(0.04, Math.min(1, guessesLog10 / strongFromLog10)), advice: adviceFor(estimate) };
}

let estimator: Promise<(typed: string) => Estimate> | null = null;

/** The word lists are large, so they are read when the page that needs them is first drawn. */
export function loadEstimator(): Promise<(typed: string) => Estimate> {
  estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]).then(([core, common, english]) => {
    const zxcvbn = new core.ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs, translations: english.translations });
    return (typed) => {
      // Beyond 100 characters the estimate takes long and says nothing new.
      const { guessesLog10, sequence } = zxcvbn.check(typed.slice(0, 100));
      return { guessesLog10, pieces: sequence.map((piece) => ({ pattern: piece.pattern, dictionaryName: 'dictionaryName' in piece ? String(piece['dictionaryName']) : undefined })) };
    };
  });
  return estimator;
}
