import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { casePagePages } from '../shared/layouts/case-page';
import type { CasePageBlock, CitedText } from '../shared/model/case/case-page';
import { expect, test } from './support/journey';
import { readPdf } from './support/read-pdf';

const says = (words: string): CitedText => [{ is: 'words', words }];
const tables = 40;

/** A page of the case whose tables begin at every height of a sheet. */
function pageOfTables(): string {
  const blocks = Array.from({ length: tables }, (_, number): CasePageBlock[] => [
    ...Array.from({ length: (number * 7) % 23 }, (): CasePageBlock => ({ block: 'paragraph', look: 'plain', text: says('A line that fills the sheet.') })),
    { block: 'heading', level: 2, words: `Heading${number}x` },
    {
      block: 'table',
      table: {
        caption: `Caption${number}x`, columns: [{ name: `Head${number}x`, width: 'narrow' }, { name: 'What was said', width: 'wide' }],
        rows: Array.from({ length: 5 }, (_, row) => [says(`Row${number}.${row}x`), says('What was said that day, in some lines. '.repeat(row === 0 ? 20 : 5))]),
      },
    },
  ]).flat();
  return casePagePages({
    planId: 'c'.repeat(32), caseName: 'Re A', preparedUtc: '2026-05-03T20:04:11.250Z', example: false, page: { title: 'A page', intro: '', isLandscape: false, blocks }, sources: [], privateChildren: [], sealCode: '12-AAAA', historySequence: 12,
    historyHash: 'e'.repeat(64), historyEntryCount: 12,
  });
}

test('no table’s head, caption or heading stands alone at the foot of a sheet, and a table that goes on has its head again', async ({ tidemark }) => {
  const printed = await tidemark.app.evaluate(async ({ BrowserWindow }, html) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('about:blank');
    await window.webContents.executeJavaScript(`document.open(); document.write(${JSON.stringify(html)}); document.close();`);
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true });
    window.destroy();
    return pdf.toString('base64');
  }, pageOfTables());
  const file = test.info().outputPath('tables.pdf');
  writeFileSync(file, Buffer.from(printed, 'base64'));
  expect(readPdf(file).pages).toBeGreaterThan(40);
  const sheets = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f');
  const alone: string[] = [];
  let goesOn = 0;
  for (let number = 0; number < tables; number++) {
    for (const sheet of sheets) {
      const [hasHead, rows] = [sheet.includes(`Head${number}x`), sheet.match(new RegExp(`Row${number}\\.\\dx`, 'g'))?.length ?? 0];
      for (const begins of [`Heading${number}x`, `Caption${number}x`]) if (sheet.includes(begins) && !sheet.includes(`Row${number}.0x`)) alone.push(begins);
      if (hasHead !== rows > 0) alone.push(hasHead ? `Head${number}x` : `rows of ${number}`);
      if (rows > 0 && !sheet.includes(`Row${number}.0x`)) goesOn += 1;
    }
  }
  expect(alone).toEqual([]);
  expect(goesOn).toBeGreaterThan(5);
});
