import { html, type Piece } from './markup';

/** What of ours stands among a stranger's words. */
export function said(what: Piece): Piece {
  return html`<span class="said">[${what}]</span>`;
}
