import { expect, it } from 'vitest';
import { notAnOfficer, type Person } from '../../../../shared/model/person';
import { peopleNamed } from './people-named';

const person = (part: Partial<Person>): Person => ({ id: 'a'.repeat(32), name: 'C. Hale', role: 'accused', aliases: [], handles: [], officer: notAnOfficer, organisation: '', note: '', firstRecordedUtc: '2026-01-01T00:00:00.000Z', merged: [], ...part });
const named = (part: Partial<Person>, text: string): string[] => peopleNamed([person(part)], [{ foundIn: 'words', text }]).map(({ as }) => as);

it.each(['ring +44 (0)7700 900001 now', 'ring 07700 900001 now', '(07700) 900-001', '0044 7700 900001'])('takes a number in %s for the same however it is dialled', (text) => {
  expect(named({ handles: ['07700900001'] }, text)).toEqual(['07700900001']);
  expect(named({ handles: ['+44 (0)7700 900001'] }, text)).toEqual(['+44 (0)7700 900001']);
});
it('takes no other number for it', () => expect(named({ handles: ['07700 900001'] }, 'ring 07700 900002, not 7700 90000')).toEqual([]));
it('knows somebody by another name of theirs', () => expect(named({ aliases: ['Sarah Whitcombe'] }, 'said Sarah Whitcombe')).toEqual(['Sarah Whitcombe']));
