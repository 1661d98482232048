import type { LaidHidden, LaidLook } from '../../../../model/laid-out';
import { childOf, elementsIn, takeElements, type XmlElement } from '../../xml-trees';
import { hiddenBy, looksOf } from '../docx-blocks';
import { isOn, type RunLook } from '../docx-styles';

interface CellFormat { readonly format: number; readonly font: number; readonly fill: number }
/** Of the theme's colours the first two are the same in nearly every file: the ground and the letters. */
const themeColours: Readonly<Record<string, string>> = { 0: 'ffffff', 1: '000000' };
const most = 100_000;

/** The formats of a workbook's cells (ECMA-376 part 1, 18.8). */
export class XlsxStyles {
  readonly #codes = new Map<number, string>();
  readonly #fonts: RunLook[] = [];
  /** Null where the colour is not known. */
  readonly #fills: (string | null)[] = [];
  readonly #cells: CellFormat[] = [];

  constructor(xml: string) {
    takeElements(xml, new Set(['numFmts', 'fonts', 'fills', 'cellXfs']), new Set(['cellStyleXfs', 'dxfs']), (element) => {
      for (const child of elementsIn(element).slice(0, most)) {
        const number = (name: string): number => Number(/^\d{1,6}$/.exec(child.attributes[name] ?? '')?.[0] ?? 0);
        if (element.name === 'numFmts') this.#codes.set(number('numFmtId'), child.attributes['formatCode'] ?? '');
        else if (element.name === 'fonts') this.#fonts.push(fontOf(child));
        else if (element.name === 'fills') this.#fills.push(groundOf(child));
        else this.#cells.push({ format: number('numFmtId'), font: number('fontId'), fill: number('fillId') });
      }
    });
  }

  /** `isGroundKnown`: nothing but the cell's own format colours it. */
  of(index: number, isGroundKnown: boolean): { id: number; code: string | undefined; looks: LaidLook[]; hidden: LaidHidden | null } {
    const { format = 0, font = 0, fill = 0 } = this.#cells[index] ?? {};
    const look = this.#fonts[font] ?? {};
    return { id: format, code: this.#codes.get(format), looks: looksOf(look), hidden: hiddenBy(look, isGroundKnown ? (this.#fills[fill] ?? null) : null) };
  }
}

function fontOf(font: XmlElement): RunLook {
  const has = (name: string): boolean => { const element = childOf(font, name); return element !== undefined && isOn(element.attributes['val'] ?? '1'); };
  const colour = colourOf(childOf(font, 'color'));
  const underline = childOf(font, 'u');
  const size = Number(childOf(font, 'sz')?.attributes['val']);
  return { bold: has('b'), italic: has('i'), struck: has('strike'), underlined: underline !== undefined && underline.attributes['val'] !== 'none', ...(colour === null ? {} : { colour }), ...(size > 0 ? { size: size * 2 } : {}) };
}

function groundOf(fill: XmlElement): string | null {
  const pattern = childOf(fill, 'patternFill');
  const type = pattern?.attributes['patternType'] ?? 'none';
  return pattern === undefined ? null : type === 'none' ? 'ffffff' : type === 'solid' ? colourOf(childOf(pattern, 'fgColor')) : null;
}

function colourOf(element: XmlElement | undefined): string | null {
  if (element === undefined || Number(element.attributes['tint'] ?? 0) !== 0) return null;
  const { rgb, theme } = element.attributes;
  return rgb !== undefined ? (/^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(rgb)?.[1]?.toLowerCase() ?? null) : theme !== undefined ? (themeColours[theme] ?? null) : null;
}
