import type { Bookmark } from '../../../shared/assemble-protocol';
import { headingNumbers } from '../../../shared/layouts/case-blocks';
import { casePagePages } from '../../../shared/layouts/case-page';
import { place } from '../../../shared/layouts/places';
import { pagesCase as words } from '../../../shared/messages/en-gb/pages-case';
import type { CasePagePlan } from '../../../shared/model/case/case-page';
import { showHidden } from '../../../shared/text/show-hidden';
import type { BuildWith } from './build-export';
import { withPrinting } from './printing';

const part = 'page';

/** Makes the PDF of one page of the case, in memory: printed, numbered, its sources linked both ways. Refuses `cannot-print`, `cancelled`. */
export function buildCasePage(plan: CasePagePlan, by: Omit<BuildWith, 'source'>): Promise<{ bytes: Uint8Array; pageCount: number }> {
  return withPrinting(by, async ({ assembler, printer }) => {
    by.progress('printing', 0, 0, 'pages');
    const bytes = await printer.print({ html: casePagePages(plan) }, by.signal);
    const { pageCount, places } = await assembler.ask({ ask: 'add-printed', part, bytes }, 'pages');
    by.progress('assembling', 0, pageCount, 'pages');
    const numbers = new Map(places.map(({ place: at, pageIndex }) => [at, pageIndex + 1]));
    return assembler.ask({
      ask: 'finish',
      order: {
        title: words.documentTitle(showHidden(plan.page.title), showHidden(plan.caseName)), preparedUtc: plan.preparedUtc, frontPart: part, runs: [{ part, from: 0, to: pageCount, exhibitMark: '' }],
        bookmarks: bookmarksOf(plan, numbers), pageNumbers: [...numbers],
      },
    }, 'document');
  });
}

/** The page's headings, those of the third level under the second they follow; its sources; what it is. */
function bookmarksOf({ page }: CasePagePlan, numbers: ReadonlyMap<string, number>): Bookmark[] {
  const mark = (title: string, at: string): Bookmark[] => {
    const number = numbers.get(at);
    return number === undefined ? [] : [{ title: words.bookmarkPage(showHidden(title), number), place: at, children: [] }];
  };
  const headings: Bookmark[] = [];
  for (const [index, number] of headingNumbers(page.blocks)) {
    const block = page.blocks[index];
    if (block?.block !== 'heading') continue;
    const above = headings.at(-1);
    (block.level === 3 && above !== undefined ? above.children : headings).push(...mark(block.words, place.heading(number)));
  }
  return [...mark(page.title, place.contents), ...headings, ...mark(words.sources.title, place.sources), ...mark(words.about.title, place.aboutPage)];
}
