import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { mustAsk } from './support/ask';
import { place } from './support/places';
import { begin, confirm, goToVault, isInside, lock, newestKinds, openWith, passphrase, way } from './support/ways-in';

/** The groups on the screen, as they are read from it. */
async function groupsShown(page: Page): Promise<string[]> {
  return (await page.locator('.share-group').allInnerTexts()).map((group) => group.trim());
}

test('recovery shares: made for people she chose, printed, and two of three open the vault, one typed with a slip first', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  await begin(tidemark);
  await way(page, 'Recovery shares').getByRole('button', { name: 'Make shares' }).click();
  const who = page.getByRole('combobox', { name: 'Who gets a share?' });
  await who.fill('dan');
  await expect(page.getByRole('option', { name: 'Daniel Price' })).toHaveCount(0);
  await who.fill('su');
  await page.getByRole('option', { name: 'Sue Brandon' }).click();
  await page.getByLabel('Your passphrase now').fill('not this one at all');
  await page.getByRole('button', { name: 'Make the shares' }).click();
  await expect(page.getByText('Choose at least two people.')).toBeVisible();
  for (const name of ['amal haddad', 'Daniel Price']) { await who.fill(name); await page.keyboard.press('Enter'); }
  await expect(page.getByText(/^Daniel Price is in your record as “The accused”/)).toBeVisible();
  await page.getByRole('button', { name: 'Take out Daniel Price' }).click();
  await who.fill('Ms Okafor');
  await page.keyboard.press('Enter');
  await expect(page.getByText('For example Sue Brandon and Amal Haddad can open it together; one of them alone cannot. If one page is lost, the others still open it.')).toBeVisible();
  await expectAxeClean(page, 'choosing people');
  await page.getByRole('button', { name: 'Make the shares' }).click();
  await expect(page.getByText('That is not the passphrase of this vault. Nothing has changed.')).toBeVisible();
  await confirm(page, 'Make the shares');

  const shares: string[][] = [];
  for (const [index, person] of ['Sue Brandon', 'Amal Haddad', 'Ms Okafor'].entries()) {
    await expect(page.getByRole('heading', { name: `Share ${index + 1} of 3: ${person}` })).toBeVisible();
    shares.push(await groupsShown(page));
    if (index === 0) await expectAxeClean(page, 'a share');
    await page.getByRole('button', { name: index < 2 ? 'Next share' : 'That was the last' }).click();
  }
  expect(shares.map((groups) => groups.map((group) => group.length))).toEqual(Array.from({ length: 3 }, () => Array.from({ length: 8 }, () => 5)));

  const pdf = join(folder, 'pages.pdf');
  tidemark.answerDialogs({ save: pdf });
  await page.getByRole('button', { name: 'Save all the pages' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expectPages(pdf, shares);
  await expectAxeClean(page, 'giving the pages out');
  await page.getByRole('button', { name: 'I have all of them' }).click();
  await expect(page.getByText('3 shares are made. Give each person their page.')).toBeVisible();
  await expect(way(page, 'Recovery shares')).toContainText('2 of these 3 must come together: Sue Brandon, Amal Haddad, Ms Okafor');
  expect(await newestKinds(page, 1)).toEqual(['shares-made']);
  await lock(page);

  await page.getByRole('button', { name: 'Open in another way' }).click();
  await page.getByRole('button', { name: 'With recovery shares' }).click();
  const [first, second] = [shares[2]!, shares[0]!];
  await page.getByLabel('Share 1').fill(first.join(' ').toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2 so far')).toBeVisible();
  await page.getByLabel('Share 2').fill(first.join(''));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Share number 3 is already here\./)).toBeVisible();
  const slipped = second.map((group, index) => (index === 4 ? group.replace(/.$/, (last) => (last === '7' ? '8' : '7')) : group));
  await page.getByLabel('Share 2').fill(slipped.join('-'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a slip in group 5. Look at it on the page again.')).toBeVisible();
  await expectAxeClean(page, 'shares at the door');
  await page.getByLabel('Share 2').fill(second.join('-'));
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 2 so far. That is enough.')).toBeVisible();
  await tidemark.focusWindow();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeFocused();
  await page.keyboard.press('Enter');
  await isInside(page);

  // New ones end the old; old and new do not mix, and the old alone fit together in vain.
  await goToVault(page);
  await way(page, 'Recovery shares').getByRole('button', { name: 'New shares' }).click();
  for (const name of ['Sue', 'Amal']) { await who.fill(name); await page.keyboard.press('Enter'); }
  await confirm(page, 'Make the shares');
  await expect(page.getByRole('heading', { name: 'Share 1 of 2: Sue' })).toBeVisible();
  const newer = await groupsShown(page);
  for (const button of ['Next share', 'That was the last', 'I have all of them']) await page.getByRole('button', { name: button }).click();
  await lock(page);
  await page.getByRole('button', { name: 'Open in another way' }).click();
  await page.getByRole('button', { name: 'With recovery shares' }).click();
  await page.getByLabel('Share 1').fill(first.join('-'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Share 2').fill(newer.join('-'));
  await page.keyboard.press('Enter');
  await expect(page.getByText(`This share belongs to another set: it begins ${newer[0]}, and what is here begins ${first[0]}.`, { exact: false })).toBeVisible();
  await page.getByLabel('Share 2').fill(second.join('-'));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText(/^These shares fit together, but they do not open this vault\./)).toBeVisible();
  await expectAxeClean(page, 'shares that do not open it');
});

test('shares whose pages were not all shown: each step begins at its heading, leaving asks, and the vault says so until they are made again', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  await begin(tidemark);
  const enlarge = async (textZoomPercent: 100 | 200): Promise<void> => {
    const { settings } = await mustAsk(page, 'program.state', {});
    await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent });
  };
  await enlarge(200);
  const makeShares = async (button: string): Promise<void> => {
    await way(page, 'Recovery shares').getByRole('button', { name: button }).click();
    for (const name of ['Ann', 'Bea', 'Cat']) { await page.getByRole('combobox', { name: 'Who gets a share?' }).fill(name); await page.keyboard.press('Enter'); }
    await confirm(page, 'Make the shares');
  };
  const isAtTheTop = async (name: string): Promise<void> => {
    const heading = page.getByRole('heading', { name, level: 1 });
    await expect(heading).toBeInViewport({ ratio: 1 });
    await tidemark.focusWindow();
    await expect(heading).toBeFocused();
  };
  await way(page, 'Passphrase').getByRole('button', { name: 'Change passphrase' }).click();
  await page.getByRole('button', { name: 'I have forgotten it' }).click();
  await expect(page.getByText('Use another way in to show that the vault is yours.', { exact: false })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Change the passphrase', level: 1 })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await makeShares('Make shares');
  await isAtTheTop('Share 1 of 3: Ann');
  await page.getByRole('button', { name: 'Next share' }).click();
  await isAtTheTop('Share 2 of 3: Bea');

  await enlarge(100);
  // Where she is already is no leaving.
  await place(page, 'Vault').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await place(page, 'People').click();
  await expect(page.getByRole('dialog', { name: 'Leave before you have all the pages?' })).toBeVisible();
  await expectAxeClean(page, 'leaving the shares');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('heading', { name: 'Share 2 of 3: Bea' })).toBeVisible();
  await place(page, 'People').click();
  await page.getByRole('button', { name: 'Leave the pages' }).click();
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
  await goToVault(page);
  const notShown = 'The pages of these shares were not all shown, and cannot be shown again. Make the shares again.';
  await expect(way(page, 'Recovery shares')).toContainText(notShown);

  // A lock asks nothing; the next opening tells it, the one after does not, and the place itself does.
  const told = page.getByText('The pages of your recovery shares were not all shown. Make the shares again under Vault.');
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  await expect(told).toBeVisible();
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  await expect(page.getByText('You have not yet checked your recovery code.', { exact: false })).toBeVisible();
  await expect(told).toHaveCount(0);
  await goToVault(page);
  await expect(way(page, 'Recovery shares')).toContainText(notShown);

  await enlarge(200);
  await makeShares('New shares');
  for (const button of ['Next share', 'Next share', 'That was the last']) await page.getByRole('button', { name: button }).click();
  await isAtTheTop('Give the pages out');
  await enlarge(100);
  await page.getByRole('button', { name: 'I have all of them' }).click();
  await expect(way(page, 'Recovery shares')).toContainText('2 of these 3 must come together: Ann, Bea, Cat');
  await expect(page.getByText(notShown)).toHaveCount(0);
  await place(page, 'People').click();
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible();
});

