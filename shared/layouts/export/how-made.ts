import { pages } from '../../messages/en-gb/pages';
import { html } from '../markup';
import { rangesOf } from '../../model/page-ranges';
import { markPlace } from '../places';
import type { RenderedExhibit } from '../rendition';
import { sayInstant, sayInstantExactly, sayList } from '../say';
import { sayPages } from '../say-pages';
import type { ExportSection } from './section';

const words = pages.howMade;
const at = 'how-made';

/** How the record was made and kept, and what is not checked. */
export const howMade: ExportSection = {
  place: at, name: pages.contents.howMade, stands: 'end', isIn: () => true, below: () => [],
  pages: ({ plan, rendered }) => html`<h1><a href="${markPlace(at)}">${words.title}</a></h1>
    ${words.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}<p class="keeps-to-last">${plan.includesPrivileged ? words.privilegedIn : words.privilegedOut}</p>${plan.making.forKeeping === true && html`<p class="keeps-to-last">${[words.forKeeping, ...sayDrawn(rendered)].join(' ')}</p>`}
    <p class="keeps-to-last">${words.prepared} ${sayInstant(plan.preparedUtc)} (${sayInstantExactly(plan.preparedUtc)}).</p>`,
};

/** Which pages of whose files are pictures for that. */
function sayDrawn(rendered: readonly RenderedExhibit[]): string[] {
  const drawn = rendered.flatMap(({ exhibit, rendition }) => (rendition.kind === 'pages' && rendition.drawnToKeep !== undefined ? [words.keptOne(exhibit.mark, sayPages(rangesOf(rendition.drawnToKeep)))] : []));
  return drawn.length === 0 ? [] : [words.keptDrawn(sayList(drawn))];
}
