import { expect, test } from 'vitest';
import { nothingLeftOut } from '../assemble-protocol';
import { sayLeftOut } from './say-left-out';

test('of an exhibit with nothing of it nothing is said', () => expect(sayLeftOut(nothingLeftOut)).toEqual([]));

test('attached files are named, as many as are known, and a name that turns itself round is spelt', () => {
  expect(sayLeftOut({ ...nothingLeftOut, attachedCount: 1, attached: ['a\u202egpj.exe'] })).toEqual(['1 file that was attached inside it is not part of this document: “a[RLO]gpj.exe”. It travels with the file itself.']);
  expect(sayLeftOut({ ...nothingLeftOut, attachedCount: 5, attached: ['a.txt', 'b.txt'] })[0]).toContain('5 files that were attached inside it are not part of this document: “a.txt” and “b.txt”, and 3 more. They travel');
});

test('what acts is said by its kinds, and a form in XML by what may be missing', () => {
  const [form, others] = sayLeftOut({ ...nothingLeftOut, xmlForm: true, scripts: true, media: true });
  expect(form).toContain('XFA');
  expect(others).toBe('Left out of this copy, as it would act or play when opened: scripts and sound or film.');
});

test('notes that a document for keeping cannot have are counted, and where they still are is said', () => {
  expect(sayLeftOut({ ...nothingLeftOut, notes: 2 })).toEqual(['2 notes written on its pages are not part of this document, which is made for keeping (PDF/A): hidden, or on a page that is drawn as a picture. They are in the file itself.']);
});
