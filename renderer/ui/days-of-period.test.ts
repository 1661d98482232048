import { describe, expect, it } from 'vitest';
import { daysOfPeriod } from './days-of-period';

describe('a period to narrow to', () => {
  it('reaches from the first to the last day of what she typed', () => expect(daysOfPeriod('2019', '2026-05-03')).toEqual({ earliest: '2019-01-01', latest: '2019-12-31' }));
  it('takes the wider of two readings', () => expect(daysOfPeriod('3/4/2019', '2026-05-03')).toEqual({ earliest: '2019-03-04', latest: '2019-04-03' }));
  it('does not narrow by what it cannot read', () => expect(daysOfPeriod('before the baby', '2026-05-03')).toEqual({ earliest: '', latest: '' }));
});