/** The saved pages, read by programs that are not ours: whole, one to a share, saying what they must and nothing they must not. */
function expectPages(pdf: string, shares: readonly string[][]): void {
  execFileSync('qpdf', ['--check', pdf], { stdio: 'ignore' });
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const pages = text.split('\f').filter((page) => page.trim() !== '');
  expect(pages).toHaveLength(shares.length);
  pages.forEach((page, index) => {
    for (const group of shares[index]!) expect(page).toMatch(new RegExp(`(^|\\s)${group}(\\s|$)`));
    // The stroke through each nought may part it from its neighbours.
    expect(page).toMatch(new RegExp(`Part ${index + 1}\\s+Belongs with parts that begin ${[...shares[0]![0]!].join(' ?')}\\s`));
    expect(page).toMatch(/By itself it opens nothing\. Two such pages/);
    expect(page).toMatch(/Never photograph it, never e-mail it/);
    expect(page).not.toMatch(/tidemark|vault|Sue|Amal|Okafor|Brandon|abuse|police|\bshe\b|\bher\b|evidence/i);
  });
  const told = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(told).toContain('A page to keep');
  expect(told).not.toMatch(/Creator|Producer|Date|Tidemark|Chrom|Electron/i);
  expect(readFileSync(pdf).toString('latin1')).not.toMatch(/Tidemark|Mozilla|Electron|Skia/i);
}
