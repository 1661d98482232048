import { expect, it } from 'vitest';
import { copyName } from './copy-name';

it('keeps an ordinary name of any script', () => {
  expect(copyName('Zażółć (2) – śledź.tar.gz')).toBe('Zażółć (2) – śledź.tar.gz');
});

it('never names another folder, nor hides how the name ends', () => {
  expect(copyName('../../etc/passwd')).toBe('..-..-etc-passwd');
  expect(copyName('C:\\a.txt')).toBe('C--a.txt');
  expect(copyName('letter\u202efdp.exe')).toBe('letterfdp.exe');
  expect(copyName('..')).toBe('document');
});
