import { fact } from '../../layouts/document';
import type { ExportSection } from '../../layouts/export/section';
import { inLine } from '../../layouts/her-words';
import { html } from '../../layouts/markup';
import { pointTo } from '../../layouts/places';
import { sayDay, sayInstant } from '../../layouts/say';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { PlannedBundle } from '../../model/bundle';
import type { FilledSection } from './filled-sections';
import { bundleProfiles } from './profiles';

const words = pagesBundle.cover;

/** What a bundle is called: itself, or an addition to one. */
export function bundleName({ letter, continues }: Pick<PlannedBundle, 'letter' | 'continues'>): string {
  return continues?.part === 'addition' ? pagesBundle.addition(letter) : pagesBundle.title(letter);
}

function numberingOf({ profile, continues }: PlannedBundle, isInFiles: boolean): string[] {
  const bySection = bundleProfiles[profile].numbering === 'by-section';
  if (continues?.part === 'addition') return [bySection ? words.bySection : words.addition];
  return [bySection ? words.bySection : isInFiles ? words.throughFiles : words.fromFirstPage, ...(continues === null ? [] : [words.revised])];
}

/** Of which case and hearing the bundle is, what is in it, and how its pages are numbered. */
export function bundleCover(bundle: PlannedBundle, sections: readonly FilledSection[]): ExportSection {
  const late = bundle.continues?.part === 'revised' ? sections.filter(({ section }) => section === 'late') : [];
  return {
    place: null, name: bundleName(bundle), stands: 'front', isIn: () => true, below: () => [],
    pages: ({ plan, pageCount, pageNumbers, files }) => html`<section class="cover of-bundle">
    <p class="kind">${bundleName(bundle)}</p>
    <h1 dir="auto">${inLine(plan.caseName)}</h1>
    ${plan.example && html`<p class="notice">${pages.cover.example}</p>`}
    <p class="court">${words.profiles[bundle.profile]}</p>
    <dl role="list">
      ${fact(words.hearing, bundle.hearingDay === '' ? '' : sayDay(bundle.hearingDay))}
      ${fact(words.permission, bundle.permission === '' ? '' : inLine(bundle.permission))}
      ${fact(words.sections, sections.map(({ sign, name }, index) => html`${index > 0 && html`<br>`}${sign} · ${name}`))}
      ${late.length > 0 && fact(words.late, late.map(({ place }, index) => html`${index > 0 && html`<br>`}<a href="${pointTo(place)}">${words.latePage(pageNumbers.get(place) ?? '')}</a>`))}
      ${fact(words.documents, html`${String(sections.reduce((sum, { exhibits }) => sum + exhibits.length, 0))}${sections.some(({ hasChronology }) => hasChronology) && plan.notHere.length > 0 && html`<br>${pages.notHereCount.bundle(plan.notHere.length)}`}`)}
      ${sections.some(({ hasChronology }) => hasChronology) && plan.selectionMark !== '' && fact(pagesOutputs.selection.name, html`<span class="code">${plan.selectionMark}</span><br>${pagesOutputs.selection.here}`)}
      ${fact(words.pages, html`<span class="code">${pageCount}</span>`)}
      ${fact(words.numbering, numberingOf(bundle, files !== undefined).map((sentence, index) => html`${index > 0 && ' '}${sentence}`))}
      ${files !== undefined && fact(pagesBundle.parts.files, html`${files.pages.map(({ first, last }, index) => html`${index > 0 && html`<br>`}${pagesBundle.parts.pages(index + 1, first, last)}`)}<br>${pagesBundle.parts.intro}`)}
      ${fact(words.prepared, sayInstant(plan.preparedUtc))}
      ${fact(words.sealCode, html`<span class="code">${plan.sealCode}</span>`)}
    </dl>
    <p class="foot">${words.whatThisIs}</p>
  </section>`,
  };
}
