import { sayKindPrinted } from '../../messages/en-gb/document-kinds';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import { pagesLaidOut } from '../../messages/en-gb/pages-laid-out';
import type { Document } from '../../model/document';
import { hasPages, pagesThatGo, turnsByQuarters } from '../../model/exhibit-said';
import { type ExportPlan, isFurther, type PlannedExhibit } from '../../model/export-plan';
import { rangesOf } from '../../model/page-ranges';
import { conversationPages } from '../conversation-pages';
import { documentOf, fact, wideFact } from '../document';
import { laidOutCss } from '../laid-out-css';
import { aboutLaidOut, laidOutPages } from '../laid-out-pages';
import { printCss } from '../print-css';
import { exhibitName } from '../exhibit-name';
import { mailPages } from '../mail-pages';
import { inLine, inName, inParagraphs, inWords } from '../her-words';
import { dateInFull } from '../date-in-full';
import { showHidden } from '../../text/show-hidden';
import { html, type Piece } from '../markup';
import { markPlace, place, pointTo } from '../places';
import { pictureOf, type RenderedExhibit, type Rendition } from '../rendition';
import { sayDamage } from '../say-damage';
import { sayLeftOut } from '../say-left-out';
import { sayCount, sayInstant, sayList, saySize } from '../say';
import { sayPages } from '../say-pages';
import type { ExportSection } from './section';

const further = 'further-exhibits';
const cited = 'exhibits';

const bookmarks = (exhibitsOf: (plan: ExportPlan) => readonly PlannedExhibit[]): ExportSection['below'] => (plan) => exhibitsOf(plan).map((exhibit) => ({ title: `${exhibit.mark} · ${exhibitName(exhibit)}`, place: place.exhibit(exhibit.mark) }));
const citedOf = (plan: ExportPlan): PlannedExhibit[] => plan.exhibits.filter((exhibit) => !isFurther(exhibit));
const furtherOf = (plan: ExportPlan): PlannedExhibit[] => plan.exhibits.filter(isFurther);

/** What goes with entries, by mark. */
export const exhibits: ExportSection = {
  place: cited, name: pages.contents.exhibits, stands: 'exhibits', isIn: ({ plan }) => citedOf(plan).length > 0, below: bookmarks(citedOf), exhibits: citedOf,
  opening: () => html`<h1><a href="${markPlace(cited)}">${pages.contents.exhibits}</a></h1>`,
};

/** What was put aside for the bundle and goes with no entry. */
export const furtherExhibits: ExportSection = {
  place: further, name: pages.contents.furtherExhibits, stands: 'exhibits', isIn: ({ plan }) => furtherOf(plan).length > 0, below: bookmarks(furtherOf), exhibits: furtherOf,
  opening: () => html`<h1><a href="${markPlace(further)}">${pages.contents.furtherExhibits}</a></h1><p>${pages.exhibit.furtherIntro}</p>`,
};

/** Exhibits under a heading that stands elsewhere, on a page of its own. `allowedBy`: by mark, the order or direction that lets one into a court's bundle. */
export function exhibitsUnder(name: string, theirs: readonly PlannedExhibit[], allowedBy: ReadonlyMap<string, string>): ExportSection {
  return { place: null, name, stands: 'exhibits', isIn: () => true, below: () => [], exhibits: () => theirs, opening: () => null, allowedBy };
}

/** Sheets of exhibits in order, each followed by what can be printed of it here; PDF pages are put in after their sheet by the assembler. `opening` stands above the first. `entryNumbers` null: the entries they go with are not in this document. */
export function exhibitPages(rendered: readonly RenderedExhibit[], entryNumbers: ReadonlyMap<string, number> | null, opening: Piece, allowedBy: ReadonlyMap<string, string> = new Map()): string {
  return documentOf(pages.contents.exhibits, rendered.map((one, index) => html`<section class="exhibit">${index === 0 && opening}${sheet(one, entryNumbers, allowedBy.get(one.exhibit.mark))}</section>`), printCss + laidOutCss);
}

function sheet({ exhibit, rendition }: RenderedExhibit, entryNumbers: ReadonlyMap<string, number> | null, allowedBy: string | undefined): Piece {
  const { mark, thing } = exhibit;
  return html`<header class="exhibit-head"><h2 class="mark"><a href="${markPlace(place.exhibit(mark))}">${pages.exhibit.heading(mark)}</a></h2><p class="name" dir="auto">${inLine(exhibitName(exhibit))}</p>${allowedBy !== undefined && html`<p>${pagesBundle.allowed(allowedBy)}</p>`}</header>
    ${thing.kind === 'excerpt' ? conversationPages(thing, rendition, cites(exhibit, entryNumbers))
      : thing.kind === 'mail' ? mailPages(thing, cites(exhibit, entryNumbers), rendition.kind === 'mail' ? rendition.asHtml : null)
      : html`<dl role="list">${documentFacts(thing.document)}${inCopyFacts(thing.document, exhibit.inCopy)}${cites(exhibit, entryNumbers)}</dl>${body(thing.document, rendition, thing.holdsPosition, exhibit.inCopy)}`}`;
}

