import { sayDate } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { PlannedEntry } from '../../model/export-plan';
import { fact } from '../document';
import { inLine } from '../her-words';
import { html } from '../markup';
import { sayInstant } from '../say';
import type { ExportSection } from './section';

const words = pages.cover;

/** What it is, of which case and period, when it was prepared, and the seal of the record. */
export const cover: ExportSection = {
  place: null, name: words.kind, stands: 'front', isIn: () => true, below: () => [],
  pages: ({ plan, pageCount, files }) => html`<section class="cover">
    <p class="kind">${words.kind}${plan.exhibits.length > 0 && html` ${words.andExhibits}`}</p>
    <h1 dir="auto">${inLine(plan.caseName)}</h1>
    ${plan.example && html`<p class="notice">${words.example}</p>`}
    ${plan.includesPrivileged && html`<p class="notice">${words.privileged}</p>`}
    <dl role="list">
      ${fact(words.period, periodOf(plan.entries))}
      ${fact(words.entries, String(plan.entries.length))}
      ${plan.selectionMark !== '' && fact(pagesOutputs.selection.name, html`<span class="code">${plan.selectionMark}</span>`)}
      ${fact(words.exhibits, html`${String(plan.exhibits.length)}${plan.notHere.length > 0 && html`<br>${pages.notHereCount.document(plan.notHere.length)}`}`)}
      ${fact(words.pages, html`<span class="code">${pageCount}</span>`)}
      ${files !== undefined && fact(words.files, html`${files.pages.map(({ first, last }, index) => html`${index > 0 && html`<br>`}${pagesBundle.parts.pages(index + 1, first, last)}`)}<br>${words.inFiles}`)}
      ${fact(words.prepared, sayInstant(plan.preparedUtc))}
      ${fact(words.sealCode, html`<span class="code">${plan.sealCode}</span>`)}
    </dl>
    <p class="foot">${words.whatThisIs(files === undefined ? null : files.pages.length)}</p>
  </section>`,
};

/** From the first day to the last, in words; '' where nothing has a date. */
export function periodOf(entries: readonly PlannedEntry[]): string {
  const dated = entries.filter((entry) => entry.span.earliest !== '' && entry.happened.edtf !== '');
  const first = dated[0];
  const last = dated.reduce<PlannedEntry | undefined>((late, entry) => (late === undefined || entry.span.latest > late.span.latest ? entry : late), undefined);
  if (first === undefined || last === undefined) return '';
  const from = sayDate({ ...first.happened, timeOfDay: '' });
  const to = sayDate({ ...last.happened, timeOfDay: '' });
  return from === to ? from : `${from} to ${to}`;
}
