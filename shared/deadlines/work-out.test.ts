import { expect, it } from 'vitest';
import { emptyDeadline } from '../model/case/deadline';
import { undated } from '../model/dated';
import { dayWritten, withDay } from './written-days';
import { deadlineNotices, deadlineRules, noticesOf } from './rules';
import { daysUntil, inOrderOfEnd, workOut } from './work-out';

const end = (rule: string, fromDay: string, secondDay = ''): string => workOut({ rule, fromDay, secondDay, ownDay: '' }).lastDay;

it('gives each time limit of domain.md as it is worked there', () => {
  expect(end('complaint-review', '2022-04-01')).toBe('2022-04-29');
  expect(end('complaint-review', '2024-02-05')).toBe('2024-03-04');
  expect(end('vrr-ask', '2022-11-30')).toBe('2023-02-28');
  expect(end('vrr-ask', '2022-01-15')).toBe('2022-04-15');
  expect(end('vrr-acknowledged', '2022-04-11')).toBe('2022-04-27');
  expect(end('vrr-decided', '2022-04-11')).toBe('2022-05-26');
  expect(end('complaint-12-months', '2024-02-29')).toBe('2025-02-28');
  // 5 April 2025 is a Saturday; 18 April 2025 is Good Friday.
  expect([end('subject-access-police', '2025-02-28'), end('subject-access-police', '2025-03-05'), end('subject-access-other', '2025-03-18'), end('subject-access-other', '2022-01-31')]).toEqual(['2025-03-28', '2025-04-07', '2025-04-22', '2022-02-28']);
});

it('takes the earlier of two clocks for common assault, and says when one is not known yet', () => {
  expect(end('common-assault', '2023-01-10', '2023-03-31')).toBe('2023-09-30');
  expect(end('common-assault', '2023-01-10', '2024-12-01')).toBe('2025-01-10');
  const half = workOut({ rule: 'common-assault', fromDay: '2023-01-10', secondDay: '', ownDay: '' });
  expect([half.lastDay, half.isHalf, half.clocks.map(({ lastDay }) => lastDay)]).toEqual(['2025-01-10', true, ['2025-01-10', '']]);
  expect(workOut({ rule: 'common-assault', fromDay: '2022-06-27', secondDay: '', ownDay: '' }).isOutsideRule).toBe(true);
  expect(workOut({ rule: 'common-assault', fromDay: '2022-06-28', secondDay: '', ownDay: '' }).isOutsideRule).toBe(false);
});

it('works nothing out where the rule did not hold, or where the statement lies before the assault', () => {
  const rule = 'common-assault';
  const nothing = { lastDay: '', isHalf: false, movedFrom: null };
  expect(workOut({ rule, fromDay: '2022-01-01', secondDay: '2022-08-01', ownDay: '' })).toMatchObject({ ...nothing, isOutsideRule: true, isTurned: false, clocks: [{ lastDay: '' }, { lastDay: '' }] });
  expect(workOut({ rule, fromDay: '', secondDay: '2022-05-01', ownDay: '' })).toMatchObject({ ...nothing, isOutsideRule: true });
  expect(workOut({ rule, fromDay: '2025-06-01', secondDay: '2024-03-01', ownDay: '' })).toMatchObject({ ...nothing, isOutsideRule: false, isTurned: true, clocks: [{ lastDay: '' }, { lastDay: '' }] });
  expect(workOut({ rule, fromDay: '2025-06-01', secondDay: '2025-06-01', ownDay: '' })).toMatchObject({ lastDay: '2025-12-01', isTurned: false });
  expect(end('complaint-review', '2020-01-31')).toBe('');
});

