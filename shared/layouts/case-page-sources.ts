import { sayDate } from '../dates';
import { pagesCase } from '../messages/en-gb/pages-case';
import type { CasePageSource } from '../model/case/case-page';
import { inName } from './her-words';
import { html, type Piece } from './markup';
import { markPlace, place } from './places';
import { sayInstant } from './say';

const words = pagesCase.sources;

/** What stands for a source where it is cited: its exhibit mark, or its number on this page; that it is a draft or erased is said with it. */
export function signOf({ mark, number, isGone, firstRecordedUtc }: CasePageSource): string {
  const sign = mark ?? pagesCase.cited(number ?? 0);
  if (isGone) return pagesCase.citedGone(sign);
  return firstRecordedUtc === null ? pagesCase.citedDraft(number ?? 0) : sign;
}

/** The list that ends a page; each line's mark leads back to where it is first cited. */
export function casePageSources(sources: readonly CasePageSource[]): Piece {
  return html`<section class="sources"><h2 class="later"><a href="${markPlace(place.sources)}">${words.title}</a></h2>
    ${sources.length === 0 ? html`<p>${words.none}</p>` : html`<p>${words.intro}</p><table class="sources-table"><thead><tr><th scope="col" class="source-mark">${words.mark}</th><th scope="col">${words.what}</th><th scope="col" class="source-when">${words.happened}</th><th scope="col" class="source-when">${words.recorded}</th></tr></thead>
      <tbody>${sources.map((source, index) => row(source, index + 1))}</tbody></table>`}</section>`;
}

function row(source: CasePageSource, line: number): Piece {
  const files = [...(source.sha256 === null ? [] : [{ name: '', sha256: source.sha256 }]), ...source.foundIn];
  const isDraft = !source.isGone && source.firstRecordedUtc === null;
  return html`<tr class="${files.length > 0 && 'with-files'}"><th scope="row" class="source-mark"><a href="${markPlace(place.source(line))}">${source.mark ?? pagesCase.cited(source.number ?? 0)}</a></th>
    <td>${kindOf(source)}${isDraft && html`<p>${words.notYet}</p>`}${source.isGone && html`<p>${words.erased}</p>`}${source.amended && html`<p class="quiet">${words.amended}</p>`}</td>
    <td class="source-when">${source.happened === null ? noDates(source) : sayDate(source.happened) || words.noDate}</td><td class="source-when">${source.firstRecordedUtc === null ? noDates(source) : sayInstant(source.firstRecordedUtc)}</td></tr>
    ${files.map(({ name, sha256 }, index) => html`<tr class="${index < files.length - 1 && 'with-files'}"><td class="source-file" colspan="4">${name !== '' && html`<p>${words.stands}: ${inName(name)}</p>`}<p>${words.sha256} <span class="hash">${sha256}</span></p></td></tr>`)}`;
}

/** Of what is no longer, or not yet, in the record nothing is known here. */
function noDates({ isGone }: CasePageSource): string { return isGone ? words.gone : words.draft; }

function kindOf({ what, name, isGone, firstRecordedUtc }: CasePageSource): Piece {
  const kind = words.kinds[what];
  if (isGone || firstRecordedUtc === null) return html`<p>${kind}</p>`;
  const short = name.replace(/\s+/g, ' ').trim();
  return html`<p>${kind}: ${short === '' ? words.untitled : inName(short.length > 200 ? `${short.slice(0, 200).replace(/\s+\S*$/, '')} …` : short)}</p>`;
}
