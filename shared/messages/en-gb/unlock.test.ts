import { expect, it } from 'vitest';
import { unlock } from './unlock';

it('says of a folder that it was a folder, and of files that they were files', () => {
  const { say, show, name, entry } = unlock.notKept;
  expect([say(['Many/']), show(['Many/']), name('Many/')]).toEqual(['A folder was still being added when the vault closed. Nothing of it was kept. Please add it again.', 'Show which folder', 'Many (folder)']);
  expect(entry(['Many/', 'a.txt'])).toBe('Not kept, because the vault closed before they were in: the folder “Many”, “a.txt”');
  expect(say(['a.txt'])).toBe('One file was still being added when the vault closed, and is not in it. Please add it again.');
  expect(say(['a.txt', 'b.txt', 'Many/'])).toBe('2 files and a folder were still being added when the vault closed. Nothing of them was kept. Please add them again.');
  expect(say(['Many/', 'More/'])).toBe('2 folders were still being added when the vault closed. Nothing of them was kept. Please add them again.');
  expect([show(['a.txt']), show(['a.txt', 'Many/']), name('a.txt')]).toEqual(['Show which one', 'Show which', 'a.txt']);
});
