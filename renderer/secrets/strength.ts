import { messages } from '../../shared/messages/en-gb';
import { type Estimate, estimatePassphrase, isTooWeak, strongFromLog10 } from '../../shared/passphrase-rule';

export type StrengthLevel = 'none' | 'weak' | 'fair' | 'strong';
export interface Strength { level: StrengthLevel; /** 0 to 1, for a line; 1 is strong. */ share: number; advice: string }

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
  const level = isTooWeak(estimate) ? 'weak' : guessesLog10 < strongFromLog10 ? 'fair' : 'strong';
  return { level, share: Math.max(0.04, Math.min(1, guessesLog10 / strongFromLog10)), advice: adviceFor(estimate) };
}

let estimator: Promise<(typed: string) => Estimate> | null = null;

/** The word lists are large, so they are read when the page that needs them is first drawn. */
export function loadEstimator(): Promise<(typed: string) => Estimate> {
  estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common'), import('@zxcvbn-ts/language-en')]).then(([core, common, english]) => {
    const zxcvbn = new core.ZxcvbnFactory({ dictionary: { ...common.dictionary, ...english.dictionary }, graphs: common.adjacencyGraphs, translations: english.translations });
    return (typed) => estimatePassphrase(zxcvbn, typed);
  });
  return estimator;
}
