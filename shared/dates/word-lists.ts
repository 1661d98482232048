/** The words of en-GB dates as patterns, for use inside larger patterns, and what each means. Text is lower case by then. */
export const monthPattern = 'jan(?:uary)?|feb(?:ruary|uary|urary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
export const weekdayPattern = 'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday|ensday|nsday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
export const seasonPattern = 'spring|summer|autumn|fall|winter';
export const hourPattern = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}';
export const countPattern = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple of|couple of|a few|\\d{1,3}';
export const ordinalPattern = 'first|second|third|fourth|fifth|last';

const monthStarts = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayStarts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const dayOrdinals = [
  'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth',
  'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty[ -]first', 'twenty[ -]second', 'twenty[ -]third', 'twenty[ -]fourth', 'twenty[ -]fifth', 'twenty[ -]sixth',
  'twenty[ -]seventh', 'twenty[ -]eighth', 'twenty[ -]ninth', 'thirtieth', 'thirty[ -]first',
];

/** 1-12. */
export function readMonth(word: string): number {
  return monthStarts.indexOf(word.slice(0, 3)) + 1;
}

/** 1 Monday to 7 Sunday. */
export function readWeekday(word: string): number {
  return weekdayStarts.indexOf(word.slice(0, 3)) + 1;
}

/** EDTF season 21-24. */
export function readSeason(word: string): number {
  return { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }[word] ?? 0;
}

/** A small number in figures or words; NaN when vague ("a few"). */
export function readNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const index = numberWords.indexOf(word);
  return index < 0 ? Number.NaN : index;
}

const beforeMonth = new RegExp(`\\b(${[...dayOrdinals].reverse().join('|')})(?= (?:day )?(?:of )?(?:${monthPattern})\\b)`, 'g');
const afterMonth = new RegExp(`(?<=\\b(?:${monthPattern}) (?:the )?)(${[...dayOrdinals].reverse().join('|')})\\b`, 'g');

/**
 * Lower case, one space between words, no commas, figures in place of "12th" and "the twelfth of", Arabic-Indic and Persian
 * figures as 0-9. Only for reading: her typed words are kept apart, as they are.
 */
export function normaliseTyped(typed: string): string {
  const asFigures = (word: string): string => String(dayOrdinals.findIndex((pattern) => new RegExp(`^${pattern}$`).test(word)) + 1);
  return typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2012-\u2015\u2212]/g, '-')
    .replace(/[,;()"\u201c\u201d]/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(new RegExp(`\\b(${monthPattern}|${weekdayPattern}|approx|c|ca)\\.(?=\\s|\\d|$)`, 'g'), '$1')
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(beforeMonth, asFigures)
    .replace(afterMonth, asFigures);
}
