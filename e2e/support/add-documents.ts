import { expect, type Page } from '@playwright/test';
import { mustAsk } from './ask';
import type { Tidemark } from './launch';
import { place } from './places';

/** Adds files at the place for documents, as she does. `done`: how many this opening has added then. */
export async function addDocuments(tidemark: Tidemark, paths: readonly string[], done = paths.length): Promise<void> {
  const { page } = tidemark;
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: paths });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText(`${done} of ${done} ${done === 1 ? 'file' : 'files'} done`)).toBeVisible({ timeout: 30_000 });
}

/** Says of a document when it is from; only what is dated stands in the chronology, and goes. */
export async function dateDocument(page: Page, id: string, edtf: string): Promise<void> {
  await mustAsk(page, 'documents.amend', { id, title: '', happened: { typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null }, note: '' });
}
