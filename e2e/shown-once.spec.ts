import { join } from 'node:path';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { leavesAndComesBackWith } from './support/leaving';
import { markPage, untilReplaced } from './support/locked';
import { ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';

const vaultWords = 'four plain words together';

test('a passphrase that is shown once does not go before she has it, wherever she goes and whatever she changes', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'shown once ');
  await ordinaryWindow(tidemark);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, vaultWords)).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The gate', account: 'He waited at the gate.' } });
  await mustAsk(page, 'incidents.record', { id });
  await mustAsk(page, 'recipients.add', { name: 'Harriet Lowe', role: 'solicitor', organisation: '', reference: '' });
  await tidemark.focusWindow();
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Ellis');
  await page.getByRole('button', { name: 'Make the pages' }).click();
  const who = page.getByRole('region', { name: 'Who is it for?' });
  await expect(who).toBeVisible({ timeout: 90_000 });
  await who.getByRole('button', { name: /Who is it for\?/ }).click();
  await page.getByRole('option', { name: /^Harriet Lowe/ }).click();
  await expect(who.getByRole('radio', { name: 'Locked with a passphrase' })).toBeChecked();
  tidemark.answerDialogs({ save: join(folder, 'locked.pdf') });
  await page.getByRole('button', { name: 'Save this copy' }).click();
  const shown = page.getByRole('region', { name: 'The passphrase' });
  await expect(shown).toBeVisible({ timeout: 60_000 });
  const words = (await shown.locator('.passphrase-words').innerText()).trim();
  const question = page.getByRole('dialog', { name: 'Have you written the passphrase down?' });

  await test.step('asked before another place, and she stays', async () => {
    await place(page, 'People').click();
    await expect(question).toBeVisible();
    await picture('question');
    await expectAxeClean(page, 'asked before she goes');
    await question.getByRole('button', { name: 'Stay here' }).click();
    await expect(shown.getByText(words)).toBeVisible();
  });

  await test.step('it stays though what goes in is another now, and is asked about before pages are made again', async () => {
    await page.getByText('Include my notes to my solicitor').first().click();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await expect(shown.getByText(words)).toBeVisible();
    await page.getByRole('button', { name: 'Make the pages again' }).first().click();
    await expect(question).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(shown.getByText(words)).toBeVisible();
  });

  await test.step('once she has it nothing is asked', async () => {
    await shown.getByRole('button', { name: 'I have it: hide the words' }).click();
    await place(page, 'People').click();
    await expect(page.getByRole('heading', { name: 'Nobody here yet' })).toBeVisible();
    await expect(question).toHaveCount(0);
    expect(await page.content()).not.toContain(words);
    await place(page, 'Hand over').click();
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible();
    expect(await page.content()).not.toContain(words);
  });

  await test.step('a lock never waits for it', async () => {
    await expect(who).toBeVisible();
    tidemark.answerDialogs({ save: join(folder, 'again.pdf') });
    await page.getByRole('button', { name: 'Save this copy' }).click();
    await expect(shown).toBeVisible({ timeout: 60_000 });
    await markPage(page);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await untilReplaced(page);
    await expect(shown).toHaveCount(0);
    await expect(question).toHaveCount(0);
  });

  await test.step('nor does the quick exit, not even while she is being asked', async () => {
    await expect.poll(async () => (await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, vaultWords)).ok).toBe(true);
    await tidemark.focusWindow();
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Ellis');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(who).toBeVisible({ timeout: 90_000 });
    await who.getByRole('button', { name: /Who is it for\?/ }).click();
    await page.getByRole('option', { name: /^Harriet Lowe/ }).click();
    tidemark.answerDialogs({ save: join(folder, 'third.pdf') });
    await page.getByRole('button', { name: 'Save this copy' }).click();
    await expect(shown).toBeVisible({ timeout: 60_000 });
    const last = (await shown.locator('.passphrase-words').innerText()).trim();
    await place(page, 'People').click();
    await expect(question).toBeVisible();
    await leavesAndComesBackWith(tidemark, vaultWords, 'a question');
    await expect(question).toHaveCount(0);
    expect(await page.content()).not.toContain(last);
  });
});
