import { childOf, elementsIn, takeElements, type XmlElement } from '../xml-trees';
import type { RunLook } from './docx-styles';

interface Style { readonly parent: string; readonly run: RunLook; readonly align: 'start' | 'centre' | 'end' | null; readonly indentMm: number | null; readonly ground: string | null; readonly startsPage: boolean | null; readonly level: number | null }
export interface OdtLevel { readonly format: string; readonly prefix: string; readonly suffix: string; readonly shown: number; readonly start: number; readonly bullet: string | null }

const deepestStyle = 20;
const formats: ReadonlyMap<string, string> = new Map(Object.entries({ 1: 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman', '': 'none' } satisfies Record<string, string>));

/** The styles of an OpenDocument text (OpenDocument 1.3, 16), of its parts `content.xml` and `styles.xml` together. A name in the first stands before the same in the second. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, Map<number, OdtLevel>>();

  constructor(parts: readonly string[]) {
    for (const xml of parts) {
      takeElements(xml, new Set(['style:style', 'style:default-style', 'text:list-style']), new Set(), (element) => {
        if (element.name === 'text:list-style') return this.#addList(element);
        const family = element.attributes['style:family'] ?? '';
        const key = `${family} ${element.name === 'style:default-style' ? '' : (element.attributes['style:name'] ?? '')}`;
        if (!this.#styles.has(key) && this.#styles.size < 20_000) this.#styles.set(key, styleOf(element));
      });
    }
  }

  /** A style with all it is made from. */
  of(family: 'text' | 'paragraph' | 'table-cell', name: string): Omit<Style, 'parent'> {
    const chain: Style[] = [];
    for (let style = this.#styles.get(`${family} ${name}`); style !== undefined && chain.length < deepestStyle; style = style.parent === '' ? undefined : this.#styles.get(`${family} ${style.parent}`)) chain.push(style);
    const own = this.#styles.get(`${family} `);
    if (own !== undefined) chain.push(own);
    const first = <T>(pick: (style: Style) => T | null): T | null => chain.map(pick).find((one) => one !== null) ?? null;
    return {
      run: Object.assign({}, ...chain.map(({ run }) => run).reverse()) as RunLook, align: first(({ align }) => align), indentMm: first(({ indentMm }) => indentMm), ground: first(({ ground }) => ground), startsPage: first(({ startsPage }) => startsPage), level: first(({ level }) => level),
    };
  }

  level(list: string, depth: number): OdtLevel | null { return this.#lists.get(list)?.get(depth) ?? null; }

  #addList(element: XmlElement): void {
    const name = element.attributes['style:name'] ?? '';
    if (this.#lists.has(name) || this.#lists.size > 5000) return;
    this.#lists.set(name, new Map(elementsIn(element).map(({ name: kind, attributes }): [number, OdtLevel] => [Number(attributes['text:level']), {
      format: formats.get(attributes['style:num-format'] ?? '') ?? 'decimal', prefix: (attributes['style:num-prefix'] ?? '').slice(0, 40), suffix: (attributes['style:num-suffix'] ?? '').slice(0, 40), shown: whole(attributes['text:display-levels'], 1), start: whole(attributes['text:start-value'], 1),
      bullet: kind === 'text:list-level-style-number' ? null : /^[\ue000-\uf8ff]?$/u.test(attributes['text:bullet-char'] ?? '') ? '•' : (attributes['text:bullet-char'] ?? '•').slice(0, 8),
    }])));
  }
}

const whole = (written: string | undefined, other: number): number => (written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : other);

/** A length of OpenDocument in millimetres; null for what is none. */
export function millimetres(written: string | undefined): number | null {
  const [, number, unit] = /^(-?\d{0,6}\.?\d{1,8})(mm|cm|in|pt|pc|px)$/.exec(written ?? '') ?? [];
  const inMm: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6, px: 25.4 / 96 };
  return number === undefined || unit === undefined ? null : Number(number) * (inMm[unit] ?? 0);
}

function styleOf(element: XmlElement): Style {
  const text = childOf(element, 'style:text-properties')?.attributes ?? {};
  const paragraph = childOf(element, 'style:paragraph-properties')?.attributes ?? {};
  const cell = childOf(element, 'style:table-cell-properties')?.attributes ?? {};
  const align = paragraph['fo:text-align'];
  const breaks = paragraph['fo:break-before'];
  const level = element.attributes['style:default-outline-level'] ?? '';
  return {
    parent: element.attributes['style:parent-style-name'] ?? '', run: runOf(text), align: align === undefined ? null : align === 'center' ? 'centre' : align === 'end' || align === 'right' ? 'end' : 'start', indentMm: millimetres(paragraph['fo:margin-left']),
    ground: fill(cell['fo:background-color'] ?? paragraph['fo:background-color']), startsPage: breaks === undefined ? null : breaks === 'page', level: /^[1-6]$/.test(level) ? Number(level) : null,
  };
}

function fill(written: string | undefined): string | null {
  return written !== undefined && /^#[0-9a-f]{6}$/i.test(written) ? written.slice(1) : null;
}

function runOf(text: Readonly<Record<string, string>>): RunLook {
  const look: { -readonly [key in keyof RunLook]: RunLook[key] } = {};
  const weight = text['fo:font-weight'];
  if (weight !== undefined) look.bold = /^(?:bold|[6-9]00)$/.test(weight);
  if (text['fo:font-style'] !== undefined) look.italic = /^(?:italic|oblique)$/.test(text['fo:font-style']);
  if (text['style:text-underline-style'] !== undefined) look.underlined = text['style:text-underline-style'] !== 'none';
  if (text['style:text-line-through-style'] !== undefined) look.struck = text['style:text-line-through-style'] !== 'none';
  if (text['fo:text-transform'] !== undefined) look.capitals = text['fo:text-transform'] === 'uppercase';
  if (text['fo:font-variant'] !== undefined) look.smallCapitals = text['fo:font-variant'] === 'small-caps';
  if (text['text:display'] !== undefined) look.isHidden = text['text:display'] === 'none';
  const position = text['style:text-position'];
  if (position !== undefined) look.raised = /^(?:super|[1-9]\d{0,3}%)/.test(position) ? 'up' : /^(?:sub|-[1-9])/.test(position) ? 'down' : 'level';
  const colour = fill(text['fo:color']);
  if (colour !== null) look.colour = colour;
  const ground = fill(text['fo:background-color']);
  if (ground !== null) look.ground = ground;
  const size = /^(\d{1,4}(?:\.\d{1,4})?)pt$/.exec(text['fo:font-size'] ?? '')?.[1];
  if (size !== undefined) look.size = Number(size) * 2;
  return look;
}
