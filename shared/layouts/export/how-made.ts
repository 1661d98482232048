import { pages } from '../../messages/en-gb/pages';
import { html } from '../markup';
import { markPlace } from '../places';
import { sayInstant, sayInstantExactly } from '../say';
import type { ExportSection } from './section';

const words = pages.howMade;
const at = 'how-made';

/** How the record was made and kept, and what is not checked. */
export const howMade: ExportSection = {
  place: at, name: pages.contents.howMade, stands: 'end', isIn: () => true, below: () => [],
  pages: ({ plan }) => html`<h1><a href="${markPlace(at)}">${words.title}</a></h1>
    ${words.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}<p>${plan.includesPrivileged ? words.privilegedIn : words.privilegedOut}</p>
    <p>${words.prepared} ${sayInstant(plan.preparedUtc)} (${sayInstantExactly(plan.preparedUtc)}).</p>`,
};
