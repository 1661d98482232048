import { describe, expect, it } from 'vitest';
import { isNamedBy } from './named-by';

const craig = ['Craig', 'Craig D', '+447700900123'];

describe('finding by name or number', () => {
  it.each([['crai', true], ['CRÁIG', true], ['07700 900123', true], ['+44 7700 900123', true], ['900123', true], ['900456', false], ['mum', false], ['', true]])('%s: %s', (typed, found) => {
    expect(isNamedBy(craig, typed)).toBe(found);
  });
  it.each(['+44 (0)7700 900123', '+44 (0)7700 9', '07700 90', '0044 7700 900123', '447700'])('takes %s, whole or begun, for the same number', (typed) => {
    expect(isNamedBy(craig, typed)).toBe(true);
    expect(isNamedBy(['07700 900123'], typed)).toBe(true);
    expect(isNamedBy(['+44 (0)7700 900123'], typed)).toBe(true);
  });
  it('takes a number written at home for the same abroad', () => expect(isNamedBy(['07700 900456'], '+44 7700 900456')).toBe(true));
});
