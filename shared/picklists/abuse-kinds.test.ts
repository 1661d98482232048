import { describe, expect, it } from 'vitest';
import { DateBasis } from '../model/dated';
import { IncidentContent, Involvement } from '../model/incident';
import { PersonRole } from '../model/person';
import { abuseGroups, abuseKindOf, abuseKinds, dateBasisLabels, partLabels, personRoleLabels } from './index';

describe('the pick-lists', () => {
  it('give every kind an id of its own that the record can hold', () => {
    const ids = abuseKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(IncidentContent.shape.kinds.safeParse(ids).success).toBe(true);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
  it('put every kind in a known group and leave no group empty', () => {
    const used = new Set(abuseKinds.map(({ group }) => group));
    expect([...used].sort()).toEqual(abuseGroups.map(({ id }) => id as string).sort());
  });
  it('say every kind in few words, with a sentence', () => {
    for (const { label, explanation } of abuseKinds) {
      expect(label.length).toBeLessThanOrEqual(48);
      expect(label).not.toMatch(/victim/i);
      expect(explanation).toMatch(/^[A-Z].*\.$/);
    }
  });
  it('keep an id of another version as it is', () => expect(abuseKindOf('from-a-later-version')).toBeNull());
  it('label every value of the model', () => {
    expect(Object.keys(dateBasisLabels).sort()).toEqual([...DateBasis.options].sort());
    expect(Object.keys(personRoleLabels).sort()).toEqual([...PersonRole.options].sort());
    expect(Object.keys(partLabels).sort()).toEqual([...Involvement.shape.part.options].sort());
  });
  // Ids are in people's records: this list may grow and may never lose or rename one.
  it('keep every id ever released', () => expect(abuseKinds.map(({ id }) => id)).toMatchSnapshot());
});
