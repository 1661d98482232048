import { describe, expect, it } from 'vitest';
import type { Person } from '../../../shared/model/person';
import { suggestFor } from './who-is-who';

const person = (name: string, ...handles: string[]): Person => ({ id: name.padEnd(32, '0'), name, role: 'other', handles, note: '', firstRecordedUtc: '2026-05-03T20:04:11.250Z' });
const craig = person('Craig Dunmore', '07700 900123', 'craig.d@example.org');
const mum = person('Mum');

describe('whom of People a participant may be', () => {
  it.each([
    ['the same number, at home and abroad', { name: 'C ❤', handle: '+447700900123' }, 'Craig Dunmore', 'handle'],
    ['a number where the name stands', { name: '+44 7700 900123', handle: '' }, 'Craig Dunmore', 'handle'],
    ['the same address, whatever the case', { name: '', handle: 'Craig.D@Example.org' }, 'Craig Dunmore', 'handle'],
    ['the same name', { name: ' mum', handle: '' }, 'Mum', 'name'],
  ] as const)('%s', (_, participant, name, because) => {
    const found = suggestFor(participant, [craig, mum]);
    expect([found?.person.name, found?.because]).toEqual([name, because]);
  });
  it('is nobody where nothing is the same, or two fit as well', () => {
    expect(suggestFor({ name: 'Craig', handle: '+447700900999' }, [craig, mum])).toBeNull();
    expect(suggestFor({ name: '', handle: '' }, [person(''), person('', '')])).toBeNull();
    expect(suggestFor({ name: 'Mum', handle: '' }, [mum, person('MUM')])).toBeNull();
    expect(suggestFor({ name: 'Mum', handle: '+44 7700 900123' }, [craig, person('Colin', '07700900123'), mum])).toBeNull();
  });
  it('does not take a short number for another', () => expect(suggestFor({ name: '07', handle: '' }, [person('Bank', '7')])).toBeNull());
});
