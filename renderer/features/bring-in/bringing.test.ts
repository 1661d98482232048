import { describe, expect, it } from 'vitest';
import type { ConversationFound } from '../../../shared/model/source-preview';
import { beginning, meIn, namesToAsk, nothingSaid, toKeep } from './bringing';
import { conversationFound, sourcePreview } from './testing/source-preview';

const person = (name: string, count = 1, isOwner = false, handle = '') => ({ name, handle, isOwner, count });
const craig = conversationFound({ key: 'craig', title: 'Craig', participants: [person('Craig', 30, false, '+447700900123'), person('Me', 20, true)] });
const mum = conversationFound({ key: 'mum', title: 'Mum', participants: [person('Mum', 9, false, '07700 900456'), person('Me', 4, true)] });
const unowned = (key: string, ...names: string[]): ConversationFound => conversationFound({ key, title: key, participants: names.map((name, index) => person(name, 10 - index)) });

describe('what is chosen at first', () => {
  it('is nothing where there are several, and the only one where there is one', () => {
    expect([...beginning(sourcePreview([craig, mum])).chosen]).toEqual([]);
    expect([...beginning(sourcePreview([craig])).chosen]).toEqual(['craig']);
  });
});

describe('who she is', () => {
  it('is as the export says, unless she says otherwise for all or for this one', () => {
    expect(meIn(craig, nothingSaid)).toBe('Me');
    expect(meIn(craig, { ...nothingSaid, meInAll: 'Craig' })).toBe('Craig');
    expect(meIn(mum, { ...nothingSaid, meInAll: 'Craig' })).toBe('Me');
    expect(meIn(craig, { ...nothingSaid, meInAll: null })).toBeNull();
    expect(meIn(craig, { ...nothingSaid, meInAll: null, me: new Map([['craig', 'Craig']]) })).toBe('Craig');
  });
  it('is asked among those who are in more than one conversation, in the most of them first', () => {
    expect(namesToAsk([unowned('a', 'Craig', 'Anna'), unowned('b', 'Mum', 'Anna'), unowned('c', 'Craig', 'Anna')]).map(({ name }) => name)).toEqual(['Anna', 'Craig']);
    expect(namesToAsk([unowned('a', 'Craig', 'Anna')]).map(({ name }) => name)).toEqual(['Craig', 'Anna']);
  });
});

describe('what is kept', () => {
  it('is what she chose, by the names she gave', () => {
    const said = { ...nothingSaid, chosen: new Set(['mum']), titles: new Map([['mum', ' My mother '], ['craig', 'not chosen']]) };
    expect(toKeep(sourcePreview([craig, mum]), said, false)).toEqual([{ key: 'mum', title: 'My mother', meName: 'Me' }]);
    expect(toKeep(sourcePreview([craig, mum]), { ...said, titles: new Map([['mum', ' ']]) }, false)).toEqual([{ key: 'mum', title: 'Mum', meName: 'Me' }]);
  });
  it('is called by who takes part where the source has no name for it', () => {
    const withheld = conversationFound({ key: 'x', participants: [person('(Withheld)', 2), person('', 1, false, '+447700900999'), person('Me', 0, true)] });
    expect(toKeep(sourcePreview([withheld]), nothingSaid, true)?.[0]?.title).toBe('(Withheld), +447700900999');
  });
  it('is every one by name while they can be listed, and simply all where they cannot', () => {
    expect(toKeep(sourcePreview([craig, mum]), nothingSaid, true)?.map(({ key }) => key)).toEqual(['craig', 'mum']);
    expect(toKeep({ ...sourcePreview([craig, mum]), conversationCount: 1200 }, nothingSaid, true)).toBeNull();
  });
});
