import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BagIndex } from '../shared/bag/bag-index';
import { emptyIncidentContent } from '../shared/model/incident';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';

const photograph = join(import.meta.dirname, '../assets/sample-case/files/IMG_20210913_074112.jpg');
const letter = join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf');
const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

test('makes an evidence bag, by keyboard: copies unless she says otherwise, originals once she has read what they tell', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The door', account: 'It was broken.' } });
  await mustAsk(page, 'incidents.record', { id });
  for (const file of [photograph, letter]) {
    tidemark.answerDialogs({ open: [file] });
    const { grants } = await mustAsk(page, 'documents.choose', {});
    const { result } = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    if (result?.kind !== 'document') throw new Error('not added');
    await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: result.value.document.id } });
  }
  await tidemark.focusWindow();
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByRole('radio', { name: /^Chronology\b/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Evidence bag' })).toBeChecked();
  await page.getByLabel('Short name of the case').fill('Ellis');
  await page.getByRole('button', { name: 'Make the pages' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'The evidence bag' });
  await expect(panel.getByRole('button', { name: 'Save the evidence bag' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
  await expect(panel.getByRole('radio', { name: 'Copies, without what the files say of themselves' })).toBeChecked();
  await expectAxeClean(page, 'the evidence bag');

  const places = ['copies', 'originals'].map((name) => join(folder, name));
  for (const place of places) mkdirSync(place);
  const [copies, originals] = places as [string, string];
  const bagIn = (place: string) => join(place, 'Ellis-evidence');
  const fileOf = (place: string, mark: string) => BagIndex.parse(JSON.parse(readFileSync(join(bagIn(place), 'data/index.json'), 'utf8'))).exhibits.find((exhibit) => exhibit.mark === mark)?.files[0];

  await test.step('copies: the picture drawn afresh, the letter by its SHA-256', async () => {
    tidemark.answerDialogs({ folder: copies });
    await panel.getByRole('button', { name: 'Save the evidence bag' }).focus();
    await page.keyboard.press('Enter');
    await expect(panel.getByText('Saved as Ellis-evidence.')).toBeVisible({ timeout: 60_000 });
    await expect(panel.getByText(sumOf(join(bagIn(copies), 'tagmanifest-sha256.txt')))).toBeVisible();
    execFileSync('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: bagIn(copies) });
    expect(fileOf(copies, 'TM1')).toMatchObject({ original: { sha256: sumOf(photograph) }, inBag: { as: 'copy' }, claims: [] });
    expect(fileOf(copies, 'TM2')).toMatchObject({ original: { sha256: sumOf(letter) }, inBag: { as: 'not', why: 'not-chosen' } });
    await expectAxeClean(page, 'the evidence bag, saved');
  });

  await test.step('originals: only once she has read what they say of themselves', async () => {
    await panel.getByRole('button', { name: 'Save another' }).click();
    await panel.getByRole('radio', { name: 'The originals, byte for byte' }).check({ force: true });
    tidemark.answerDialogs({ folder: originals });
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('Tick this first, or choose copies.')).toBeVisible();
    await expect(panel.getByRole('checkbox', { name: 'I have read this. Send the originals with all they say.' })).toBeFocused();
    expect(readdirSync(originals)).toEqual([]);
    await expectAxeClean(page, 'the evidence bag, originals');
    await page.keyboard.press('Space');
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('Saved as Ellis-evidence.')).toBeVisible({ timeout: 60_000 });
    const file = fileOf(originals, 'TM1');
    expect(file).toMatchObject({ inBag: { as: 'original' } });
    expect(file?.claims.length).toBeGreaterThan(0);
    expect(sumOf(join(bagIn(originals), file?.inBag.as === 'original' ? file.inBag.path : ''))).toBe(sumOf(photograph));
  });

  await test.step('the record has both, with the bag’s own SHA-256', async () => {
    const { exports: made } = await mustAsk(page, 'exports.list', {});
    expect(new Map(made.map(({ bag, sha256 }) => [bag?.originals, bag?.bagSha256 === sha256]))).toEqual(new Map([[false, true], [true, true]]));
    const { entries } = await mustAsk(page, 'history.list', { subjectId: null, offset: 0, limit: 500 });
    const noted = entries.filter(({ kind }) => kind === 'exported').map(({ payload }) => (JSON.parse(payload ?? '{}') as { bag?: { bagSha256: string } }).bag?.bagSha256);
    expect(new Set(noted)).toEqual(new Set(made.map(({ sha256 }) => sha256)));
  });

  await test.step('one that is closed or stopped leaves nothing', async () => {
    await panel.getByRole('button', { name: 'Save another' }).click();
    tidemark.answerDialogs({});
    await panel.getByRole('button', { name: 'Save the evidence bag' }).click();
    await expect(panel.getByText('It was not saved. The pages are still here.')).toBeVisible();
    expect(existsSync(join(folder, 'Ellis-evidence'))).toBe(false);
  });
});
