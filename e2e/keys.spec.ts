import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';

const passphrase = 'velvet harbour oxide nineteen lantern';
const nextPassphrase = 'kettle orbit misty fern walnut';

/** A vault of hers, open at its own page, with three people in it. */
async function begin({ page }: Tidemark): Promise<string> {
  const made = await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  if (!made.ok) throw new Error(made.error.code);
  for (const [name, role] of [['Sue Brandon', 'friend'], ['Amal Haddad', 'witness'], ['Daniel Price', 'accused']] as const) await mustAsk(page, 'people.add', { name, role });
  await goToVault(page);
  return made.value.recoveryCode;
}

async function goToVault(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vault', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Ways in' })).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
}

async function openWith(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

const isInside = (page: Page) => expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();

/** Ends a step with the passphrase; what was done is said on the vault's page. */
async function confirm(page: Page, button: string): Promise<void> {
  await page.getByLabel('Your passphrase now').fill(passphrase);
  await page.getByRole('button', { name: button, exact: true }).click();
}

const way = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true, level: 3 }) });
const newestKinds = async (page: Page, limit: number) => (await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit })).entries.map(({ kind }) => kind);

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
  await expect(page.getByText(/^Daniel Price is in your record as “The person who did this”/)).toBeVisible();
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
  await expect(page.getByText('2 of 2 so far. That is enough. Unlock the vault now.')).toBeVisible();
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

/** The saved pages, read by programs that are not ours: whole, one to a share, saying what they must and nothing they must not. */
function expectPages(pdf: string, shares: readonly string[][]): void {
  execFileSync('qpdf', ['--check', pdf], { stdio: 'ignore' });
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const pages = text.split('\f').filter((page) => page.trim() !== '');
  expect(pages).toHaveLength(shares.length);
  pages.forEach((page, index) => {
    for (const group of shares[index]!) expect(page).toMatch(new RegExp(`(^|\\s)${group}(\\s|$)`));
    expect(page).toMatch(new RegExp(`Part ${index + 1}\\s+Belongs with parts that begin ${shares[0]![0]}`));
    expect(page).toMatch(/By itself it opens nothing\. Two such pages/);
    expect(page).toMatch(/Never photograph it, never e-mail it/);
    expect(page).not.toMatch(/tidemark|vault|Sue|Amal|Okafor|Brandon|abuse|police|\bshe\b|\bher\b|evidence/i);
  });
  const told = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  expect(told).toContain('A page to keep');
  expect(told).not.toMatch(/Creator|Producer|Date|Tidemark|Chrom|Electron/i);
  expect(readFileSync(pdf).toString('latin1')).not.toMatch(/Tidemark|Mozilla|Electron|Skia/i);
}

test('a key file is saved where she says and opens the vault; ended, it opens nothing', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  await begin(tidemark);
  await way(page, 'Key file').getByRole('button', { name: 'Make a key file' }).click();
  await expectAxeClean(page, 'making a key file');
  await confirm(page, 'Choose where to save it');
  await expect(page.getByText('No key file was made. Nothing has changed.')).toBeVisible();
  const file = join(folder, 'recipes.bin');
  tidemark.answerDialogs({ save: file });
  await page.getByRole('button', { name: 'Choose where to save it' }).click();
  await expect(page.getByText('The key file is made. It opens the vault by itself.')).toBeVisible();
  expect(existsSync(file)).toBe(true);
  expect(await newestKinds(page, 1)).toEqual(['key-file-made']);

  const openByFile = async (): Promise<void> => {
    await lock(page);
    await page.getByRole('button', { name: 'Open in another way' }).click();
    await page.getByRole('button', { name: 'With a key file' }).click();
    await page.getByRole('button', { name: 'Choose the file' }).click();
    await expect(page.getByText('The file “recipes.bin”')).toBeVisible();
    await page.getByRole('button', { name: 'Unlock' }).click();
  };
  tidemark.answerDialogs({ open: [file] });
  await openByFile();
  await isInside(page);
  await goToVault(page);
  await page.getByRole('button', { name: 'End the key file' }).click();
  await confirm(page, 'End the key file');
  await expect(page.getByText('The key file no longer opens this vault.')).toBeVisible();
  await expect(way(page, 'Key file')).toContainText('None');
  await openByFile();
  await expect(page.getByText(/^That file did not open the vault\./)).toBeVisible();
  await expectAxeClean(page, 'a key file refused');
});

