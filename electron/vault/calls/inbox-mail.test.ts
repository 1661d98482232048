import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InboxItem, InboxState } from '../../../shared/model/inbox';
import { bringIn, everything } from './testing/bring-in';
import { beside, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const mail = (id: string, day: number, from: string, subject: string, text: string, more = ''): string =>
  `From someone@example.org Tue Mar 12 09:00:00 2019\nMessage-ID: <${id}@x>\n${more}From: ${from} <${from.toLowerCase()}@example.org>\nTo: mara@example.org\nSubject: ${subject}\nDate: ${day} Mar 2019 09:00:00 +0000\n\n${text}\n\n`;
const answers = (...ids: string[]): string => `In-Reply-To: <${ids.at(-1)}@x>\nReferences: ${ids.map((id) => `<${id}@x>`).join(' ')}\n`;
const one = mail('one', 12, 'Dan', 'The flat', 'I know where you live now.');
const two = mail('two', 13, 'Mara', 'Re: The flat', 'Leave me alone.', answers('one'));
const three = mail('three', 20, 'Dan', 'Re: The flat', 'I am outside, Priya saw me.', answers('one', 'two'));
const shop = mail('shop', 15, 'Shop', 'Offers', 'Buy');

const bring = async (name: string, ...mails: string[]) => bringIn(vault, await beside(vault, name, mails.join('')), name);
const items = async (state: InboxState = 'waiting'): Promise<InboxItem[]> => (await vault.ask('inbox.list', { state, offset: 0, limit: 50 })).items;
const counted = async (state: InboxState = 'waiting') => (await items(state)).map(({ title, about }) => [title, about.kind === 'mail-thread' ? about.mailCount : about.kind]);
const exchange = async (title: string): Promise<InboxItem> => {
  const all = [...await items(), ...await items('aside'), ...await items('placed'), ...await items('not-relevant')].filter((item) => item.title === title);
  expect(all).toHaveLength(1);
  return all[0]!;
};
const linkOne = async (id: string): Promise<string> => {
  const { mails } = await vault.ask('mail.thread', { id });
  const incident = await recorded(vault, { title: 'He found the flat', happened: on('2019-03-12') });
  await vault.ask('incidents.link', { id: incident, target: { kind: 'mail', mailId: mails[0]!.id } });
  return incident;
};

it('has an exchange once, the newest first, and nothing of an import that is cut short', async () => {
  await bringIn(vault, await beside(vault, 'box.mbox', one + two + shop), 'box.mbox', everything, true);
  expect(await items()).toEqual([]);
  await vault.reopen();
  expect(await items()).toEqual([]);
  await bring('box.mbox', one, two, shop);
  expect(await counted()).toEqual([['Offers', 1], ['The flat', 2]]);
  expect((await exchange('The flat')).about).toMatchObject({ names: ['Dan', 'Mara'], firstDate: { at: '2019-03-12T09:00:00' }, lastDate: { at: '2019-03-13T09:00:00' }, newCount: 0 });
  await vault.reopen();
  expect(await counted()).toEqual([['Offers', 1], ['The flat', 2]]);
});

it('is placed when one of its mails is linked, and comes back when something new came to it, but not for a copy', async () => {
  await bring('box.mbox', one, two, shop);
  const { id } = await exchange('The flat');
  const incident = await linkOne(id);
  expect(await exchange('The flat')).toMatchObject({ state: 'placed', linkedIncidentIds: [incident] });
  await vault.ask('inbox.decide', { kind: 'mail-thread', id: (await exchange('Offers')).id, state: 'not-relevant' });
  // The same mails out of another file: a backup of the same mailbox.
  await bring('backup.mbox', one, two, shop, mail('other', 16, 'Dan', 'Other', 'x'));
  expect([await counted(), await counted('placed'), await counted('not-relevant')]).toEqual([[['Other', 1]], [['The flat', 4]], [['Offers', 2]]]);
  await bring('later.mbox', three, mail('shop2', 17, 'Shop', 'Re: Offers', 'Buy more', answers('shop')));
  const back = await exchange('The flat');
  expect(back).toMatchObject({ id, state: 'waiting', linkedIncidentIds: [incident], about: { mailCount: 5 } });
  expect((await vault.ask('mail.get', { id: back.about.kind === 'mail-thread' ? back.about.showMailId : '' })).id).not.toBe(id);
  expect((await exchange('Offers')).state).toBe('not-relevant');
});

it('becomes one with another when a mail joins them, with the tags of both', async () => {
  await bring('a.mbox', one);
  // It knows only the mail it answers, which is not here yet.
  await bring('b.mbox', mail('three', 20, 'Dan', 'Outside', 'I am outside.', answers('two')));
  const [first, last] = [await exchange('The flat'), await exchange('Outside')];
  await vault.ask('inbox.decide', { kind: 'mail-thread', id: first.id, state: 'aside' });
  await vault.ask('tags.put', { kind: 'mail-thread', id: first.id, name: 'threats' });
  for (const name of ['threats', 'stalking']) await vault.ask('tags.put', { kind: 'mail-thread', id: last.id, name });
  await bring('c.mbox', two);
  const joined = await exchange('The flat');
  expect([joined.id, joined.state, joined.tags.map(({ name }) => name)]).toEqual([first.id, 'waiting', ['stalking', 'threats']]);
  expect((await vault.ask('tags.list', {})).tags.map(({ name, count }) => [name, count])).toEqual([['stalking', 1], ['threats', 1]]);
  await expect(vault.ask('inbox.decide', { kind: 'mail-thread', id: last.id, state: 'aside' })).rejects.toMatchObject(refused('not-found'));
  await expect(vault.ask('tags.put', { kind: 'mail-thread', id: last.id, name: 'again' })).rejects.toMatchObject(refused('not-found'));
});

it('offers entries near the days of an exchange and people in it; no date, and nothing by itself', async () => {
  await bring('box.mbox', one, two, three);
  const near = await recorded(vault, { title: 'Outside', happened: on('2019-03-20') });
  await recorded(vault, { title: 'Long before', happened: on('2018-03-20') });
  const dan = await vault.ask('people.add', { name: 'Dan Hale', role: 'accused' });
  const priya = await vault.ask('people.add', { name: 'Priya', role: 'other' });
  const { id } = await exchange('The flat');
  const offered = await vault.ask('inbox.suggest', { kind: 'mail-thread', id });
  expect(offered.dates).toEqual([]);
  expect(offered.incidents.map((each) => [each.id, each.daysApart])).toEqual([[near, 0]]);
  expect(offered.people.map(({ personId, foundIn }) => [personId, foundIn])).toEqual([[dan.id, 'mail-head'], [priya.id, 'words']]);
  expect((await exchange('The flat')).state).toBe('waiting');
  await vault.ask('incidents.link', { id: near, target: { kind: 'mail', mailId: id } });
  expect((await vault.ask('inbox.suggest', { kind: 'mail-thread', id })).incidents).toEqual([]);
});

it('has a location history once for an import, counted and without a place; offers entries of its days', async () => {
  const location = path.join(import.meta.dirname, '../../../shared/importers/location/samples/android.json');
  await bringIn(vault, location, 'Timeline.json', everything, true);
  await vault.reopen();
  expect(await items()).toEqual([]);
  const came = await bringIn(vault, location, 'Timeline.json');
  const [item, ...others] = await items();
  expect(others).toEqual([]);
  const { days } = await vault.ask('locations.days', { offset: 0, limit: 50 });
  const dated = days.map(({ day }) => day).filter((day) => day !== '').sort();
  const { about } = item!;
  expect(about).toMatchObject({ kind: 'location-history', dayCount: dated.length, firstDay: dated[0], lastDay: dated.at(-1) });
  expect(about.kind === 'location-history' && about.visitCount + about.journeyCount + about.positionCount).toBe(came?.locationCount);
  expect(item).toMatchObject({ title: 'Timeline.json', state: 'waiting', linkedIncidentIds: [] });
  const day = await recorded(vault, { title: 'That day', happened: on(dated[0]!) });
  await recorded(vault, { title: 'Another day', happened: on('1999-01-01') });
  expect((await vault.ask('inbox.suggest', { kind: 'location-history', id: item!.id })).incidents.map(({ id }) => id)).toEqual([day]);
  await vault.ask('tags.put', { kind: 'location-history', id: item!.id, name: 'phone' });
  await vault.ask('inbox.decide', { kind: 'location-history', id: item!.id, state: 'aside' });
  expect((await items('aside')).map(({ tags }) => tags.map(({ name }) => name))).toEqual([['phone']]);
});
