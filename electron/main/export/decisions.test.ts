import { expect, test } from 'vitest';
import type { SweepHit, SweepReport } from '../../../shared/model/sweep';
import { SweepDecisions } from './decisions';

const hit = (id: string): SweepHit => ({ id, what: 'fact', factId: 'a'.repeat(32), place: { file: ['a.pdf'], where: 'page', name: '', page: 4 }, sureness: 'exact', part: 'all', shown: { before: 'at ', found: '14 Harbour Road', after: '' }, count: 2 });
const report = (hits: SweepHit[], isCut = false): SweepReport => ({ hits, isCut, factCount: 1, files: 1, texts: 9, picturesRead: 0 });
const open = expect.objectContaining({ code: 'sweep-open' });

test('nothing may be saved before every find is decided, and what stands is told without the words', () => {
  const decisions = new SweepDecisions(report([hit('1'), hit('2')]));
  expect(() => decisions.settled()).toThrow(open);
  expect(decisions.release(['1'], ' the court knows ')).toEqual(['1']);
  expect(() => decisions.settled()).toThrow(open);
  decisions.release(['2'], 'so does he');
  expect(decisions.settled()).toEqual(['the court knows', 'so does he'].map((reason) => ({ what: 'fact', factId: 'a'.repeat(32), where: 'page', page: 4, count: 2, reason })));
  expect(decisions.takeBack(['1'])).toEqual(['2']);
  expect(() => decisions.settled()).toThrow(open);
});

test('nothing found needs nothing; a reason is needed; what is not there cannot be let stand; a list cut short never settles', () => {
  expect(new SweepDecisions(report([])).settled()).toEqual([]);
  const decisions = new SweepDecisions(report([hit('1')], true));
  expect(() => decisions.release(['1'], '  ')).toThrow(expect.objectContaining({ code: 'reason-needed' }));
  expect(() => decisions.release(['9'], 'x')).toThrow(expect.objectContaining({ code: 'not-found' }));
  decisions.release(['1'], 'x');
  expect(() => decisions.settled()).toThrow(open);
});

test('a bundle that is too long for its court is not saved, whatever else was decided', () => {
  expect(() => new SweepDecisions(report([]), true).settled()).toThrow(expect.objectContaining({ code: 'permission-needed' }));
});
