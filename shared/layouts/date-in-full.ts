import { sayDate } from '../dates';
import { pages } from '../messages/en-gb/pages';
import type { Dated } from '../model/dated';
import { inLine } from './her-words';
import { html, type Piece } from './markup';

/** What is said, without how it is written: a comma more in her words is not worth printing them twice. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}

/** A date as understood, in her own words beside it where these differ, and how it is known. */
export function dateInFull(dated: Dated): Piece {
  const said = sayDate(dated);
  const typed = dated.typed.trim();
  if (said === '' && typed === '') return null;
  return html`${said}${typed !== '' && lettersOf(typed) !== lettersOf(said) && html` <span class="quiet">(${pages.entry.asWritten.toLowerCase()}: “${inLine(typed)}”)</span>`}${dated.basis !== null && html`<br><span class="quiet">${pages.entry.known}: ${pages.dateBasis[dated.basis]}</span>`}`;
}
