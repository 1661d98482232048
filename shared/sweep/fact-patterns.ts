import type { ProtectedFact, ProtectedFactKind } from '../model/protected-fact';
import { figuresOf } from '../text/phone-number';
import { endsStreet, isOfMany, oneForm, postcodesIn } from './address-words';
import { foldText, squeeze, wordsOf } from './fold-text';

/** What of a fact was found. */
export type FactPart = 'all' | 'street' | 'house' | 'postcode' | 'first-name' | 'name' | 'end-of-number';

/** How the ends of a found stretch must stand: apart from their neighbours, at least at a change from letters to figures or to capitals, or anywhere. */
export type Edges = 'hard' | 'soft' | 'none';

/** Found as letters and figures without anything between them. */
export interface SqueezedPattern {
  readonly factId: string;
  readonly text: string;
  readonly part: FactPart;
  readonly edges: Edges;
  /** `code`: O and 0, I, l and 1 are one. `number`: a telephone number without what is dialled before it. */
  readonly how: 'letters' | 'code' | 'number';
  /** As she wrote it. */
  readonly written: string;
}

export interface PhraseWord {
  readonly text: string;
  /** Numbers and short words have no slips. */
  readonly slips: number;
  readonly slipsByMachine: number;
}

/** Found as words one after another; between two of them one other may stand where `skips` says so. */
export interface Phrase {
  readonly factId: string;
  readonly words: readonly PhraseWord[];
  readonly part: FactPart;
  readonly skips: 0 | 1;
  readonly written: string;
}

export interface FactPatterns {
  readonly squeezed: readonly SqueezedPattern[];
  readonly phrases: readonly Phrase[];
}

type Fact = Pick<ProtectedFact, 'id' | 'kind' | 'text' | 'alsoWritten'>;

/** Fewest letters that are looked for across spaces and line ends: shorter ones stand there by chance. */
const fewestSqueezed = 6;
const fewestOfNumber = 6;
/** Scripts that are written without spaces between words. */
const isWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** In how many ways each fact is looked for. */
export function patternsOf(facts: readonly Fact[]): FactPatterns {
  const all = facts.flatMap((fact) => [fact.text, ...fact.alsoWritten].map((written) => ofOne(fact.id, fact.kind, written)));
  return { squeezed: all.flatMap(({ squeezed }) => squeezed), phrases: all.flatMap(({ phrases }) => phrases) };
}

function ofOne(factId: string, kind: ProtectedFactKind, written: string): FactPatterns {
  switch (kind) {
    case 'phone': return ofPhone(factId, written);
    case 'email': return ofEmail(factId, written);
    case 'postcode': case 'car': return { squeezed: ofCode(factId, written, 'all'), phrases: [] };
    case 'address': return ofAddress(factId, written);
    case 'child': return ofChild(factId, written);
    case 'school': case 'work': case 'refuge': return ofPlace(factId, written);
    case 'other': return ofWords(factId, written);
  }
}

const asked = (factId: string, written: string) => (text: string, part: FactPart, edges: Edges, how: SqueezedPattern['how']): SqueezedPattern[] => (text === '' ? [] : [{ factId, text, part, edges, how, written }]);

function ofCode(factId: string, written: string, part: FactPart): SqueezedPattern[] {
  const text = squeeze(written);
  return asked(factId, written)(text, part, text.length < 5 ? 'hard' : 'soft', 'code');
}

function ofPhone(factId: string, written: string): FactPatterns {
  const figures = figuresOf(written);
  // The part that is the same however it is dialled: without the country where that is this one, and without the 0.
  const national = figures.replace(/^44(?=\d{9,10}$)/, '').replace(/^0+/, '');
  if (national.length < fewestOfNumber) return ofWords(factId, written);
  const ask = asked(factId, written);
  const endings = Array.from({ length: Math.min(3, national.length - fewestOfNumber) }, (_, more) => national.slice(-(fewestOfNumber + more)));
  return { squeezed: [...ask(national, 'all', 'hard', 'number'), ...endings.flatMap((ending) => ask(ending, 'end-of-number', 'hard', 'code'))], phrases: [] };
}

function ofEmail(factId: string, written: string): FactPatterns {
  const [name = '', host = ''] = written.trim().split('@');
  if (name === '' || host === '') return ofWords(factId, written);
  const ask = asked(factId, written);
  const hosts = [host, host.replaceAll('.', ' dot ')].map(squeeze);
  const between = ['', 'at', '40'];
  return { squeezed: hosts.flatMap((each) => between.flatMap((sign) => ask(`${squeeze(name)}${sign}${each}`, 'all', 'hard', 'letters'))), phrases: [] };
}

/** Words as they are compared. */
function wordsIn(text: string): string[] {
  return [...wordsOf(foldText(text))].map((word) => oneForm(word.text));
}

function asPhraseWord(text: string, isAlone: boolean): PhraseWord {
  if (/\d/.test(text) || !/^\p{Script=Latin}+$/u.test(text)) return { text, slips: 0, slipsByMachine: 0 };
  const { length } = text;
  const slips = isAlone ? (length >= 10 ? 2 : length >= 6 ? 1 : 0) : length >= 9 ? 2 : length >= 5 ? 1 : 0;
  const slipsByMachine = isAlone ? (length >= 9 ? 2 : length >= 5 ? 1 : 0) : length >= 9 ? 3 : length >= 6 ? 2 : length >= 4 ? 1 : 0;
  return { text, slips, slipsByMachine };
}

