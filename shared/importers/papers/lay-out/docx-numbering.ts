import { childOf, elementsIn, takeElements, type XmlElement } from '../xml-trees';

interface Level { readonly start: number; readonly format: string; readonly text: string; readonly isLegal: boolean; readonly restartsAfter: number | null }
interface List { readonly levels: ReadonlyMap<number, Level>; readonly style: string }
interface Use { readonly list: string; readonly starts: ReadonlyMap<number, number>; readonly levels: ReadonlyMap<number, Level> }

/** The numbers of a Word document's lists, counted as its pages show them (ECMA-376 part 1, 17.9): a lawyer cites “paragraph 12(b)”, and that number is written nowhere in the file. */
export class DocxNumbering {
  readonly #lists = new Map<string, List>();
  readonly #uses = new Map<string, Use>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  readonly #numberingOfStyle: (styleId: string) => string | null;

  constructor(xml: string, numberingOfStyle: (styleId: string) => string | null) {
    this.#numberingOfStyle = numberingOfStyle;
    takeElements(xml, new Set(['w:abstractNum', 'w:num']), new Set(), (element) => {
      if (element.name === 'w:abstractNum') this.#lists.set(element.attributes['w:abstractNumId'] ?? '', { levels: levelsOf(element), style: childOf(element, 'w:numStyleLink')?.attributes['w:val'] ?? '' });
      else this.#uses.set(element.attributes['w:numId'] ?? '', useOf(element));
    });
  }

  /** The number or sign of the next item of a list at a level, as it is seen; null where there is no such list. Each call counts one on. */
  next(numId: string, level: number): string | null {
    const use = this.#uses.get(numId);
    const [listId, list] = this.#listOf(use, 0);
    if (use === undefined || list === null) return null;
    const levelAt = (at: number): Level | undefined => use.levels.get(at) ?? list.levels.get(at);
    const own = levelAt(level);
    if (own === undefined) return null;
    const counts = this.#counts.get(listId) ?? [];
    this.#counts.set(listId, counts);
    const startsAnew = use.starts.get(level);
    const begun = `${numId} ${level}`;
    if (startsAnew !== undefined && !this.#begun.has(begun)) counts[level] = startsAnew;
    else counts[level] = (counts[level] ?? own.start - 1) + 1;
    this.#begun.add(begun);
    for (let deeper = level + 1; deeper < 9; deeper += 1) {
      const restarts = levelAt(deeper)?.restartsAfter ?? deeper;
      if (restarts !== 0 && level < restarts) counts[deeper] = undefined;
    }
    if (own.format === 'none') return '';
    if (own.format === 'bullet') return /^[\ue000-\uf8ff]?$/u.test(own.text) ? '•' : own.text;
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const of = levelAt(at);
      return of === undefined ? '' : sayNumber(counts[at] ?? of.start, own.isLegal ? 'decimal' : of.format);
    });
  }

  /** A list may only name a style, whose own list it then is. */
  #listOf(use: Use | undefined, depth: number): [string, List | null] {
    const list = use === undefined ? undefined : this.#lists.get(use.list);
    if (use === undefined || list === undefined) return ['', null];
    if (list.levels.size > 0 || list.style === '' || depth > 5) return [use.list, list];
    return this.#listOf(this.#uses.get(this.#numberingOfStyle(list.style) ?? ''), depth + 1);
  }
}

function levelsOf(element: XmlElement): Map<number, Level> {
  return new Map(elementsIn(element).flatMap((child): [number, Level][] => (child.name === 'w:lvl' ? [[Number(child.attributes['w:ilvl']), levelOf(child)]] : [])));
}

function levelOf(lvl: XmlElement): Level {
  const value = (name: string): string | undefined => childOf(lvl, name)?.attributes['w:val'];
  const legal = childOf(lvl, 'w:isLgl');
  const restart = value('w:lvlRestart');
  return {
    start: whole(value('w:start'), 1), format: value('w:numFmt') ?? 'decimal', text: (value('w:lvlText') ?? '').slice(0, 100), isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(legal.attributes['w:val'] ?? ''),
    restartsAfter: restart === undefined ? null : whole(restart, 0),
  };
}

function useOf(num: XmlElement): Use {
  const overrides = elementsIn(num).filter(({ name }) => name === 'w:lvlOverride');
  const at = (override: XmlElement): number => Number(override.attributes['w:ilvl']);
  return {
    list: childOf(num, 'w:abstractNumId')?.attributes['w:val'] ?? '',
    starts: new Map(overrides.flatMap((one): [number, number][] => { const start = childOf(one, 'w:startOverride')?.attributes['w:val']; return start === undefined ? [] : [[at(one), whole(start, 1)]]; })),
    levels: new Map(overrides.flatMap((one): [number, Level][] => { const lvl = childOf(one, 'w:lvl'); return lvl === undefined ? [] : [[at(one), levelOf(lvl)]]; })),
  };
}

const whole = (written: string | undefined, other: number): number => (written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : other);

/** A number in one of Word's forms (ST_NumberFormat); one that this program does not know is said in figures. */
export function sayNumber(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter': return letters(number);
    case 'upperLetter': return letters(number).toUpperCase();
    case 'lowerRoman': return roman(number);
    case 'upperRoman': return roman(number).toUpperCase();
    case 'decimalZero': return String(number).padStart(2, '0');
    case 'ordinal': return `${number}${number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
    case 'none': return '';
    default: return String(number);
  }
}

/** a … z, aa, bb …: Word repeats the letter. */
function letters(number: number): string {
  if (number < 1 || number > 780) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1);
}

const signs: readonly [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let said = '';
  for (const [value, sign] of signs) for (; left >= value; left -= value) said += sign;
  return said;
}
