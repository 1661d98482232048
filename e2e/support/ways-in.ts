import { expect, type Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './ask';
import type { Tidemark } from './launch';

/** What the journeys about the ways in do again and again, as she does it: at the vault's own page and at the locked door. */
export const passphrase = 'velvet harbour oxide nineteen lantern';
export const nextPassphrase = 'kettle orbit misty fern walnut';

/** A vault of hers, open at its own page, with three people in it. */
export async function begin({ page }: Tidemark): Promise<string> {
  const made = await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  if (!made.ok) throw new Error(made.error.code);
  for (const [name, role] of [['Sue Brandon', 'friend'], ['Amal Haddad', 'witness'], ['Daniel Price', 'accused']] as const) await mustAsk(page, 'people.add', { name, role });
  await goToVault(page);
  return made.value.recoveryCode;
}

export async function goToVault(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vault', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
}

export async function openWith(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

export const isInside = (page: Page) => expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();

/** Ends a step with the passphrase; what was done is said on the vault's page. */
export async function confirm(page: Page, button: string): Promise<void> {
  await page.getByLabel('Your passphrase now').fill(passphrase);
  await page.getByRole('button', { name: button, exact: true }).click();
}

export const way = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true, level: 3 }) });
export const newestKinds = async (page: Page, limit: number) => (await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit })).entries.map(({ kind }) => kind);

/** Reads the code from the screen, goes on, and types the groups that are asked for. */
export async function writeDownAndCheck(page: Page): Promise<string> {
  const code = (await page.getByRole('group', { name: 'Recovery code' }).innerText()).trim();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  const fields = page.getByLabel(/^Group \d+ of \d+$/);
  await expect(fields.first()).toBeVisible();
  for (const field of await fields.all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(code.split('-')[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  return code;
}

export async function openWithCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Open in another way' }).click();
  await page.getByRole('button', { name: 'With the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
}
