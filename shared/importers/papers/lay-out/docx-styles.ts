import { childOf, elementsIn, takeElements, type XmlElement } from '../xml-trees';

/** How words look, as far as anything says so; what is undefined is as it is around it. Colours `rrggbb`; `auto` is black or white, whichever is seen. */
export interface RunLook {
  readonly bold?: boolean; readonly italic?: boolean; readonly underlined?: boolean; readonly struck?: boolean; readonly capitals?: boolean; readonly smallCapitals?: boolean; readonly isHidden?: boolean;
  readonly raised?: 'up' | 'down' | 'level'; readonly isMarked?: boolean; readonly colour?: string; readonly ground?: string; /** In half points. */ readonly size?: number;
}

/** How a paragraph stands; null where nothing says so. */
export interface ParagraphLook { readonly heading: number | null; readonly numbering: { readonly id: string | null; readonly level: number | null } | null; readonly align: 'start' | 'centre' | 'end' | null; readonly indentTwips: number | null; readonly ground: string | null; readonly startsPage: boolean | null }

interface Style { readonly id: string; readonly name: string; readonly basedOn: string; readonly run: RunLook; readonly paragraph: ParagraphLook }

const noLook: ParagraphLook = { heading: null, numbering: null, align: null, indentTwips: null, ground: null, startsPage: null };
const deepestStyle = 20;

/** The styles of a Word document (ECMA-376 part 1, 17.7). */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  #defaults: RunLook = {};
  #ownParagraph = '';

  constructor(xml: string) {
    takeElements(xml, new Set(['w:docDefaults', 'w:style']), new Set(), (element) => {
      if (element.name === 'w:docDefaults') return void (this.#defaults = runLookOf(childOf(childOf(element, 'w:rPrDefault'), 'w:rPr')));
      const id = element.attributes['w:styleId'] ?? '';
      if (id === '' || this.#styles.size > 10_000) return;
      const name = (childOf(element, 'w:name')?.attributes['w:val'] ?? '').toLowerCase();
      const own = paragraphLookOf(childOf(element, 'w:pPr'));
      // Names of Word's own styles are the same in every language.
      const [, level] = /^heading ([1-6])$/.exec(name) ?? (name === 'title' ? ['', '1'] : []);
      this.#styles.set(id, { id, name, basedOn: childOf(element, 'w:basedOn')?.attributes['w:val'] ?? '', run: runLookOf(childOf(element, 'w:rPr')), paragraph: { ...own, heading: own.heading ?? (level === undefined ? null : Number(level)) } });
      if (element.attributes['w:type'] === 'paragraph' && isOn(element.attributes['w:default'] ?? '0')) this.#ownParagraph = id;
    });
  }

  /** Of a paragraph, its own look first, then that of its style and of those it is based on. */
  paragraph(pPr: XmlElement | undefined): { look: ParagraphLook; run: RunLook } {
    const styles = this.#chain(childOf(pPr, 'w:pStyle')?.attributes['w:val'] ?? this.#ownParagraph);
    let look = paragraphLookOf(pPr);
    for (const { paragraph } of styles) {
      look = {
        heading: look.heading ?? paragraph.heading, align: look.align ?? paragraph.align, indentTwips: look.indentTwips ?? paragraph.indentTwips, ground: look.ground ?? paragraph.ground, startsPage: look.startsPage ?? paragraph.startsPage,
        // Either half may stand alone: a style's list, at a depth that the paragraph says.
        numbering: look.numbering === null ? paragraph.numbering : { id: look.numbering.id ?? paragraph.numbering?.id ?? null, level: look.numbering.level ?? paragraph.numbering?.level ?? null },
      };
    }
    return { look, run: merged([this.#defaults, ...styles.map(({ run }) => run).reverse()]) };
  }

  /** Of words in a paragraph that looks like `around`. */
  run(around: RunLook, rPr: XmlElement | undefined): RunLook {
    if (rPr === undefined) return around;
    const style = this.#chain(childOf(rPr, 'w:rStyle')?.attributes['w:val'] ?? '').map(({ run }) => run).reverse();
    return merged([around, ...style, runLookOf(rPr)]);
  }

  numberingOf(styleId: string): string | null {
    return this.#chain(styleId).map(({ paragraph }) => paragraph.numbering?.id ?? null).find((id) => id !== null) ?? null;
  }

  /** The style and those it is based on, itself first. */
  #chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let style = this.#styles.get(id); style !== undefined && chain.length < deepestStyle; style = this.#styles.get(style.basedOn)) chain.push(style);
    return chain;
  }
}

/** Of properties that are on unless they say otherwise (ST_OnOff). */
export function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/i.test(value);
}

function merged(looks: readonly RunLook[]): RunLook {
  return Object.assign({}, ...looks) as RunLook;
}

/** A fill that is a colour. */
export function fillOf(shd: XmlElement | undefined): string | null {
  const fill = shd?.attributes['w:fill'] ?? '';
  return /^[0-9a-f]{6}$/i.test(fill) ? fill : null;
}

function runLookOf(rPr: XmlElement | undefined): RunLook {
  const look: { -readonly [key in keyof RunLook]: RunLook[key] } = {};
  if (rPr === undefined) return look;
  for (const { name, attributes } of elementsIn(rPr)) {
    const value = attributes['w:val'] ?? '';
    switch (name) {
      case 'w:b': look.bold = isOn(value); break;
      case 'w:i': look.italic = isOn(value); break;
      case 'w:u': look.underlined = value !== 'none'; break;
      case 'w:strike': case 'w:dstrike': look.struck = isOn(value); break;
      case 'w:caps': look.capitals = isOn(value); break;
      case 'w:smallCaps': look.smallCapitals = isOn(value); break;
      case 'w:vanish': look.isHidden = isOn(value); break;
      case 'w:vertAlign': look.raised = value === 'superscript' ? 'up' : value === 'subscript' ? 'down' : 'level'; break;
      case 'w:highlight': look.isMarked = value !== 'none'; break;
      case 'w:color': look.colour = value; break;
      case 'w:shd': { const fill = fillOf({ name, attributes, children: [] }); if (fill !== null) look.ground = fill; break; }
      case 'w:sz': if (/^\d{1,4}$/.test(value)) look.size = Number(value); break;
    }
  }
  return look;
}

function paragraphLookOf(pPr: XmlElement | undefined): ParagraphLook {
  if (pPr === undefined) return noLook;
  const value = (name: string): string | null => childOf(pPr, name)?.attributes['w:val'] ?? null;
  const outline = value('w:outlineLvl');
  const numPr = childOf(pPr, 'w:numPr');
  const level = childOf(numPr, 'w:ilvl')?.attributes['w:val'];
  const ind = childOf(pPr, 'w:ind')?.attributes;
  const left = ind?.['w:left'] ?? ind?.['w:start'];
  const jc = value('w:jc');
  const breaks = childOf(pPr, 'w:pageBreakBefore');
  return {
    heading: outline !== null && /^[0-5]$/.test(outline) ? Number(outline) + 1 : null,
    numbering: numPr === undefined ? null : { id: childOf(numPr, 'w:numId')?.attributes['w:val'] ?? null, level: level !== undefined && /^[0-8]$/.test(level) ? Number(level) : null },
    align: jc === null ? null : jc === 'center' ? 'centre' : jc === 'right' || jc === 'end' ? 'end' : 'start',
    indentTwips: left !== undefined && /^-?\d{1,6}$/.test(left) ? Number(left) : null, ground: fillOf(childOf(pPr, 'w:shd')), startsPage: breaks === undefined ? null : isOn(breaks.attributes['w:val'] ?? ''),
  };
}
