import { html, type Piece } from './markup';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'' };

/**
 * The words of a printed piece as plain text, a line for each of its lines: whatever prints in a PDF says the same in a Word file or a table, because it is the same piece. It knows the markup of these layouts alone, which `html` made: no other comes in.
 */
export function wordsOf(piece: Piece): string {
  return html`${piece}`.source
    .replace(/\n\s*/g, '')
    .replace(/<br>|<\/p>|<\/div>|<\/li>|<\/dd>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\u00a0/g, ' ').replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').replace(/^\n+|\s+$/g, '');
}