function phrase(factId: string, written: string, words: readonly string[], part: FactPart, skips: 0 | 1): Phrase[] {
  return words.length === 0 ? [] : [{ factId, words: words.map((word) => asPhraseWord(word, words.length === 1)), part, skips, written }];
}

/** The same words as she wrote them, joined: for text that is spaced apart, broken or run together. */
function joined(factId: string, written: string, text: string, part: FactPart): SqueezedPattern[] {
  const ask = asked(factId, written);
  const whole = squeeze(text);
  if (isWithoutSpaces.test(text)) return whole.length < 2 ? [] : ask(whole, part, 'none', 'letters');
  const shortened = wordsIn(text).join('');
  return [...new Set([whole, shortened])].filter(({ length }) => length >= fewestSqueezed).flatMap((each) => ask(each, part, 'soft', 'letters'));
}

function ofWords(factId: string, written: string): FactPatterns {
  const words = wordsIn(written);
  return { squeezed: joined(factId, written, written, 'all'), phrases: phrase(factId, written, words, 'all', words.length > 2 ? 1 : 0) };
}

function ofPlace(factId: string, written: string): FactPatterns {
  const whole = ofWords(factId, written);
  const words = wordsIn(written);
  const telling = words.filter((word) => !isOfMany(word));
  // A saint's name is “st” and another word: it needs both.
  const short = words.filter((word, at) => !isOfMany(word) || (word === 'st' && !isOfMany(words[at + 1] ?? 'st')));
  const isTelling = short.length >= 2 || (telling[0]?.length ?? 0) >= 6;
  const first = postcodesIn(written).flatMap((code) => ofCode(factId, code, 'postcode'));
  if (!isTelling || short.length === words.length) return { squeezed: [...whole.squeezed, ...first], phrases: whole.phrases };
  return { squeezed: [...whole.squeezed, ...first], phrases: [...whole.phrases, ...phrase(factId, written, short, 'name', 0)] };
}

function ofChild(factId: string, written: string): FactPatterns {
  const whole = ofWords(factId, written);
  const words = wordsIn(written);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (words.length < 2) return whole;
  const turned = [[last, ...words.slice(0, -1)], ...(words.length > 2 ? [[first, last], [last, first]] : [])];
  return {
    squeezed: [...whole.squeezed, ...turned.flatMap((order) => joined(factId, written, order.join(' '), 'all'))],
    phrases: [...whole.phrases, ...turned.flatMap((order) => phrase(factId, written, order, 'all', 0)), ...(first.length >= 3 ? phrase(factId, written, [first], 'first-name', 0) : [])],
  };
}

function ofAddress(factId: string, written: string): FactPatterns {
  const codes = postcodesIn(written);
  const ask = (text: string, part: FactPart): SqueezedPattern[] => joined(factId, written, text, part);
  const lines = written.split(/[,;\n\r]+/).map((line) => codes.reduce((left, code) => left.replace(code, ' '), line).trim()).filter((line) => squeeze(line) !== '');
  const linesOfWords = lines.map(wordsIn);
  const isStreet = (words: readonly string[]): boolean => words.some((word, at) => endsStreet(word) && (at > 0 || words.length > 1));
  const at = linesOfWords.findIndex(isStreet) >= 0 ? linesOfWords.findIndex(isStreet) : linesOfWords.findIndex((words) => /^\d/.test(words[0] ?? '') && words.length > 1);
  const squeezed = [...codes.flatMap((code) => ofCode(factId, code, 'postcode')), ...ask(written, 'all')];
  const phrases = phrase(factId, written, wordsIn(written), 'all', 1);
  if (at < 0) {
    const [name = ''] = lines;
    const words = linesOfWords[0] ?? [];
    // A house with a name, and then a town: the town alone is no secret.
    if (lines.length > 1 && (words.length > 1 || name.length >= 6)) return { squeezed: [...squeezed, ...ask(name, 'house')], phrases: [...phrases, ...phrase(factId, written, words, 'house', 0)] };
    return { squeezed, phrases };
  }
  const street = linesOfWords[at] ?? [];
  // A number may stand on the line before: “Flat 2, 14, Harbour Road”.
  const before = /^\d+[a-z]?$/.test(linesOfWords[at - 1]?.at(-1) ?? '') ? [linesOfWords[at - 1]?.at(-1) ?? ''] : [];
  const numbered = [...before, ...street];
  const from = numbered.findLastIndex((word) => /^\d/.test(word));
  const name = numbered.slice(from + 1);
  const withNumber = from >= 0 ? numbered.slice(from) : [];
  const more: Phrase[] = [
    ...phrase(factId, written, name.length > 1 || (name[0]?.length ?? 0) >= 6 ? name : [], 'street', 0),
    ...phrase(factId, written, withNumber, 'street', 0),
    // Without the word road or street, but with its number.
    ...phrase(factId, written, withNumber.length > 2 && endsStreet(withNumber.at(-1) ?? '') ? withNumber.slice(0, -1) : [], 'street', 0),
  ];
  const houses = linesOfWords.slice(0, at).map((words, index) => ({ words, line: lines[index] ?? '' })).filter(({ words }) => words.some((word) => !/^\d/.test(word) && word !== 'flat' && word.length > 2) && (words.length > 1 || (words[0]?.length ?? 0) >= 6));
  return {
    squeezed: [...squeezed, ...(lines[at] === undefined ? [] : ask(lines[at], 'street')), ...(withNumber.length > 0 ? ask(withNumber.join(' '), 'street') : []), ...houses.flatMap(({ line }) => ask(line, 'house'))],
    phrases: [...phrases, ...more, ...houses.flatMap(({ words }) => phrase(factId, written, words, 'house', 0))],
  };
}
