import { pages } from '../../messages/en-gb/pages';
import { documentOf } from '../document';
import { html } from '../markup';
import type { ExportSection, FrontFacts, Outcome } from './section';
import { exportSections } from './sections';

export type SectionThat<Stands extends ExportSection['stands']> = Extract<ExportSection, { stands: Stands }>;

/** The sections of a document, in order. */
export function sectionsIn(outcome: Pick<Outcome, 'plan' | 'notIncluded'>): ExportSection[] {
  return exportSections.filter((section) => section.isIn(outcome));
}

/** All pages of the front: the part that is printed twice. */
export function frontDocument(facts: Omit<FrontFacts, 'sections'>, notIncluded: Outcome['notIncluded']): string {
  const here = sectionsIn({ plan: facts.plan, notIncluded });
  const sections = here.flatMap(({ place, name }) => (place === null ? [] : [{ place, name }]));
  return documentOf(pages.documentTitle(facts.plan.caseName), here.map((section) => section.stands === 'front' && section.pages({ ...facts, sections })));
}

/** All pages of the end, each section on a page of its own. */
export function endDocument(outcome: Outcome): string {
  const here = sectionsIn(outcome).filter((section) => section.stands === 'end');
  return documentOf(pages.documentTitle(outcome.plan.caseName), here.map((section, index) => html`<section class="${index > 0 && 'new-page'}">${section.pages(outcome)}</section>`));
}
