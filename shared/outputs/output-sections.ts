import type { ExportPlan } from '../model/export-plan';
import { drawBlocks, headingNumbers, type SayMark } from '../layouts/case-blocks';
import { exhibits, furtherExhibits } from '../layouts/export/exhibits';
import { integrity } from '../layouts/export/integrity';
import { notIncluded } from '../layouts/export/not-included';
import type { ExportSection } from '../layouts/export/section';
import { inLine, inWords } from '../layouts/her-words';
import { html } from '../layouts/markup';
import { paperCss } from '../layouts/paper-css';
import { markPlace, place, pointTo } from '../layouts/places';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import { sayNumber } from '../messages/plural';
import type { CasePageBlock } from '../model/case/case-page';
import type { Paper } from '../model/paper';
import { fromFirstPage, type PageNumbering } from '../model/page-numbering';
import { showHidden } from '../text/show-hidden';
import { bundleOf } from './bundle/bundle-sections';
import { outputOf } from './outputs';

/** How the PDF of a plan is made up: its title, its look, its sections in order. What stands beside a file of another kind, to be looked at, is its paper alone. */
export interface PdfMadeUp { readonly title: string; readonly look: string | undefined; readonly sections: readonly ExportSection[]; readonly entriesStandHere: boolean; /** The place before which cover and index end: where it leaves in several files, each begins with these. null: it is never cut. */ readonly repeatsTo: string | null; /** How its pages are numbered, once it is known on which page (from 1) each place stands. */ numbering(pageOf: ReadonlyMap<string, number>): PageNumbering }

export function pdfOf(plan: ExportPlan): PdfMadeUp {
  const { wanted, format } = plan.making;
  if (wanted.output === 'chronology' && format === 'pdf') return { ...bundleOf(plan), look: undefined };
  const output = outputOf(plan);
  const whole = output.paper();
  const paper = format === 'pdf' ? whole : { ...whole, blocks: whole.blocks.flatMap(lookedAt) };
  const withExhibits = output.withExhibits && format === 'pdf' && plan.exhibits.length > 0;
  return {
    title: showHidden([paper.title, plan.caseName].filter((part) => part !== '').join(': ')), look: paperCss(paper),
    sections: [paperSection(paper, withExhibits ? (mark) => html`<a href="${pointTo(place.exhibit(mark))}"><strong>${mark}</strong></a>` : undefined), ...(withExhibits ? [exhibits, furtherExhibits, notIncluded, integrity] : [])],
    entriesStandHere: false, repeatsTo: null, numbering: () => fromFirstPage,
  };
}

/** Rows of a table that are shown beside a file of another kind: enough to see what it is. */
const mostRows = 500;

function lookedAt(block: CasePageBlock): CasePageBlock[] {
  if (block.block !== 'table' || block.table.rows.length <= mostRows) return [block];
  const more = pagesOutputs.moreRows(sayNumber(block.table.rows.length - mostRows));
  return [{ ...block, table: { ...block.table, rows: block.table.rows.slice(0, mostRows) } }, { block: 'paragraph', look: 'notice', text: [{ is: 'words', words: more }] }];
}

/** A paper as the front of a PDF; of a statement the title stands among its own blocks, and above it what the foot of a Word file says. Its first line is the place to which the rest leads back. */
function paperSection({ title, intro, blocks, look, foot }: Paper, mark: SayMark | undefined): ExportSection {
  const numbers = [...headingNumbers(blocks)].flatMap(([index, number]) => { const block = blocks[index]; return block?.block === 'heading' ? [{ title: block.words, place: place.heading(number) }] : []; });
  return {
    place: place.contents, name: title, stands: 'front', isIn: () => true, below: () => numbers,
    pages: () => html`${look === 'statement' ? html`<p class="quiet"><a href="${markPlace(place.contents)}">${inLine(foot, true)}</a></p>` : html`<header class="head"><h1><a href="${markPlace(place.contents)}">${inLine(title, true)}</a></h1>${intro !== '' && html`<p>${inWords(intro)}</p>`}</header>`}
      ${drawBlocks(blocks, () => null, mark)}`,
  };
}
