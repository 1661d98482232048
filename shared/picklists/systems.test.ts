import { expect, it } from 'vitest';
import { LookUp } from '../model/case/look-up';
import { lookUpSystemLabel, lookUpSystemOf, lookUpSystems, systemGroups } from './systems';

// Ids are in people's records: the list may grow and may never lose or rename one.
it('keeps every id ever released', () => expect(lookUpSystems.map(({ group, id }) => `${group}: ${id}`)).toMatchSnapshot());

it('has for each an id of its own that the record can hold, words, a holder and a source', () => {
  expect(new Set(lookUpSystems.map(({ id }) => id)).size).toBe(lookUpSystems.length);
  for (const { id, label, explanation, holder, sources } of lookUpSystems) {
    expect(LookUp.shape.systems.safeParse([id]).success).toBe(true);
    expect(label.length).toBeLessThanOrEqual(70);
    expect(explanation).toMatch(/^[A-Z].*\.$/);
    expect(holder).not.toBe('');
    expect(sources.length).toBeGreaterThan(0);
    expect(`${label} ${explanation}`).not.toMatch(/victim|\bhe\b|\bhim\b/i);
  }
  expect([...new Set(lookUpSystems.map(({ group }) => group))]).toEqual(systemGroups.map(({ id }) => id));
});

it('asks police by the law for police, and others by the general one', () => {
  expect(lookUpSystems.filter(({ group, asked }) => group === 'police' && asked !== 'police')).toEqual([]);
  expect(lookUpSystemOf('nhs')).toMatchObject({ asked: 'general', policeCanAudit: false });
  expect(lookUpSystems.filter(({ group, asked }) => group === 'open' && asked !== 'open')).toEqual([]);
});

it('keeps an id of another version readable', () => expect([lookUpSystemOf('from-later'), lookUpSystemLabel('from-later')]).toEqual([null, 'from-later']));
