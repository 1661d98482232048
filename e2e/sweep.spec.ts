import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

test('what must never be in it is found before it leaves: left out, or let stand with a reason that is recorded', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const write = async (title: string, account: string) => {
    const { id } = await mustAsk(page, 'incidents.begin', {});
    await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account, happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' as const } } });
    await mustAsk(page, 'incidents.record', { id });
  };
  await write('At the gate', 'He waited at the gate.');
  await write('He found us', 'He said he knew about 14 Harbuor Rd. I never told him.');
  await write('The call', 'The school rang about Olly at five.');
  const me = await mustAsk(page, 'people.add', { name: 'Mara', role: 'me' });
  await mustAsk(page, 'people.amend', { id: me.id, handles: ['07700 900123'] });

  await test.step('says what must never be in it', async () => {
    await place(page, 'Hand over').click();
    await page.getByRole('button', { name: 'What must never be in it' }).click();
    await page.getByRole('button', { name: 'Add something' }).click();
    await page.getByRole('button', { name: 'Add to the list', exact: true }).click();
    await expect(page.getByText('Say what it is first.')).toBeVisible();
    await page.getByRole('button', { name: /^What it is|What it is$/ }).click();
    await page.getByRole('option', { name: 'Address', exact: true }).click();
    await page.getByLabel('As you would write it').fill('14 Harbour Road, EM4 7QT');
    // Typed and not added, it would not be looked for: nothing is made before that is said.
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText('something is typed and not on the list')).toBeVisible();
    await page.getByRole('button', { name: 'Add to the list', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Change: 14 Harbour Road, EM4 7QT' })).toBeVisible();
    await expect(page.getByText('something is typed and not on the list')).toHaveCount(0);
    await page.getByRole('button', { name: 'Add to the list: 07700 900123' }).click();
    await expect(page.getByRole('button', { name: 'Change: 07700 900123' })).toBeVisible();
    await mustAsk(page, 'protectedFacts.add', { kind: 'child', text: 'Oliver Quill', alsoWritten: ['Olly'] });
    await expectAxeClean(page, 'what must never be in it');
  });

  const saved = join(folder, 'Re A.pdf');
  await test.step('finds it in the pages, and saves nothing before it is decided', async () => {
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByText(/places to decide before you can save/)).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole('region', { name: 'Address: 14 Harbour Road, EM4 7QT' }).locator('mark').first()).toHaveText('14 Harbuor Rd');
    await expect(page.getByText(/nearly the same/).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save the PDF' })).toHaveCount(0);
    await expectAxeClean(page, 'what was found');
    const built = await mustAsk(page, 'exports.list', {});
    expect(built.exports).toEqual([]);
  });

  await test.step('leaves one out, lets one stand', async () => {
    await page.getByRole('button', { name: 'Leave out “He found us”' }).first().click();
    await expect(page.getByText('You changed what goes in. These pages are still as they were before.')).toBeVisible();
    await page.getByRole('button', { name: 'Make the pages again' }).last().click();
    await expect(page.getByRole('region', { name: 'A child’s name: Oliver Quill' })).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole('region', { name: 'Address: 14 Harbour Road, EM4 7QT' })).toHaveCount(0);
    await page.getByRole('button', { name: /^Let it stand|^Let all/ }).first().click();
    await page.getByLabel('Why may it stand?').fill('The court knows his name.');
    await page.getByRole('dialog').getByRole('button', { name: 'Let it stand' }).click();
    await expect(page.getByText('Everything that was found is decided')).toBeVisible();
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as Re A\.pdf/)).toBeVisible();
    expect(existsSync(saved)).toBe(true);
    expect(readFileSync(saved).length).toBeGreaterThan(1000);
  });

  await test.step('records the reason, never the words', async () => {
    const { exports } = await mustAsk(page, 'exports.list', {});
    expect(exports[0]?.released).toMatchObject([{ what: 'fact', where: 'page', reason: 'The court knows his name.' }]);
    const { entries } = await mustAsk(page, 'history.list', { subjectId: exports[0]!.id, offset: 0, limit: 9 });
    const told = entries.map(({ payload }) => payload).join('');
    expect(told).toContain('The court knows his name.');
    expect(told).not.toMatch(/Oliver|Olly|Harbour/);
  });
});
