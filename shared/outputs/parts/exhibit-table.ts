import { exhibitName } from '../../layouts/exhibit-name';
import { sayKindPrinted } from '../../messages/en-gb/document-kinds';
import { pages } from '../../messages/en-gb/pages';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { CasePageBlock } from '../../model/case/case-page';
import type { Document } from '../../model/document';
import type { ExportPlan, PlannedExhibit } from '../../model/export-plan';
import { type Sheet, text } from '../../model/sheet';
import { heading, says, saysMark } from './texts';

/** The files in which an exhibit stands, whose SHA-256 tells them apart. */
function filesOf({ thing }: PlannedExhibit): Document[] {
  switch (thing.kind) {
    case 'document': return [thing.document];
    case 'excerpt': return thing.sources;
    case 'mail': return [thing.source, ...thing.attachments];
  }
}

const kindOf = ({ thing }: PlannedExhibit): string => (thing.kind === 'document' ? sayKindPrinted(thing.document) : pagesOutputs.exhibits.kinds[thing.kind]);

function entriesOf(exhibit: PlannedExhibit, { entries }: ExportPlan): string {
  const numbers = new Map(entries.map(({ id, number }) => [id, number]));
  return exhibit.citedBy.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b).join(', ');
}

/** Every exhibit by its mark, with its files' SHA-256. `withEntries`: the entries it goes with, where these stand in the paper by their numbers. */
export function exhibitBlocks(plan: ExportPlan, withEntries: boolean): CasePageBlock[] {
  const words = pages.exhibitList;
  if (plan.exhibits.length === 0) return [];
  return [
    heading(2, words.title),
    {
      block: 'table', table: {
        caption: '',
        columns: [{ name: words.mark, width: 'narrow' }, { name: words.what, width: 'wide' }, ...(withEntries ? [{ name: words.entries, width: 'narrow' as const }] : []), { name: pages.exhibit.sha256, width: 'wide' }],
        rows: plan.exhibits.map((exhibit) => [
          saysMark(exhibit.mark), says(`${exhibitName(exhibit)}\n${kindOf(exhibit)}`), ...(withEntries ? [says(entriesOf(exhibit, plan))] : []), says(filesOf(exhibit).map(({ sha256 }) => sha256).join('\n')),
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