it('is no surer of the last day than she is of the first', () => {
  const about = { ...emptyDeadline, rule: 'complaint-review', ...withDay(emptyDeadline, 'fromDay', { ...undated, typed: 'about 3 March 2024', edtf: '2024-03-03~' }) };
  expect([workOut(about).lastDay, workOut(about).isAbout]).toEqual(['2024-03-31', true]);
  expect(workOut({ ...about, ...withDay(about, 'fromDay', { ...undated, typed: '3 March 2024', edtf: '2024-03-03' }) }).isAbout).toBe(false);
  expect(workOut({ ...emptyDeadline, ...withDay(emptyDeadline, 'ownDay', { ...undated, typed: '3 March 2024?', edtf: '2024-03-03?' }) })).toMatchObject({ lastDay: '2024-03-03', isAbout: true });
  expect(workOut({ ...emptyDeadline, rule: 'complaint-review', ...withDay(emptyDeadline, 'fromDay', { ...undated, typed: 'March 2024', edtf: '2024-03' }) })).toMatchObject({ lastDay: '', isAbout: false });
});

it('keeps what she wrote for a day whatever it is, and says a day that came without her words', () => {
  const wrong = withDay(emptyDeadline, 'fromDay', { ...undated, typed: '31 February 2024' });
  expect([wrong.fromDay, dayWritten({ ...emptyDeadline, ...wrong }, 'fromDay').typed]).toEqual(['', '31 February 2024']);
  expect(dayWritten({ fromDay: '2024-03-03', secondDay: '', ownDay: '' }, 'fromDay')).toMatchObject({ typed: '3 March 2024', edtf: '2024-03-03' });
});

it('says where a day was moved, and where bank holidays are not known', () => {
  expect(workOut({ rule: 'subject-access-police', fromDay: '2025-03-18', secondDay: '', ownDay: '' })).toMatchObject({ lastDay: '2025-04-22', movedFrom: '2025-04-18', holidaysUnknown: false });
  expect(workOut({ rule: 'vrr-decided', fromDay: '2027-12-01', secondDay: '', ownDay: '' })).toMatchObject({ holidaysUnknown: true });
  expect(workOut({ rule: 'complaint-review', fromDay: '2030-04-01', secondDay: '', ownDay: '' })).toMatchObject({ lastDay: '2030-04-29', holidaysUnknown: false });
});

it('takes her own day where there is no rule, and nothing from a rule it does not know or a day that is missing', () => {
  expect([workOut({ rule: '', fromDay: '', secondDay: '', ownDay: '2026-01-02' }).lastDay, end('of-another-version', '2022-04-01'), end('complaint-review', '')]).toEqual(['2026-01-02', '', '']);
});

it('puts what is still to come first, the nearest first, and what is settled last', () => {
  const one = (lastDay: string, isSettled = false): { lastDay: string; isSettled: boolean } => ({ lastDay, isSettled });
  expect(inOrderOfEnd([one('2022-01-01'), one('2022-05-02'), one('2022-04-29', true), one('', false), one('2022-03-01'), one('2022-04-10')], '2022-04-10').map(({ lastDay }) => lastDay)).toEqual(['2022-04-10', '2022-05-02', '', '2022-03-01', '2022-01-01', '2022-04-29']);
  expect([daysUntil('2022-04-17', '2022-04-29'), daysUntil('2024-03-01', '2024-02-29'), daysUntil('', '2022-04-29')]).toEqual([12, -1, null]);
});

it('gives each rule a source, plain words and the days it needs; ids are all different, notices exist', () => {
  expect(new Set(deadlineRules.map(({ id }) => id)).size).toBe(deadlineRules.length);
  for (const rule of deadlineRules) {
    expect(rule.sources.length, rule.id).toBeGreaterThan(0);
    expect(rule.words.length, rule.id).toBeGreaterThan(40);
    expect(rule.secondDay === null, rule.id).toBe(!rule.clocks.some(({ from }) => from === 'secondDay'));
    expect(noticesOf(rule).map(({ id }) => id), rule.id).toEqual(rule.notices);
  }
  expect(deadlineNotices.every(({ source }) => source !== '')).toBe(true);
});
