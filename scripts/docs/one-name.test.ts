import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const folders = ['shared/messages/en-gb', 'shared/picklists'];

/** What people read for a thing that has another name already: docs/decisions/0114-one-name-for-each-thing.md */
const secondNames: readonly RegExp[] = [
  /\bdealings?\b/i, // a contact
  /(?<!-)\bmails?\b(?! on a Mac)/, /^Mails?$/, /\bMails? (?:is|are|was|were|has|have|lies?)\b/, // an e-mail; with a capital it is a program's or a service's own name
  /\bperson who did this\b/i, // the accused
  /\bnot finished\b/i, // a draft
];

/** Every text between quotes, as far as it is for reading: a single word in small letters is a name of the code. */
function textsOf(source: string): string[] {
  const bare = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|^import .*$/gm, '');
  return [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, plain, template]) => plain ?? template ?? '').filter((text) => /\s|^[A-Z]/.test(text));
}

it.each(folders.flatMap((folder) => readdirSync(path.join(root, folder)).filter((name) => /(?<!\.test)\.ts$/.test(name)).map((name) => `${folder}/${name}`)))('%s calls each thing by its one name', (file) => {
  const texts = textsOf(readFileSync(path.join(root, file), 'utf8'));
  expect(texts.filter((text) => secondNames.some((second) => second.test(text)))).toEqual([]);
});

it('finds a second name where one is planted', () => {
  const planted = "/** a mail, a dealing */\nconst one = { mail: 'Mail', kind: 'mail', a: 'The mail ends here.', b: `At ${1} dealings`, c: 'Mail on a Mac', d: 'An e-mail', e: 'Ask the person who did this', f: 'Not finished' };";
  expect(textsOf(planted).filter((text) => secondNames.some((second) => second.test(text)))).toEqual(['Mail', 'The mail ends here.', 'At ${1} dealings', 'Ask the person who did this', 'Not finished']);
});
