import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { emptyIncidentContent } from '../../shared/model/incident';
import { mustAsk } from './ask';
import type { Tidemark } from './launch';
import { place } from './places';

/** A recorded entry with a day, which files can go with. Gives its id. */
export async function entryToGoWith(page: Page, title: string, account: string): Promise<string> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  const happened = { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' as const };
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account, happened } });
  await mustAsk(page, 'incidents.record', { id });
  return id;
}

/** Makes the pages of everything and saves them in `folder` under the short name of the case; gives where. `without`: words that a new list takes out of it, and of the copies made after it; `forKeeping`: as PDF/A. With PICTURES in the environment a copy goes there, to be looked at. */
export async function saveLaidOut(tidemark: Tidemark, { folder, name, without = null, forKeeping = false }: { readonly folder: string; readonly name: string; readonly without?: string | null; readonly forKeeping?: boolean }): Promise<string> {
  const { page } = tidemark;
  const saved = join(folder, `${name}.pdf`);
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill(name);
  if (without !== null) {
    await page.getByRole('button', { name: /^What is taken out of this copy/ }).click();
    await page.getByRole('button', { name: /Redaction list/ }).first().click();
    await page.getByRole('option', { name: 'Make a new list' }).click();
    await page.getByLabel('Name of the new list').fill('For the force');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Words to take out' }).fill(without);
    await page.keyboard.press('Enter');
  }
  if (forKeeping) await page.getByRole('checkbox', { name: /^For keeping: PDF\/A-2b/ }).press('Space');
  await page.getByRole('button', { name: /^Make the pages(?: again)?$/ }).first().click();
  tidemark.answerDialogs({ save: saved });
  await page.getByRole('button', { name: 'Save the PDF' }).click({ timeout: 120_000 });
  await expect(page.getByText(`Saved as ${name}.pdf`)).toBeVisible();
  const into = process.env['PICTURES'];
  if (into) copyFileSync(saved, join(into, `${name}.pdf`));
  return saved;
}

/** A word is on no page and in no stream, in any of the ways in which our pages write one. `words`: of its pages. */
export function expectGone(file: string, words: string, word: string): void {
  expect(words).not.toContain(word);
  const streams = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1 << 28 }).toString('latin1');
  const wide = Buffer.from(word, 'utf16le').swap16();
  for (const form of [word, wide.toString('hex'), wide.toString('latin1')]) expect(streams.includes(form)).toBe(false);
}
