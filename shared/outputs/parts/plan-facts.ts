import { pages } from '../../messages/en-gb/pages';
import { sayInstant, sayInstantExactly } from '../../layouts/say';
import type { CasePageBlock } from '../../model/case/case-page';
import type { ExportPlan } from '../../model/export-plan';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import { factsBlock, heading, paragraph, says } from './texts';

/** What stands on every paper made of an example. */
export function noticesOf({ example }: ExportPlan): CasePageBlock[] {
  return example ? [paragraph('notice', pages.cover.example)] : [];
}

/** The foot of a Word file's pages. */
export const footOf = (name: string, { caseName, example, selectionMark }: ExportPlan): string => [name, caseName, selectionMark === '' ? '' : pagesOutputs.selection.foot(selectionMark), example ? pagesOutputs.exampleFoot : ''].filter((part) => part !== '').join(' · ');

/** The seal of the record, by which a paper can be held against it. */
export function sealBlocks(plan: ExportPlan): CasePageBlock[] {
  const { integrity } = pages;
  return [
    heading(2, integrity.sealTitle),
    factsBlock([[integrity.sealCode, plan.sealCode], [integrity.historyCount, String(plan.historyEntryCount)], [integrity.historyHash, plan.historyHash], [pages.cover.prepared, `${sayInstant(plan.preparedUtc)} (${sayInstantExactly(plan.preparedUtc)})`]]),
    { block: 'paragraph', look: 'quiet', text: says(pagesOutputs.sealMeaning) },
  ];
}
