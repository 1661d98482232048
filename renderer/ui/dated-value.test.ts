import { describe, expect, it } from 'vitest';
import { undated } from '../../shared/model/dated';
import { answerFor, datedFromTyped, notYetCome, takeReading, todayHere } from './dated-value';

const today = '2026-05-03';

describe('a date as she types it', () => {
  it('keeps her words whole and takes the one reading', () => {
    const dated = datedFromTyped('12 March 2019 about 9pm', { ...undated, basis: 'diary' }, today);
    expect(dated).toEqual({ typed: '12 March 2019 about 9pm', edtf: '2019-03-12', timeOfDay: '21:00', timeApproximate: true, basis: 'diary' });
    expect(answerFor(dated, today)).toMatchObject({ kind: 'understood' });
  });

  it('chooses nothing between day and month until she does', () => {
    const dated = datedFromTyped('03/04/2019', undated, today);
    expect(dated.edtf).toBe('');
    const asked = answerFor(dated, today);
    if (asked.kind !== 'ask') throw new Error('was not asked');
    expect(asked.chosen).toBeNull();
    expect(asked.readings.map(({ edtf }) => edtf)).toEqual(['2019-04-03', '2019-03-04']);
    const taken = takeReading(dated, asked.readings[1]!);
    expect(taken).toMatchObject({ typed: '03/04/2019', edtf: '2019-03-04' });
    expect(answerFor(taken, today)).toMatchObject({ kind: 'ask', chosen: 1 });
  });

  it('drops the earlier reading when the words change to something not understood', () => {
    const before = datedFromTyped('June 2019', undated, today);
    expect(datedFromTyped('June 2019 when the fence fell', before, today)).toMatchObject({ edtf: '', typed: 'June 2019 when the fence fell' });
    expect(answerFor(datedFromTyped('when the fence fell', before, today), today)).toEqual({ kind: 'not-understood', why: { reason: 'other' } });
  });

  it('leaves what "yesterday" meant on the day it was typed', () => {
    const dated = datedFromTyped('yesterday', undated, today);
    expect(dated.edtf).toBe('2026-05-02');
    expect(answerFor(dated, '2026-06-20')).toMatchObject({ kind: 'understood' });
  });

  it.each([['4 May 2026', 'day'], ['3 May 2026', null], ['May 2026', null], ['June 2026', 'longer'], ['before 2030', null], ['31 February 2027', null]])('knows whether "%s" has not come yet: %s', (typed, expected) => {
    expect(notYetCome(datedFromTyped(typed, undated, today), today)).toBe(expected);
  });

  it('says nothing of an empty field', () => expect(answerFor(undated, today)).toEqual({ kind: 'nothing' }));
  it('takes today from her own calendar, not from UTC', () => expect(todayHere(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05'));
});

it('says which times only her words keep', () => {
  const dated = datedFromTyped('12 March 2019 9pm to 10pm', undated, today);
  expect(answerFor(dated, today)).toEqual({ kind: 'understood', inWordsOnly: '9pm to 10pm' });
});
