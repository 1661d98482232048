import { solicitorsGuide as words } from '../messages/en-gb/solicitors-guide';
import { documentOf } from './document';
import { html } from './markup';
import { printCss } from './print-css';

/** The guide is two pages, no more and no fewer: it is read before a hearing, and printed on one sheet. */
export const guidePageCount = 2;

const look = `${printCss}
@page { size: A4; margin: 17mm 20mm 16mm; }
html { font-size: 12pt; line-height: 1.3; }
h1 { font-size: 21pt; margin-bottom: 2.4mm; padding-bottom: 2.4mm; border-bottom: 0.5mm solid #000; }
.lead { margin-bottom: 2mm; }
h2 { font: 600 13pt/1.25 var(--sans); margin: 3mm 0 1mm; }
ul { margin: 0; padding: 0; list-style: none; }
li { margin: 0 0 0.9mm; break-inside: avoid; }
b { font-weight: 600; }
.command { margin: 0.6mm 0 0 6mm; white-space: nowrap; }
`;

/** What was handed over, what it shows and does not, how to check it, how to ask for more; for somebody who has never seen the program. Nothing of any record is in it. */
export function solicitorsGuidePages(): string {
  return documentOf(words.documentTitle, html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${words.sections.map(({ title, points }) => html`<section><h2>${title}</h2><ul>${points.map((point) => html`<li><b>${point.name}</b> ${point.words}${(point.commands ?? []).map((command) => html`<p class="command">${command}</p>`)}</li>`)}</ul></section>`)}`, look);
}
