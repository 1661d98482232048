/** HTML that is safe to join: only `html` makes it, and `html` escapes everything else. */
export class Markup {
  readonly source: string;
  private constructor(source: string) { this.source = source; }
  /** Only for this file. */
  static trusted(source: string): Markup { return new Markup(source); }
  toString(): string { return this.source; }
}

export type Piece = Markup | string | number | null | false | readonly Piece[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A person's text made harmless between tags and inside quoted attributes. Characters that HTML cannot hold or that would
 * print as nothing (C0 and C1 controls, lone surrogates, non-characters) become U+FFFD, so that the reader sees something was there.
 * Explicit bidirectional controls are kept only where they pair within the text; an unclosed one could turn the page's own words round.
 */
export function escapeText(text: string): string {
  return balanceDirection(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const opensEmbedding = /[\u202a\u202b\u202d\u202e]/;
const opensIsolate = /[\u2066-\u2068]/;

function balanceDirection(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/.test(text)) return text;
  // Unicode Bidirectional Algorithm (UAX #9): controls end with their paragraph, so each line is balanced by itself.
  return text.split('\n').map((line) => {
    const open: string[] = [];
    let kept = '';
    for (const character of line) {
      if (opensEmbedding.test(character)) open.push('\u202c');
      else if (opensIsolate.test(character)) open.push('\u2069');
      else if (character === '\u202c' || character === '\u2069') {
        if (open.at(-1) !== character) continue;
        open.pop();
      }
      kept += character;
    }
    return kept + open.reverse().join('');
  }).join('\n');
}

function render(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Markup) return piece.source;
  if (Array.isArray(piece)) return piece.map(render).join('');
  return escapeText(String(piece));
}

/** Tagged template for HTML: what stands between the holes is trusted, what fills them is escaped unless it is Markup. */
export function html(parts: TemplateStringsArray, ...holes: readonly Piece[]): Markup {
  let source = parts[0] ?? '';
  holes.forEach((hole, index) => { source += render(hole) + (parts[index + 1] ?? ''); });
  return Markup.trusted(source);
}
