import { describe, expect, it } from 'vitest';
import { numberIn, sameHandle, sameNumber } from './phone-number';

describe('sameNumber', () => {
  it.each(['07700 900001', '+44 7700 900001', '+44 (0)7700 900001', '00447700900001', '447700900001', '(07700) 900-001', '\u200e+44\u00a07700\u00a0900\u2011001', '+4407700900001', '０７７００９００００１'])('takes %s for one number', (written) => {
    expect(sameNumber(written)).toBe('+447700900001');
  });

  it.each([
    ['+15550100001', '+15550100001'], ['15550100001', '15550100001'], ['5550100001', '5550100001'], ['0015550100001', '+15550100001'], ['900001', '900001'], ['60777', '60777'], ['+60777', '+60777'],
    ['020 7946 0000', '+442079460000'], ['01632 96000', '+44163296000'], ['0800 001066', '+44800001066'], ['00', '00'], ['*#21#', '*#21#'], ['HMRC', 'HMRC'], [' Hmrc ', 'Hmrc'],
    ['dan@mail.example', 'dan@mail.example'], ['group_8@rcs.google.com', 'group_8@rcs.google.com'], ['', ''], ['+', '+'], ['44 1', '441'],
  ])('takes %j for %j', (written, same) => expect(sameNumber(written)).toBe(same));
});

it('takes an address or a user name for the same without regard to capitals', () => {
  expect([sameHandle(' Dan@Mail.Example '), sameHandle('+44 (0)7700 900001')]).toEqual(['dan@mail.example', '+447700900001']);
});
it('takes for a number in running text what has figures enough and nothing else', () => {
  expect(['07700 900001', '+44 (0)7700 900001', '12 34 56', 'call 07700 900001'].map(numberIn)).toEqual(['+447700900001', '+447700900001', null, null]);
});
