import { emptyContact } from '../shared/model/case/contact';
import { emptyTie } from '../shared/model/case/tie';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';

test('people by keyboard: an officer, two entries of one person put together and taken apart, the map of who knew whom, erasing', async ({ tidemark }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const add = async (name: string, role: 'accused' | 'police' | 'friend', more: object = {}): Promise<string> => {
    const { id } = await mustAsk(page, 'people.add', { name, role });
    await mustAsk(page, 'people.amend', { id, ...more });
    return id;
  };
  const craig = await add('Craig Dunmore', 'accused', { officer: { force: 'Eastshire Police', rank: 'PS', collarNumber: '12', unit: '' } });
  const sarah = await add('Sarah from the gym', 'friend', { handles: ['+44 (0)7700 900001'], note: 'Knows him from training.' });
  const vane = await add('Inspector Vane', 'police');
  for (let number = 1; number <= 9; number++) await add(`Witness ${number}`, 'friend');
  await tidemark.focusWindow();
  const people = page.getByRole('listbox', { name: 'People' });

  await test.step('adds an officer', async () => {
    await place(page, 'People').press('Enter');
    await page.getByRole('button', { name: 'Add a person' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).pressSequentially('PC Holt');
    await page.getByRole('button', { name: /Who they are to you/ }).press('Enter');
    await page.getByRole('option', { name: /^Police/ }).press('Enter');
    for (const [label, text] of [['Force', 'Eastshire Police'], ['Rank or job', 'PC'], ['Collar number', '4471'], ['Names and numbers they use', '07700 900001']] as const) await page.getByLabel(label, { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: 'PC Holt', level: 1 })).toBeVisible();
    await expect(page.getByText('Sarah from the gym may be the same person: both have “07700 900001”.').or(page.getByText('Sarah from the gym may be the same person: both have “+44 (0)7700 900001”.'))).toBeVisible();
    await expectAxeClean(page, 'an officer who may be entered twice');
  });
  await test.step('keeps somebody half written through a lock', async () => {
    await page.getByRole('button', { name: 'Add a person' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).pressSequentially('The man at number 4');
    await page.getByLabel('Note', { exact: true }).fill('He saw the car.');
    await page.getByRole('button', { name: 'Lock', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'four plain words together')).toMatchObject({ ok: true });
    await place(page, 'People').press('Enter');
    await page.getByRole('button', { name: 'Go on with The man at number 4, half written' }).press('Enter');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('The man at number 4');
    await expect(page.getByLabel('Note', { exact: true })).toHaveValue('He saw the car.');
    await expectAxeClean(page, 'somebody half written');
    await page.getByRole('button', { name: 'Let this draft go' }).press('Enter');
    await expect(page.getByRole('button', { name: /half written/ })).toHaveCount(0);
    expect((await mustAsk(page, 'people.halfWritten', {})).words).toBeNull();
    await people.getByRole('option', { name: /PC Holt/ }).click();
  });
  const holt = (await mustAsk(page, 'people.list', {})).people.find(({ name }) => name === 'PC Holt')!.id;

  await test.step('puts two entries together, takes them apart, and puts them together again', async () => {
    await page.getByRole('button', { name: 'Put together' }).press('Enter');
    const apart = page.getByRole('button', { name: 'Take apart: Sarah from the gym' });
    await expect(apart).toBeVisible();
    await expect(people.getByRole('option', { name: /Sarah/ })).toHaveCount(0);
    await expectAxeClean(page, 'two entries put together');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(apart).toHaveCount(0);
    expect((await mustAsk(page, 'people.list', {})).people.find(({ id }) => id === sarah)).toMatchObject({ note: 'Knows him from training.', merged: [] });
    await page.getByRole('button', { name: 'Put together' }).press('Enter');
    await expect(apart).toBeVisible();
  });

  await test.step('finds somebody by collar number', async () => {
    await page.getByLabel('Find by name, number or force').fill('4471');
    await expect(people.getByRole('option')).toHaveText([/PC Holt.*Police · PC 4471, Eastshire Police/]);
    await page.getByLabel('Find by name, number or force').fill('');
  });

  const keep = async (content: Parameters<typeof mustAsk<'case.begin'>>[2]['content']): Promise<void> => { const { id } = await mustAsk(page, 'case.begin', { content }); await mustAsk(page, 'case.record', { id }); };
  await keep({ ...emptyTie, fromId: craig, toId: sarah, tie: 'friend', words: 'Seen at the gym together.' });
  await keep({ ...emptyContact, title: 'First report', people: [{ personId: holt, part: 'in-charge' }, { personId: vane, part: 'supervisor' }] });

  await test.step('draws who knew whom, and opens a person from there', async () => {
    await page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Map' }).press('Enter');
    const map = page.getByRole('listbox', { name: 'People on the map' });
    await expect(map.getByRole('option')).toHaveCount(3);
    await expect(map.getByRole('option', { name: 'PC Holt, In charge · PC 4471, Eastshire Police, 2 ties' })).toBeVisible();
    await expect(page.getByRole('row', { name: /Craig Dunmore and PC Holt are friends/ })).toContainText('Seen at the gym together.');
    await expectAxeClean(page, 'the conflict map');
    await map.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(map.getByRole('option', { name: /^PC Holt/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'PC Holt', level: 1 })).toBeVisible();
  });

  await test.step('erases somebody for a reason; what names them says so', async () => {
    await page.getByRole('button', { name: 'Erase this person' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Why').fill('A mistake.');
    await expectAxeClean(page, 'erasing a person');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).press('Enter');
    await expect(people.getByRole('option', { name: /Holt|Sarah/ })).toHaveCount(0);
    await page.getByRole('navigation', { name: 'People' }).getByRole('button', { name: 'Map' }).press('Enter');
    await expect(page.getByRole('row', { name: /Craig Dunmore and An erased person are friends/ })).toBeVisible();
  });
});
