import { sharePage as words } from '../messages/en-gb/share-page';
import { documentOf } from './document';
import { html, type Piece } from './markup';
import { printCss } from './print-css';

/** One share as it goes on paper: which of its set it is, from 1, and its eight groups as printed. */
export interface ShareOnPaper {
  readonly number: number;
  readonly groups: readonly string[];
}

const look = `${printCss}
.share { break-after: page; }
.share:last-of-type { break-after: auto; }
.share h1 { margin-bottom: 4mm; }
.share h2 { font: 600 13pt/1.3 var(--sans); margin: 5mm 0 1.2mm; }
.share ol.groups { list-style: none; margin: 6mm 0.5mm 3mm; padding: 5mm 0 5mm 6mm; border: 0.5mm solid #000; display: grid; grid-template-columns: repeat(4, 1fr); gap: 5mm 4mm; }
.share .groups .at { display: block; font: 12pt/1.2 var(--sans); color: var(--quiet); }
.share .groups .group { display: block; font: 600 25pt/1.2 var(--sans); font-variant-numeric: tabular-nums lining-nums; letter-spacing: .03em; white-space: nowrap; }
.share .nought { position: relative; }
.share .nought::after { content: ''; position: absolute; left: .02em; width: .46em; top: 52%; border-top: .055em solid #000; rotate: -58deg; }
.share ul { margin: 0; padding-left: 5.5mm; }
.share li { margin: 0 0 1mm; break-inside: avoid; }
.share .which { font: 12pt/1.4 var(--sans); display: flex; flex-wrap: wrap; gap: 1mm 12mm; margin: 0 0 2mm; }
.share .which b { font-variant-numeric: tabular-nums lining-nums; letter-spacing: .04em; }
`;

/** A page for each person who keeps a share of a key; plain instructions for somebody who knows nothing of computers. Names nobody. */
export function sharePages(shares: readonly ShareOnPaper[], needed: number): string {
  return documentOf(words.documentTitle, shares.map((share) => page(share, needed)), look);
}

function page({ number, groups }: ShareOnPaper, needed: number): Piece {
  return html`<section class="share">
    <h1>${words.title}</h1>
    <p>${words.what(needed)}</p>
    <ol class="groups" aria-label="${words.groupsLabel}">${groups.map((group, index) => html`<li><span class="at">${index + 1}</span><span class="group">${slashed(group)}</span></li>`)}</ol>
    <p class="which"><span>${words.number} <b>${number}</b></span><span>${words.set} <b>${slashed(groups[0] ?? '')}</b></span></p>
    <p>${words.letters}</p>
    ${[words.keep, words.asked, words.type].map(({ title, points }) => html`<h2>${title}</h2><ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`)}
  </section>`;
}

/** A stroke through each nought, which the face has not: so that none is taken for the letter. */
function slashed(group: string): Piece {
  return [...group].map((sign) => (sign === '0' ? html`<span class="nought">0</span>` : sign));
}
