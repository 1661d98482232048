/** What a style says, by property, in small letters. */
export type Declarations = ReadonlyMap<string, string>;

const mostRules = 5000;

/** The declarations of a `style` attribute or a rule. Of one that stands twice the last counts, as in a browser; `!important` is taken off. */
export function declarationsOf(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of css.slice(0, 20_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) found.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).replace(/!\s*important/i, '').trim().toLowerCase());
  }
  return found;
}

/**
 * The rules of a mail's own style sheets that name an element, a class or an id alone (`p`, `.x`, `#x`, `p.x`): by these a mail hides words. Rules for some screens only (`@media`), and selectors that join several, are not looked at.
 */
export class StyleRules {
  readonly #rules = new Map<string, Map<string, string>>();

  add(css: string): void {
    const text = css.slice(0, 1_000_000).replace(/<!--|-->/g, '');
    let depth = 0;
    let start = 0;
    let selector = '';
    for (let at = 0; at < text.length; at += 1) {
      if (text.startsWith('/*', at)) {
        const end = text.indexOf('*/', at + 2);
        if (depth === 0 && text.slice(start, at).trim() === '') start = end < 0 ? text.length : end + 2;
        at = end < 0 ? text.length : end + 1;
      } else if (text[at] === '{') {
        depth += 1;
        if (depth === 1) [selector, start] = [text.slice(start, at), at + 1];
      } else if (text[at] === '}' && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        if (!selector.includes('@')) this.#take(selector, text.slice(start, at));
        start = at + 1;
      } else if (text[at] === ';' && depth === 0) start = at + 1;
    }
  }

  of(name: string, classes: readonly string[], id: string): Declarations {
    const found = new Map<string, string>();
    // The more particular a selector is, the later it counts.
    const selectors = [name, ...classes.flatMap((one) => [`.${one}`]), ...classes.map((one) => `${name}.${one}`), ...(id === '' ? [] : [`#${id}`, `${name}#${id}`])];
    for (const one of selectors) for (const [property, value] of this.#rules.get(one) ?? []) found.set(property, value);
    return found;
  }

  #take(selector: string, css: string): void {
    for (const one of selector.replace(/\/\*[^]*?\*\//g, '').split(',').map((each) => each.trim())) {
      if (!/^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/i.test(one) || one === '' || this.#rules.size >= mostRules) continue;
      const key = one.replace(/^[a-z0-9]+/i, (name) => name.toLowerCase());
      this.#rules.set(key, new Map([...(this.#rules.get(key) ?? []), ...declarationsOf(css.replace(/\/\*[^]*?\*\//g, ''))]));
    }
  }
}

const names: ReadonlyMap<string, string> = new Map(Object.entries({
  white: 'ffffff', black: '000000', snow: 'fffafa', ivory: 'fffff0', ghostwhite: 'f8f8ff', whitesmoke: 'f5f5f5', floralwhite: 'fffaf0', azure: 'f0ffff', mintcream: 'f5fffa', seashell: 'fff5ee', honeydew: 'f0fff0', aliceblue: 'f0f8ff', linen: 'faf0e6',
  red: 'ff0000', green: '008000', blue: '0000ff', yellow: 'ffff00', navy: '000080', gray: '808080', grey: '808080', silver: 'c0c0c0', lightgray: 'd3d3d3', lightgrey: 'd3d3d3', gainsboro: 'dcdcdc', maroon: '800000', purple: '800080', teal: '008080', olive: '808000', orange: 'ffa500', lime: '00ff00', aqua: '00ffff', cyan: '00ffff', fuchsia: 'ff00ff', magenta: 'ff00ff', lightyellow: 'ffffe0', darkblue: '00008b', darkgray: 'a9a9a9', dimgray: '696969',
} satisfies Record<string, string>));

/** A colour as `rrggbb`; `transparent` where it cannot be seen through at all; null for what this program does not know. */
export function colourOf(written: string): string | 'transparent' | null {
  const value = written.trim().toLowerCase();
  if (value === 'transparent') return value;
  const [, hex] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value) ?? [];
  if (hex !== undefined && (value.startsWith('#') || hex.length === 6)) return hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('');
  const [, red, green, blue, alpha] = /^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,8}%?)\s*)?\)$/.exec(value) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return names.get(value) ?? null;
  if (alpha !== undefined && Number.parseFloat(alpha) === 0) return 'transparent';
  return [red, green, blue].map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('');
}

/** A length in CSS pixels; null for shares and what is no length. */
export function pixelsOf(written: string | undefined): number | null {
  const [, number, unit] = /^(-?[\d.]{1,12})\s*(px|pt|em|rem|)$/.exec(written?.trim() ?? '') ?? [];
  if (number === undefined) return null;
  return Number(number) * (unit === 'pt' ? 4 / 3 : unit === 'em' || unit === 'rem' ? 16 : 1);
}
