import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { BuiltExport } from '../shared/model/export';
import { wholeChronology, type ChronologyRow } from '../shared/model/chronology';
import { askForTask, mustAsk } from './support/ask';
import { openExample } from './support/example';
import { expect, test } from './support/journey';

/** What a solicitor receives, made by the whole program from the invented case and read with other people's programs. */
const files = join(import.meta.dirname, '../assets/sample-case/files');

test('the invented case comes out whole: every account, every sum, and what could not go in', async ({ tidemark, folder }) => {
  // Prints the whole case twice.
  test.setTimeout(240_000);
  const { page } = tidemark;
  await openExample(page);
  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 500 });
  const recorded = idsOf(rows, 'incident', 'recorded');
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 500 });
  const choice = { recorded, documents: documents.map(({ id }) => id), excerpts: idsOf(rows, 'excerpt', 'marked') };
  const built = await build(page, choice);
  const saved = join(folder, 'case.pdf');
  tidemark.answerDialogs({ save: saved });
  expect(await mustAsk(page, 'exports.save', { exportId: built.exportId })).toMatchObject({ saved: true, record: { pageCount: built.pageCount, sha256: sha256(saved) } });

  // Exit 0 and nothing said: qpdf ends with 3 when it has a warning.
  execFileSync('qpdf', ['--check', saved], { stdio: 'pipe' });
  const pages = execFileSync('pdftotext', ['-enc', 'UTF-8', saved, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f').slice(0, -1);
  expect(pages).toHaveLength(built.pageCount);
  const text = collapsed(pages.map((words, index) => words.replace(`Page ${index + 1} of ${built.pageCount}`, '')).join('\n'));

  await test.step('every recorded account', async () => {
    expect(recorded.length).toBeGreaterThan(20);
    for (const id of recorded) {
      const { versions } = await mustAsk(page, 'incidents.get', { id });
      const account = versions.at(-1)!.content.account;
      for (const paragraph of account.split('\n').map(collapsed)) {
        // pdftotext gives a line of two directions run by run, in the order of the page; the export proof puts them back. Here: every word.
        const pieces = /\p{Script=Arabic}/u.test(paragraph) ? (paragraph.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) : [paragraph];
        for (const piece of pieces) expect.soft(text, account.slice(0, 40)).toContain(piece);
      }
    }
  });

  await test.step('every sum, as sha256sum gives it', () => {
    const names = readdirSync(files);
    expect(names.length).toBeGreaterThan(20);
    const printed = text.replaceAll(' ', '');
    for (const name of names) expect.soft(printed, name).toContain(execFileSync('sha256sum', [join(files, name)], { encoding: 'utf8' }).slice(0, 64));
  });

  await test.step('what could not go in is named, with its reason', () => {
    expect(built.couldNotInclude).toMatchObject([{ name: 'statement download.pdf' }]);
    const left = pages.map(collapsed).filter((words) => words.startsWith('What could not be included'));
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('statement download.pdf');
    expect(left[0]).toContain(collapsed(built.couldNotInclude[0]!.reason));
  });

  await test.step('the seal code is used as the page says; printed again, it has as many pages', async () => {
    expect(text).toContain('The originals are not inside this PDF');
    const [kept] = (await mustAsk(page, 'exports.list', {})).exports;
    expect(kept).toMatchObject({ sealCode: built.sealCode, sha256: sha256(saved) });
    expect(text.split(built.sealCode)).toHaveLength(3);
    const again = await build(page, choice);
    expect(again.pageCount).toBe(built.pageCount);
    expect(Number.parseInt(again.sealCode, 10)).toBeGreaterThan(Number.parseInt(built.sealCode, 10));
  });
});

async function build(page: Page, chosen: { recorded: string[]; documents: string[]; excerpts: string[] }): Promise<BuiltExport> {
  const event = await askForTask(page, 'exports.build', { caseName: 'Ellis (invented)', incidentIds: chosen.recorded, caseIds: [], documentIds: chosen.documents, excerptIds: chosen.excerpts, leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] });
  if (event.state !== 'finished' || event.result?.kind !== 'export') throw new Error(`the pages were not made: ${event.state}`);
  return event.result.value;
}

function idsOf(rows: readonly ChronologyRow[], subject: ChronologyRow['subject'], status: ChronologyRow['status']): string[] {
  return rows.filter((row) => row.subject === subject && row.status === status).map(({ id }) => id);
}

function sha256(file: string): string { return createHash('sha256').update(readFileSync(file)).digest('hex'); }

/** Presentation forms, bidirectional marks and where a line breaks are the page's business. */
function collapsed(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ').trim();
}
