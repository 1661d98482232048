import { exhibitName } from '../../layouts/exhibit-name';
import { sayKindPrinted } from '../../messages/en-gb/document-kinds';
import { pages } from '../../messages/en-gb/pages';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { CasePageBlock } from '../../model/case/case-page';
import { type ExportPlan, filesOf, type PlannedExhibit } from '../../model/export-plan';
import { type Sheet, text } from '../../model/sheet';
import { heading, says, saysMark } from './texts';
import { dayCited } from './which-chronology';

const kindOf = ({ thing }: PlannedExhibit): string => (thing.kind === 'document' ? sayKindPrinted(thing.document) : pagesOutputs.exhibits.kinds[thing.kind]);

/** The entries that an exhibit goes with, by their numbers; `withDays` where these stand in another paper. */
function entriesOf(exhibit: PlannedExhibit, { entries }: ExportPlan, withDays = false): string {
  const own = new Map(entries.map((entry) => [entry.id, entry]));
  const cited = exhibit.citedBy.flatMap((id) => own.get(id) ?? []).sort((a, b) => a.number - b.number);
  return withDays ? cited.map((entry) => `${entry.number}: ${dayCited(entry)}`).join('\n') : cited.map(({ number }) => number).join(', ');
}

/** Every exhibit by its mark, with its files' SHA-256, and the entries it goes with. `entriesStand`: whether these are in this paper by their numbers, in another, or not told. */
export function exhibitBlocks(plan: ExportPlan, entriesStand: 'here' | 'elsewhere' | 'none'): CasePageBlock[] {
  const words = pages.exhibitList;
  if (plan.exhibits.length === 0) return [];
  return [
    heading(2, words.title),
    {
      block: 'table', table: {
        caption: '',
        columns: [{ name: words.mark, width: 'narrow' }, { name: words.what, width: 'wide' }, ...(entriesStand === 'none' ? [] : [{ name: words.entries, width: entriesStand === 'here' ? 'narrow' as const : 'middle' as const }]), { name: pages.exhibit.sha256, width: 'wide' }],
        rows: plan.exhibits.map((exhibit) => [
          saysMark(exhibit.mark), says(`${exhibitName(exhibit)}\n${kindOf(exhibit)}`), ...(entriesStand === 'none' ? [] : [says(entriesOf(exhibit, plan, entriesStand === 'elsewhere'))]), says(filesOf(exhibit).map(({ sha256 }) => sha256).join('\n')),
        ]),
      },
    },
  ];
}

/** The same as a table of its own. */
export function exhibitSheet(plan: ExportPlan): Sheet {
  const words = pages.exhibitList;
  return {
    name: words.title,
    columns: [{ name: words.mark, width: 10 }, { name: pagesOutputs.exhibits.kind, width: 18 }, { name: words.what, width: 50 }, { name: words.entries, width: 12 }, { name: pagesOutputs.exhibits.files, width: 40 }, { name: pages.exhibit.sha256, width: 70 }],
    rows: plan.exhibits.map((exhibit) => [
      text(exhibit.mark), text(kindOf(exhibit)), text(exhibitName(exhibit)), text(entriesOf(exhibit, plan)), text(filesOf(exhibit).map(({ originalName }) => originalName).join('\n')), text(filesOf(exhibit).map(({ sha256 }) => sha256).join('\n')),
    ]),
  };
}
