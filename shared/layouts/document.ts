import { printCss } from './print-css';
import { html, Markup, type Piece } from './markup';

/** A whole printed part as one HTML document; what prints it adds its faces (print-faces.ts). The stylesheet is ours alone, so it goes in as it is; `look` must not hold anything of a person's. */
export function documentOf(title: string, body: Piece, look: string = printCss): string {
  return `<!doctype html>${html`<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><style>${Markup.trusted(look)}</style></head><body>${body}</body></html>`.source}`;
}

/** One line of a list of facts; nothing when there is nothing to say. */
export function fact(label: string, value: Piece): Piece {
  return value === null || value === '' || value === false ? null : html`<div role="listitem"><dt>${label}</dt><dd>${value}</dd></div>`;
}

/** A fact too wide for its column: the label stands above it. */
export function wideFact(label: string, value: Piece): Piece {
  return html`<div role="listitem"><dt class="across">${label}</dt><dd class="across">${value}</dd></div>`;
}
