import { afterEach, beforeEach, expect, it } from 'vitest';
import { everywhere } from '../../../shared/model/search';
import { makeTestVault, type TestVault } from './testing/open-service';
import { refused } from './testing/made-record';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const facts = async () => (await vault.ask('protectedFacts.list', {})).facts;
const historyOf = async (subjectId: string) => (await vault.ask('history.list', { subjectId, offset: 0, limit: 99 })).entries;

it('keeps what must never be in what she hands over, in her words; the history says the kind alone, and Find nothing', async () => {
  const address = await vault.ask('protectedFacts.add', { kind: 'address', text: ' 14 Harbour Road, EM4 7QT ', alsoWritten: ['the blue house'] });
  expect(address).toMatchObject({ kind: 'address', text: '14 Harbour Road, EM4 7QT', alsoWritten: ['the blue house'] });
  expect(await vault.ask('protectedFacts.add', { kind: 'address', text: '14 HARBOUR ROAD, EM4 7QT', alsoWritten: [] })).toEqual(address);
  const child = await vault.ask('protectedFacts.add', { kind: 'child', text: 'Oliver Quill', alsoWritten: [] });
  await vault.ask('protectedFacts.amend', { id: child.id, kind: 'child', text: 'Oliver Quill', alsoWritten: ['Olly'] });
  await vault.ask('protectedFacts.amend', { id: child.id, kind: 'child', text: 'Oliver Quill', alsoWritten: ['Olly'] });
  await vault.reopen();
  expect(await facts()).toEqual([address, { ...child, alsoWritten: ['Olly'] }]);
  expect((await historyOf(child.id)).map(({ kind }) => kind)).toEqual(['protected-fact-amended', 'protected-fact-added']);
  for (const { payload } of [...(await historyOf(child.id)), ...(await historyOf(address.id))]) expect(JSON.parse(payload ?? '')).toEqual({ kind: expect.stringMatching(/^(child|address)$/), salt: expect.any(String) });
  for (const text of ['harbour', 'oliver', 'olly']) expect((await vault.ask('search.find', { text, filter: everywhere, offset: 0, limit: 9 })).total).toBe(0);
});

it('destroys the words of one that is taken off; that there was one stays', async () => {
  const { id } = await vault.ask('protectedFacts.add', { kind: 'refuge', text: 'Juniper House', alsoWritten: [] });
  await vault.ask('protectedFacts.remove', { id });
  await expect(vault.ask('protectedFacts.remove', { id })).rejects.toMatchObject(refused('not-found'));
  await expect(vault.ask('protectedFacts.amend', { id, kind: 'refuge', text: 'x', alsoWritten: [] })).rejects.toMatchObject(refused('not-found'));
  await vault.reopen();
  expect(await facts()).toEqual([]);
  expect((await historyOf(id)).map(({ kind }) => kind)).toEqual(['protected-fact-removed', 'protected-fact-added']);
});

it('offers what People knows: her numbers, her children, what notes hold; not of others, and not what is listed', async () => {
  const add = async (name: string, role: 'me' | 'child' | 'accused', more: object) => vault.ask('people.amend', { id: (await vault.ask('people.add', { name, role })).id, ...more });
  await add('Mara', 'me', { handles: ['07700 900001', 'mara@post.example', 'Mara Q'], organisation: 'Fenwick Prints' });
  await add('Olly Quill', 'child', { aliases: ['Oliver Quill'], note: 'lives at EM4 7QT now, school rings +44 7700 900555' });
  await add('Craig', 'accused', { handles: ['07700 900002'], note: 'SW1A 1AA' });
  const offers = async () => (await vault.ask('protectedFacts.offers', {})).offers.map(({ kind, text, from }) => `${kind}: ${text} (${from})`);
  expect(await offers()).toEqual(['phone: 07700 900001 (handle)', 'email: mara@post.example (handle)', 'work: Fenwick Prints (organisation)', 'child: Olly Quill (name)', 'child: Oliver Quill (name)', 'postcode: EM4 7QT (note)', 'phone: +44 7700 900555 (note)']);
  await vault.ask('protectedFacts.add', { kind: 'phone', text: '+44 7700 900001', alsoWritten: [] });
  await vault.ask('protectedFacts.add', { kind: 'child', text: 'Oliver Quill', alsoWritten: ['olly quill'] });
  expect(await offers()).toEqual(['email: mara@post.example (handle)', 'work: Fenwick Prints (organisation)', 'postcode: EM4 7QT (note)', 'phone: +44 7700 900555 (note)']);
});
