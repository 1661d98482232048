import { expect, it } from 'vitest';
import { closestMarks, findMarks } from './find-marks';

it('brings a reader to where the words stand together, not to the first that begins like one of them', () => {
  const text = `${'I asked your sister.\n'.repeat(30)}I know where you live now. You cannot hide.`;
  const marks = findMarks(text, 'where you live');
  const at = closestMarks(marks, 'where you live');
  expect(marks.length).toBeGreaterThan(30);
  expect(text.slice(...(marks[at ?? 0] as [number, number]))).toBe('where');
  expect(closestMarks(findMarks(text, 'your'), 'your')).toBe(0);
  expect(closestMarks([], 'your')).toBeNull();
});
