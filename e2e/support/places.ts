import { expect, type Locator, type Page } from '@playwright/test';

/** A place of the rail, by its name. */
export const place = (page: Page, name: string): Locator => page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name, exact: true });

/** From the first page of an open vault, which shows nothing of the record, to the chronology. */
export async function goToChronology(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read the chronology' }).click();
  await expect(page.getByRole('heading', { name: 'Chronology', level: 1 })).toBeVisible();
}
