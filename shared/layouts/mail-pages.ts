import { attachmentAbsent, madeFrom, protections, remoteKinds, sayFinding, trackingReasons, whoseTime } from '../messages/en-gb/mail-words';
import { mailPages as words } from '../messages/en-gb/mail-pages';
import { pagesLaidOut } from '../messages/en-gb/pages-laid-out';
import { pages } from '../messages/en-gb/pages';
import { sayNumber } from '../messages/plural';
import type { PlannedExhibit } from '../model/export-plan';
import type { MailAddress, MailTime, RemoteContent } from '../model/mail-facts';
import { fact, wideFact } from './document';
import { inLine, inName, inParagraphs, inWords } from './her-words';
import { aboutLaidOut, laidOutPages } from './laid-out-pages';
import { html, type Piece } from './markup';
import { sayMessageTime } from './message-times';
import type { LaidOutFile, MailNotLaidOut } from './rendition';
import { sayCount, sayInstant, saySize } from './say';

type MailThing = Extract<PlannedExhibit['thing'], { kind: 'mail' }>;

/** Most remote items that are printed one by one; all are counted. */
const remotePrinted = 100;

/** A mail in print: who claims to have written to whom and when, its words, its files with their hashes, what it would have loaded, what is noteworthy, and every header as it stands. Of its HTML what was laid out of it (`asHtml`), never the HTML itself. */
export function mailPages({ mail, source, attachments }: MailThing, cites: Piece, asHtml: LaidOutFile | MailNotLaidOut | null): Piece {
  const { details, source: { place, entryName, isPacked } } = mail;
  return html`<dl role="list">
      ${fact(pages.exhibit.what, words.what)}
      ${fact(words.from, addressesOf(mail.from))}${fact(words.sender, addressesOf(mail.sender))}${fact(words.replyTo, addressesOf(mail.replyTo))}
      ${fact(words.to, addressesOf(mail.to))}${fact(words.cc, addressesOf(mail.cc))}${fact(words.bcc, addressesOf(mail.bcc))}
      ${fact(words.subject, mail.subject === '' ? words.noSubject : inLine(mail.subject))}
      ${fact(words.date, html`${mail.date === null ? words.noDate : timeOf(mail.date)} <span class="quiet">(${words.dateClaim})</span>`)}
      ${cites}
    </dl>
    <h3>${words.sourceTitle}</h3><dl role="list" class="source">
      ${fact(pages.exhibit.originalName, html`${inName(source.originalName)} <span class="quiet">(${saySize(source.sizeBytes)})</span>`)}
      ${fact(words.within, entryName === '' ? null : inName(entryName))}
      ${fact(words.place, html`${words.bytes(sayNumber(place.offset), sayNumber(Math.max(place.offset, place.offset + place.length - 1)))}${isPacked && ` ${words.packed}`}`)}
      ${wideFact(pages.exhibit.sha256, html`<span class="hash">${source.sha256}</span>`)}
      ${fact(pages.exhibit.added, sayInstant(source.addedUtc))}
    </dl>
    ${textOf(mail)}
    ${asHtml !== null && inHtml(asHtml)}
    ${mail.attachments.length > 0 && html`<h3>${words.attachmentsTitle}</h3><ul>${mail.attachments.map(({ name, sizeBytes, documentId, absent }) => {
      const file = attachments.find(({ id }) => id === documentId);
      return html`<li>${name === '' ? words.noName : inName(name)} (${absent === null ? saySize(file?.sizeBytes ?? sizeBytes) : attachmentAbsent[absent]})${file !== undefined && file.status === 'kept' && html`<br>SHA-256 <span class="hash">${file.sha256}</span>`}</li>`;
    })}</ul>`}
    ${details.remote.count > 0 && remoteOf(details.remote)}
    ${(details.findings.length > 0 || details.protection.length > 0) && html`<h3>${words.findingsTitle}</h3><ul>${details.protection.map((one) => html`<li>${protections[one]}</li>`)}${details.findings.map((finding) => html`<li>${inLine(sayFinding(finding))}</li>`)}</ul>`}
    ${details.claims.length > 0 && html`<h3>${words.claimsTitle}</h3><p class="quiet">${words.claimsNote}</p><ul>${details.claims.map(({ whose, by, time }) => html`<li>${timeOf(time)}: ${inLine(whoseTime[whose](by))}</li>`)}</ul>`}
    <h3>${words.headersTitle}</h3><p class="quiet">${words.headersNote}</p>
    <div class="words">${details.envelopeLine !== '' && html`<p>${inLine(details.envelopeLine)}</p>`}${mail.headers.map(({ raw }) => html`<p>${inLine(raw)}</p>`)}</div>`;
}

/** Its words begin on a page of their own, and their heading there with them. */
function textOf({ text, textFrom }: MailThing['mail']): Piece {
  const heading = html`<h3>${words.textTitle}</h3>${madeFrom[textFrom] !== '' && html`<p class="quiet">${madeFrom[textFrom]}</p>`}`;
  return text === '' ? heading : html`<div class="text-page">${heading}${inParagraphs(text)}</div>`;
}

function addressesOf(list: readonly MailAddress[]): Piece {
  return list.length === 0 ? null : list.map(({ name, address }, index) => html`${index > 0 && '; '}${name !== '' && html`${inName(name)} `}${inName(name === '' ? address : `<${address}>`)}`);
}

/** The moment by its own clock, and the words it was read from. */
function timeOf(time: MailTime): Piece {
  const written = html`<span class="aside">${words.written} ${inLine(time.atAsWritten)}</span>`;
  return time.at === '' ? written : html`${sayMessageTime(time)}<br>${written}`;
}

function inHtml(asHtml: LaidOutFile | MailNotLaidOut): Piece {
  if (typeof asHtml === 'string') return html`<p class="quiet">${pagesLaidOut.mailNot[asHtml]}</p>`;
  return html`<h3>${pagesLaidOut.mailTitle}</h3><p class="quiet">${pagesLaidOut.mailNote}</p>${aboutLaidOut(asHtml).map((sentence) => html`<p class="quiet">${inWords(sentence)}</p>`)}${laidOutPages(asHtml)}`;
}

function remoteOf(remote: RemoteContent): Piece {
  return html`<h3>${words.remoteTitle}</h3><p>${words.remote(sayCount(remote.count, 'thing', 'things'), sayCount(remote.trackingCount, 'looks', 'look'))}</p>
    <ul>${remote.items.slice(0, remotePrinted).map(({ what, url, looksLikeTracking, tracker }) => html`<li>${remoteKinds[what]}: ${inName(url)}${looksLikeTracking.length > 0 && html`<br>${words.tracking} ${looksLikeTracking.map((reason) => trackingReasons[reason]).join(', ')}${tracker !== '' && html` (${inName(tracker)})`}`}</li>`)}</ul>
    ${remote.count > Math.min(remotePrinted, remote.items.length) && html`<p>${words.remoteMore(sayNumber(remote.count - Math.min(remotePrinted, remote.items.length)))}</p>`}`;
}
