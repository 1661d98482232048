import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bagIndexSchema } from './bag-index';
import { writeTable } from '../writers/csv';

test('the published schema is the one that lies in every bag', () => {
  expect(readFileSync(path.join(import.meta.dirname, '../../docs/format/bag-index.schema.json'), 'utf8')).toBe(bagIndexSchema());
});

test('a table opens in a spreadsheet as it is, and nothing in it is worked out', () => {
  expect(writeTable(['a', 'b'], [['=HYPERLINK("x")', '+44 7700 900123'], ['@SUM(1)', '-1'], [' =1+1', 'two\nlines, and a comma'], ['plain', '2019-06-01']])).toBe(
    '\ufeffa,b\r\n"\'=HYPERLINK(""x"")",\'+44 7700 900123\r\n\'@SUM(1),\'-1\r\n\' =1+1,"two\nlines, and a comma"\r\nplain,2019-06-01\r\n',
  );
});
