import type { ExportPlan } from '../../../shared/model/export-plan';
import { wordsOnPictures } from '../export/made-up-case';

/**
 * What a screen reader would say, against what is told: `told` is the text of the tags in their order, as poppler reads it (`pdfinfo -struct-text`). `alternatives`: all alternative texts. Every entry's words are there, entry after entry, and every exhibit's name after them.
 */
export function checkReadingOrder(told: string, alternatives: string, plan: ExportPlan): string[] {
  // poppler puts every piece into quotes and on a line of its own.
  const said = bare([...told.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece).join(''));
  const wrong: string[] = [];
  let from = 0;
  for (const entry of plan.entries) {
    if (entry.subject !== 'incident') continue;
    const words = bare(/ref-\d+-end/.exec(entry.versions[0]?.content.account ?? '')?.[0] ?? '');
    const at = said.indexOf(words, from);
    if (words === '' || at < 0) wrong.push(`entry ${entry.number} is not read in its turn`);
    else from = at;
  }
  for (const { mark } of plan.exhibits) if (!said.includes(bare(`Exhibit ${mark}`))) wrong.push(`${mark} is not read at all`);
  if (!bare(alternatives).includes(bare(wordsOnPictures))) wrong.push('what a machine read on a picture is not said');
  return wrong;
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');
}
