import { expect, type Page } from '@playwright/test';
import { askForTask } from './ask';

/** The invented case, opened; `passphrase`: what it is locked with, where the journey opens it again. */
export async function openExample(page: Page, passphrase = 'velvet harbour oxide nineteen lantern'): Promise<void> {
  expect(await askForTask(page, 'vault.createExample', { passphrase: new TextEncoder().encode(passphrase) })).toMatchObject({ state: 'finished' });
}
