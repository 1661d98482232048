import { beforeAll, describe, expect, it } from 'vitest';
import type { Estimate } from '../../shared/passphrase-rule';
import { judge, loadEstimator } from './strength';

let estimate: (typed: string) => Estimate;
beforeAll(async () => { estimate = await loadEstimator(); });
const strengthOf = (typed: string) => judge(estimate(typed));

describe('the strength of a passphrase', () => {
  it.each(['password', 'letmein123', 'qwertyuiop', 'Daniel1987', '12/03/1985', 'aaaaaaaaaaaa'])('refuses %s', (typed) => expect(strengthOf(typed).level).toBe('weak'));
  it.each(['velvet harbour oxide nineteen lantern', 'kettle orbit misty fern walnut', 'xk4#Tq9!vB2mZ'])('calls %s strong', (typed) => expect(strengthOf(typed)).toMatchObject({ level: 'strong', share: 1, advice: '' }));
  it.each(['I love you Mark', 'Anna and Mark 2019', 'Mark Smith 12/03/1985', 'my cat is ten'])('does not take words that somebody close would try for random letters: %s', (typed) => expect(strengthOf(typed).level).not.toBe('strong'));
  it('needs no capitals, digits or signs', () => expect(strengthOf('kettle orbit misty fern walnut').level).toBe('strong'));
  it('warns of names and dates that he knows', () => {
    expect(strengthOf('jennifer').advice).toMatch(/lists of common|Names/);
    expect(judge({ guessesLog10: 5, pieces: [{ pattern: 'date' }] }).advice).toMatch(/Dates/);
  });
  it('takes other scripts', () => expect(strengthOf('قمر الصحراء يضيء بيتنا القديم').level).toBe('strong'));
  it('stays quick for a long text', () => {
    const start = performance.now();
    strengthOf('lorem ipsum '.repeat(500));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
