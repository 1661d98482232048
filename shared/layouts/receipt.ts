import { messages } from '../messages/en-gb';
import { pagesCase } from '../messages/en-gb/pages-case';
import { partNames } from '../messages/en-gb/outputs';
import { recipients } from '../messages/en-gb/recipients';
import { sayNumber } from '../messages/plural';
import type { HandedCopy } from '../model/copy';
import { showHidden } from '../text/show-hidden';
import { documentOf, fact } from './document';
import { html } from './markup';
import { printCss } from './print-css';
import { sayInstant } from './say';

/** The receipt is one page: it is signed at a counter. */
export const receiptPageCount = 1;

/** More files and marks are counted, not named; the record names them all. */
const mostFiles = 5;
const mostMarks = 40;

const look = `${printCss}
@page { size: A4; margin: 17mm 20mm 15mm; }
html { font-size: 12pt; line-height: 1.32; }
h1 { font-size: 20pt; margin-bottom: 1.5mm; }
dl { grid-template-columns: 46mm 1fr; gap: 0.8mm 3mm; margin: 3mm 0; }
dd { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.files { margin: 0 0 2mm; padding: 0; list-style: none; }
.files li { margin: 0 0 1.6mm; padding-top: 1.2mm; border-top: 0.25mm solid #8a8378; break-inside: avoid; }
.files .name { font-weight: 600; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.files .hash { display: block; }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12mm; margin-top: 5mm; break-inside: avoid; }
.sign h2 { font: 600 12pt/1.3 var(--sans); margin: 0; }
.sign p { margin: 8mm 0 0; padding-top: 0.8mm; border-top: 0.25mm solid #000; font-family: var(--sans); }
`;

/**
 * Who had which copy, when, and what it was: one page, with places to sign. Nothing of the record but counts, marks and file names. `listSha256`: of the list of sums that lies with a copy in several files; it stands for those that are counted alone. null: there is none.
 */
export function receiptPages({ number, code, to, atUtc, files, held, sealCode, protection }: HandedCopy, listSha256: string | null): string {
  const words = recipients.receipt;
  const say = (text: string) => showHidden(text);
  const isListed = listSha256 !== null && files.length > mostFiles;
  const most = isListed ? mostFiles - 1 : mostFiles;
  const marks = held.exhibitMarks.slice(0, mostMarks).join(', ') + (held.exhibitMarks.length > mostMarks ? ` ${words.more(held.exhibitMarks.length - mostMarks)}` : '');
  const holds = held.page === null ? messages.handOver.holds(held.incidentCount, held.caseEntryCount, held.exhibitMarks.length) : messages.handOver.holdsPage(pagesCase.names[held.page], held.incidentCount, held.exhibitMarks.length);
  const signature = (title: string) => html`<section><h2>${title}</h2><p>${words.name}</p><p>${words.signature}</p><p>${words.date}</p></section>`;
  return documentOf(words.documentTitle, html`<h1>${words.title}</h1><p>${words.intro}</p>
    <dl role="list">${fact(words.copy, say(recipients.copyFor(number, to)))}${fact(words.role, recipients.roles[to.role])}${fact(words.reference, say(to.reference))}${fact(words.from, say(held.caseName))}${fact(words.when, sayInstant(atUtc))}${fact(words.code, code)}${fact(words.seal, sealCode)}${fact(words.holds, holds)}${fact(words.exhibits, marks || words.noExhibits)}${fact(words.protection, words.protections[protection])}</dl>
    ${held.includesPrivileged ? html`<p><strong>${words.privileged}</strong></p>` : null}
    <ul class="files">${isListed && html`<li><span class="name">${words.list(partNames.sums)}</span><span class="hash">SHA-256 ${listSha256}</span></li>`}${files.slice(0, most).map((file) => html`<li><span class="name">${say(file.name)}${file.inside ? ` (${words.inside})` : ''}${file.pageCount === null ? '' : `, ${recipients.says.pages(file.pageCount)}`}</span><span class="hash">SHA-256 ${file.sha256}</span></li>`)}</ul>
    ${files.length > most ? html`<p>${words.more(files.length - most)} (${sayNumber(files.length)})</p>` : null}
    <p>${words.marked} ${words.checked}</p>
    <div class="sign">${signature(words.handedOver)}${signature(words.received)}</div>`, look);
}
