import { outputOf } from '../../../shared/outputs/outputs';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { OutputFormat } from '../../../shared/model/output';
import { sheetAsCsv } from '../../../shared/writers/sheet-as-csv';
import { writeSpreadsheet } from '../../../shared/writers/spreadsheet/write-spreadsheet';
import { writeWord } from '../../../shared/writers/word/write-word';
import { Refusal } from '../../../shared/contract/errors';
import { zipParts } from './zip-parts';

/** What a file of each kind is called to systems and programs. */
export const fileKinds: Readonly<Record<OutputFormat, { readonly extension: string; readonly mediaType: string }>> = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  word: { extension: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  csv: { extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  spreadsheet: { extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
};

/** The finished file of a plan that is no PDF, in memory. The same plan gives the same bytes. Refuses `bad-call` where an output is not made as such a file. */
export async function outputFile(plan: ExportPlan): Promise<Uint8Array<ArrayBuffer>> {
  const output = outputOf(plan);
  const { format } = plan.making;
  const paper = output.paper();
  const sheets = format === 'csv' || format === 'spreadsheet' ? output.sheets() : [];
  const [first] = sheets;
  if (!output.formats.includes(format)) throw new Refusal('bad-call');
  switch (format) {
    case 'word': return zipParts(writeWord(paper, plan.preparedUtc));
    case 'spreadsheet': return zipParts(writeSpreadsheet(paper.title, sheets, plan.preparedUtc));
    case 'csv':
      if (first === undefined) throw new Refusal('bad-call');
      return new TextEncoder().encode(sheetAsCsv(first));
    case 'pdf': throw new Refusal('bad-call');
  }
}