function cites(exhibit: PlannedExhibit, entryNumbers: ReadonlyMap<string, number> | null): Piece {
  if (entryNumbers === null) return null;
  const numbers = exhibit.citedBy.flatMap((id) => entryNumbers.get(id) ?? []).sort((a, b) => a - b);
  return fact(pages.exhibit.citedBy, numbers.length === 0 ? pages.exhibit.standsAlone : numbers.map((entryNumber, index) => html`${index > 0 && ', '}<a href="${pointTo(place.entry(entryNumber))}">${pages.exhibit.entryNumber(entryNumber)}</a>`));
}

function documentFacts(document: Document): Piece {
  const words = pages.exhibit;
  const { picture } = document;
  return html`${fact(words.what, `${sayKindPrinted(document)} (${document.mediaType})`)}
    ${fact(words.originalName, inName(document.originalName))}
    ${fact(words.size, saySize(document.sizeBytes))}
    ${wideFact(words.sha256, html`<span class=\"hash\">${document.sha256}</span>`)}
    ${fact(words.happened, dateInFull(document.happened))}
    ${fact(words.added, sayInstant(document.addedUtc))}
    ${fact(words.fileDate, document.fileModifiedUtc === null ? null : sayInstant(document.fileModifiedUtc))}
    ${picture !== null && picture.takenAsWritten !== '' && fact(words.pictureTaken, html`${inLine(picture.takenAsWritten)} <span class="quiet">(${words.pictureClaim})</span>`)}
    ${picture !== null && picture.device !== '' && fact(words.pictureDevice, inLine(picture.device))}
    ${fact(words.note, document.note.trim() === '' ? null : inParagraphs(document.note))}`;
}

/** What of the file is otherwise in this copy, in plain sight of whoever compares the two. */
function inCopyFacts(document: Document, inCopy: PlannedExhibit['inCopy']): Piece {
  const words = pages.exhibit;
  if (inCopy === undefined) return null;
  const { extract } = inCopy;
  const ways = turnsByQuarters(inCopy).map(({ quarters, pages: turned }) => words.turnedBy[quarters](hasPages(document) ? sayPages(turned) : words.thePicture));
  return html`${fact(words.extract, extract === null ? null : words.extractOf(sayPages(extract.ranges), extract.of))}${fact(words.turned, ways.length === 0 ? null : words.turnedWords(sayList(ways)))}`;
}

function body(document: Document, rendition: Rendition, holdsPosition: boolean, inCopy: PlannedExhibit['inCopy']): Piece {
  const words = pages.exhibit;
  switch (rendition.kind) {
    case 'picture': return html`<p>${(inCopy?.turns.length ?? 0) > 0 ? words.pictureTurned : words.pictureAsPrinted}${rendition.isRedacted && html` ${words.pictureRedacted}`}${holdsPosition && html` ${words.positionHeld}`}${inCopy?.extract == null && rendition.pictures.length < rendition.pageCount && html` ${words.somePagesOfPicture(rendition.pictures.length, rendition.pageCount)}`}</p>
      ${rendition.pictures.map((picture, index) => html`<figure class="picture-page">${pictureOf(picture, describe(document, pagesThatGo(inCopy)?.[index] ?? index + 1, rendition.pageCount))}</figure>`)}`;
    case 'pages': return html`<p>${words.pagesFollow(sayCount(rendition.pageCount, 'page', 'pages'))}</p>${rendition.redactedPages > 0 && html`<p>${words.pagesRedacted(sayCount(rendition.redactedPages, 'page', 'pages'))}</p>`}${rendition.drawnToKeep !== undefined && html`<p>${words.drawnToKeep(sayPages(rangesOf(rendition.drawnToKeep)), rendition.drawnToKeep.length === 1)}</p>`}${rendition.damage !== null && html`<p>${sayDamage(rendition.damage)}</p>`}${sayLeftOut(rendition.leftOut).map((sentence) => html`<p>${inWords(sentence)}</p>`)}`;
    case 'text': return html`<p>${rendition.shownBytes < rendition.wholeBytes ? words.textCut(saySize(rendition.shownBytes), saySize(rendition.wholeBytes)) : words.textFollows}</p><div class="text-page">${plainText(rendition.text)}</div>`;
    case 'laid-out': return html`<p>${pagesLaidOut.shownAs}${holdsPosition && html` ${words.positionInFile}`}</p>${aboutLaidOut(rendition.file).map((sentence) => html`<p>${inWords(sentence)}</p>`)}<div class="text-page">${laidOutPages(rendition.file)}</div>`;
    case 'missing': return html`<p>${words.missing} ${pages.notIncluded.reasons[rendition.reason]}</p>`;
    case 'native': case 'messages': case 'mail': return html`<p>${words.native}${holdsPosition && html` ${words.positionInFile}`}</p>`;
  }
}

function describe(document: Document, page: number, pageCount: number): string {
  const name = `${pages.exhibit.forms.image}: ${showHidden(document.originalName)}`;
  return pageCount === 1 ? name : `${name}, ${pages.exhibit.pageOfPicture(page, pageCount)}`;
}

/** Empty lines at the end are left out: they can fill pages of their own. */
function plainText(text: string): Piece {
  return html`<div class="words">${text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n').map((line) => html`<p dir="auto">${line === '' ? '\u00a0' : inWords(line)}</p>`)}</div>`;
}