test('a changed passphrase: the old one is refused, the new one opens; forgotten, the code stands for it', async ({ tidemark }) => {
  const { page } = tidemark;
  const code = await begin(tidemark);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await expectAxeClean(page, 'changing the passphrase');
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The new passphrase once more').fill(passphrase);
  await confirm(page, 'Change it');
  await expect(page.getByText('That opens this vault already. Choose another.')).toBeVisible();
  await page.getByLabel('New passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The new passphrase once more').fill(nextPassphrase);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Your passphrase is changed. The old one no longer opens this vault.')).toBeVisible();
  expect(await newestKinds(page, 1)).toEqual(['passphrase-changed']);
  await lock(page);
  await openWith(page, passphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWith(page, nextPassphrase);
  await isInside(page);

  await goToVault(page);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
  await page.getByRole('button', { name: 'I have forgotten it' }).click();
  await expectAxeClean(page, 'a forgotten passphrase');
  await page.getByLabel('Recovery code').fill(code);
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The new passphrase once more').fill(passphrase);
  await page.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Your passphrase is changed.', { exact: false })).toBeVisible();
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
});

/** Reads the code from the screen, goes on, and types the groups that are asked for. */
async function writeDownAndCheck(page: Page): Promise<string> {
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

async function openWithCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Open in another way' }).click();
  await page.getByRole('button', { name: 'With the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

test('a new recovery code takes the place of the old one', async ({ tidemark }) => {
  const { page } = tidemark;
  const old = await begin(tidemark);
  await way(page, 'Recovery code').getByRole('button', { name: 'New code' }).click();
  await confirm(page, 'Make a new code');
  const code = await writeDownAndCheck(page);
  await expect(page.getByText('Your new recovery code is made and checked.', { exact: false })).toBeVisible();
  await expect(way(page, 'Recovery code')).toContainText('checked against your paper');
  expect(await newestKinds(page, 2)).toEqual(['recovery-code-confirmed', 'recovery-code-made']);
  await lock(page);
  await openWithCode(page, old);
  await expect(page.getByText('That recovery code did not open the vault. Nothing has changed.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await isInside(page);
});

test('renewing everything: a wrong passphrase changes nothing; done, only the new passphrase and the new code open the vault', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const old = await begin(tidemark);
  await page.getByRole('button', { name: 'Renew everything' }).click();
  await expectAxeClean(page, 'renewing everything');
  await page.getByLabel('New passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The new passphrase once more').fill(nextPassphrase);
  await page.getByLabel('Your passphrase now').fill('not this one at all');
  await page.getByRole('button', { name: 'Renew everything' }).click();
  await expect(page.getByText('That is not the passphrase of this vault. Nothing has changed.')).toBeVisible();
  await confirm(page, 'Renew everything');
  const code = await writeDownAndCheck(page);
  await expect(page.getByText('Everything is renewed.', { exact: false })).toBeVisible();
  expect(await newestKinds(page, 2)).toEqual(['recovery-code-confirmed', 'keys-renewed']);
  expect((await mustAsk(page, 'people.list', {})).people.map(({ name }) => name).sort()).toEqual(['Amal Haddad', 'Daniel Price', 'Sue Brandon']);
  await lock(page);
  await openWith(page, passphrase);
  await expect(page.getByText('That passphrase did not open the vault. Nothing has changed.')).toBeVisible();
  await openWithCode(page, old);
  await expect(page.getByText('That recovery code did not open the vault. Nothing has changed.')).toBeVisible();
  await page.getByLabel('Recovery code').fill(code);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await isInside(page);
  await lock(page);
  await openWith(page, nextPassphrase);
  await isInside(page);
});

test('a vault with a second compartment: both open, neither shows the other', async ({ tidemark }) => {
  const { page } = tidemark;
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('button', { name: 'Make a new vault' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same passphrase once more').fill(passphrase);
  const folded = page.getByRole('button', { name: /^A second compartment/ });
  await folded.click();
  await expect(page.getByRole('heading', { name: 'What it cannot hide' })).toBeVisible();
  await page.getByLabel('Second passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The second passphrase once more').fill(passphrase);
  await expectAxeClean(page, 'making a second compartment');
  // Folded away, what is typed there still counts, and what is amiss with it is shown.
  await folded.click();
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await expect(page.getByText('The two passphrases must not be the same. Choose another for the second.')).toBeVisible();
  await page.getByLabel('Second passphrase', { exact: true }).fill(nextPassphrase);
  await page.getByLabel('The second passphrase once more').fill(nextPassphrase);
  await page.getByRole('button', { name: 'Make the vault' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Do this later' }).click();
  await isInside(page);
  await mustAsk(page, 'people.add', { name: 'Only in the first', role: 'friend' });
  const first = await vaultPage(page);
  await lock(page);
  await openWith(page, nextPassphrase);
  await isInside(page);
  expect((await mustAsk(page, 'people.list', {})).people).toEqual([]);
  await mustAsk(page, 'people.add', { name: 'Only in the second', role: 'friend' });
  const second = await vaultPage(page);
  expect(second).toEqual(first);
  expect(second.headings).toContain('A second compartment');
  await lock(page);
  await openWith(page, passphrase);
  await isInside(page);
  expect((await mustAsk(page, 'people.list', {})).people.map(({ name }) => name)).toEqual(['Only in the first']);
});

/** What the vault's page is made of, and the story so far, without what differs between any two vaults. */
async function vaultPage(page: Page): Promise<{ headings: string[]; kinds: string[]; ways: string[] }> {
  await goToVault(page);
  const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
  const { ways } = await mustAsk(page, 'keys.list', {});
  return { headings, kinds: (await newestKinds(page, 20)).filter((kind) => kind !== 'vault-opened').reverse(), ways: ways.map(({ kind }) => kind) };
}
