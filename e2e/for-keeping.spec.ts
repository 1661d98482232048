import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { openExample } from './support/example';
import { expect, test } from './support/journey';
import { pictureTaker } from './support/pictures';
import { place } from './support/places';

const tool = (program: string, ...rest: string[]): string => execFileSync(program, rest, { encoding: 'utf8', maxBuffer: 1 << 28 });

test('she chooses “For keeping”; the file that is saved says that it is PDF/A-2b, holds its colours and every face, and cannot be locked itself', async ({ tidemark, folder }) => {
  test.setTimeout(600_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'for-keeping-');
  await openExample(page);
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 120_000 });
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Ellis');
  const option = page.getByRole('checkbox', { name: /^For keeping: PDF\/A-2b/ });
  await expect(option).not.toBeChecked();
  await option.focus();
  await page.keyboard.press('Space');
  await expect(option).toBeChecked();
  await picture('option');
  await page.getByRole('button', { name: 'Make the pages', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 240_000 });
  const told = page.getByText('The file says that it is PDF/A-2b.', { exact: false });
  await expect(told).toBeVisible();
  await expectAxeClean(page, 'Hand over, pages made for keeping');
  await picture('pages');
  const letAll = page.getByRole('button', { name: /^Let (it|all)/ });
  const save = page.getByRole('button', { name: 'Save the PDF', exact: true });
  while (await save.count() === 0 && await letAll.count() > 0) {
    await letAll.first().click();
    await page.getByLabel('Why may it stand?').fill('Invented.');
    await page.getByRole('dialog').getByRole('button', { name: /^Let/ }).press('Enter');
  }
  const file = join(folder, 'kept.pdf');
  tidemark.answerDialogs({ save: file });
  await save.click();
  await expect(page.getByText(/^Saved as kept\.pdf/)).toBeVisible({ timeout: 30_000 });
  expect((await mustAsk(page, 'exports.list', {})).exports[0]?.made).toMatchObject({ output: 'chronology', format: 'pdf', isKept: true });

  const plain = tool('qpdf', '--qdf', '--object-streams=disable', file, '-');
  expect(tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  expect(plain).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
  expect(plain).toMatch(/\/OutputConditionIdentifier \(sRGB IEC61966-2\.1\)/);
  expect(plain).not.toContain('/Encrypt');
  expect(tool('pdfinfo', file)).toMatch(/PDF subtype:\s+PDF\/A-2b|PDF version/);
  // Name, kind, encoding, then three words of yes or no, and the object.
  const faces = tool('pdffonts', file).split('\n').slice(2).filter((line) => line.trim() !== '');
  expect(faces.length).toBeGreaterThan(1);
  for (const line of faces) expect(line).toMatch(/\byes +(?:yes|no) +(?:yes|no) +\d+ +\d+\s*$/);
});
