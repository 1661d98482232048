import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { wholeChronology } from '../../shared/model/chronology';
import { emptyIncidentContent } from '../../shared/model/incident';
import { askForTask, mustAsk } from './ask';
import type { Tidemark } from './launch';

/** What the journeys about copies of the vault do again and again: filling the record, backing up, looking whether it is all there. */
export const backups = (page: Page) => page.getByRole('region', { name: 'Backups' });

export async function record(page: Page, title: string): Promise<void> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account: `${title}: what happened.`, happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: null } } });
  await mustAsk(page, 'incidents.record', { id });
}
export async function addFile(tidemark: Tidemark, folder: string, name: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(join(folder, name), bytes);
  tidemark.answerDialogs({ open: [join(folder, name)] });
  const { grants } = await mustAsk(tidemark.page, 'documents.choose', {});
  expect(await askForTask(tidemark.page, 'documents.add', { grant: grants[0]!.grant })).toMatchObject({ state: 'finished' });
}
/** Everything that the record holds, as it can be asked for. */
export async function wholeRecord(page: Page) {
  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 100 });
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 100 });
  return { rows, documents: documents.map(({ id, originalName, sha256, sizeBytes }) => ({ id, originalName, sha256, sizeBytes })) };
}
export const makeFolder = (...parts: string[]): string => {
  const made = join(...parts);
  mkdirSync(made, { recursive: true, mode: 0o777 });
  return made;
};
export async function addPlace(tidemark: Tidemark, stick: string): Promise<void> {
  tidemark.answerDialogs({ folder: stick });
  await backups(tidemark.page).getByRole('button', { name: /^(Choose|Add) a place$/ }).click();
}
export async function backUpNow(page: Page): Promise<void> {
  await backups(page).getByRole('button', { name: /^Back up now/ }).click();
  await expect(backups(page).getByText(/^Backed up\./)).toBeVisible({ timeout: 60_000 });
}
export const settingsOf = ({ userData }: Tidemark): string => readFileSync(join(userData, 'settings.json'), 'utf8');
