import { describe, expect, it } from 'vitest';
import { ContactForm, ContactPerson, Given, Outcome, OutcomeList, Promised } from '../model/case/contact';
import { Disclosure } from '../model/case/disclosure';
import { contactFormLabels, contactPartLabels, disclosureFormLabels, keptLabels, mannerLabels, outcomeInPrint, outcomeKindOf, outcomeKinds, outcomeLabel, outcomeLists, outcomeOutOfTime } from './index';

const day = (one: string): { earliest: string; latest: string } => ({ earliest: one, latest: one });

describe('the outcomes', () => {
  it('have each an id of its own that the record can hold, and words', () => {
    expect(new Set(outcomeKinds.map(({ id }) => id)).size).toBe(outcomeKinds.length);
    for (const { id, label, explanation } of outcomeKinds) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(Outcome.shape.value.safeParse(id).success).toBe(true);
      expect(label.length).toBeLessThanOrEqual(60);
      expect(`${label} ${explanation}`).not.toMatch(/victim/i);
      expect(explanation).toMatch(/^[A-Z].*\.$/);
    }
  });
  it('leave no list empty', () => {
    expect(Object.keys(outcomeLists).sort()).toEqual([...OutcomeList.options].sort());
    expect([...new Set(outcomeKinds.map(({ list }) => list))].sort()).toEqual([...OutcomeList.options].sort());
  });
  it('name their rule wherever a rule has a first or a last day', () => {
    for (const { from, until, source } of outcomeKinds) if (from !== null || until !== null) expect(source).not.toBe('');
  });
  it('know management action only before February 2020, and reflective practice only since', () => {
    const [action, practice] = [outcomeKindOf('management-action')!, outcomeKindOf('reflective-practice')!];
    expect([outcomeOutOfTime(action, day('2020-01-31')), outcomeOutOfTime(action, day('2020-02-01'))]).toEqual([null, 'no-longer']);
    expect([outcomeOutOfTime(practice, day('2020-01-31')), outcomeOutOfTime(practice, day('2020-02-01'))]).toEqual(['not-yet', null]);
    expect(outcomeOutOfTime(action, { earliest: '2020-01-01', latest: '2020-12-31' })).toBeNull();
    expect(outcomeOutOfTime(action, day(''))).toBeNull();
  });
  it('speak to nobody on a page for others', () => {
    for (const { list, id } of outcomeKinds) expect(outcomeInPrint({ list, value: id })).not.toMatch(/\byour?\b/i);
    for (const list of OutcomeList.options) expect(outcomeInPrint({ list, value: '' })).not.toMatch(/\byour?\b/i);
    expect([outcomeInPrint({ list: 'recording', value: 'recording-unknown' }), outcomeInPrint({ list: 'protection', value: 'dvpo' }), outcomeInPrint({ list: 'disposal', value: 'from-later' })]).toEqual([
      'How it was recorded: She was not told', 'Protective orders: Domestic violence protection order (DVPO)', 'What came of the crime: from-later',
    ]);
  });
  it('keep an id of another version readable', () => expect([outcomeKindOf('from-later'), outcomeLabel('from-later')]).toEqual([null, 'from-later']));
  // Ids are in people's records: the lists may grow and may never lose or rename one.
  it('keep every id ever released', () => expect(outcomeKinds.map(({ list, id }) => `${list}: ${id}`)).toMatchSnapshot());
});

it('labels every value of contacts and disclosures', () => {
  expect(Object.keys(contactFormLabels).sort()).toEqual([...ContactForm.options].sort());
  expect(Object.keys(contactPartLabels).sort()).toEqual([...ContactPerson.shape.part.options].sort());
  expect(Object.keys(mannerLabels).sort()).toEqual([...Given.shape.manner.options].sort());
  expect(Object.keys(keptLabels).sort()).toEqual([...Promised.shape.kept.options].sort());
  expect(Object.keys(disclosureFormLabels).sort()).toEqual([...Disclosure.shape.form.options].sort());
});
