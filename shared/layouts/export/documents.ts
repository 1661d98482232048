import { documentOf } from '../document';
import { html } from '../markup';
import type { ExportSection, FrontFacts, Outcome } from './section';

export type SectionThat<Stands extends ExportSection['stands']> = Extract<ExportSection, { stands: Stands }>;

/** Of which sections a document is made, its title, and the look of its front where that is not the chronology's. */
export interface MadeUp { readonly title: string; readonly look: string | undefined; readonly sections: readonly ExportSection[] }

/** The sections of a document, in order. */
export function sectionsIn({ sections }: MadeUp, outcome: Pick<Outcome, 'plan' | 'notIncluded'>): ExportSection[] {
  return sections.filter((section) => section.isIn(outcome));
}

/** All pages of the front: the part that is printed twice. */
export function frontDocument(made: MadeUp, facts: Omit<FrontFacts, 'sections'>, notIncluded: Outcome['notIncluded']): string {
  const here = sectionsIn(made, { plan: facts.plan, notIncluded });
  const sections = here.flatMap(({ place, name }) => (place === null ? [] : [{ place, name }]));
  return documentOf(made.title, here.map((section) => section.stands === 'front' && section.pages({ ...facts, sections })), made.look);
}

/** All dividers, each on pages of its own; null where there is none. */
export function dividersDocument(made: MadeUp, outcome: Pick<Outcome, 'plan' | 'notIncluded'>): string | null {
  const here = sectionsIn(made, outcome).filter((section) => section.stands === 'divider');
  return here.length === 0 ? null : documentOf(made.title, here.map((section) => section.page()));
}

/** All pages of the end, each section on a page of its own; null where nothing ends the document. */
export function endDocument(made: MadeUp, outcome: Outcome): string | null {
  const here = sectionsIn(made, outcome).filter((section) => section.stands === 'end');
  return here.length === 0 ? null : documentOf(made.title, here.map((section, index) => html`<section class="${index > 0 && 'new-page'}">${section.pages(outcome)}</section>`));
}
