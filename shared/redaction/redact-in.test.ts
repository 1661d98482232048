import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CasePagePlan } from '../model/case/case-page';
import { ExportPlan } from '../model/export-plan';
import { IncidentContent } from '../model/incident';
import { MailHeader } from '../model/mail-facts';
import { finderOf } from './find-words';
import { keptFields, redactIn } from './redact-in';
import { redactWords } from './redact-words';
import { valuesOf } from './testing/values-of-schema';

const secret = 'Zephyrine Quill';
const find = finderOf([{ words: secret, reason: 'address', isWholeWord: false }]);
const take = (text: string) => redactWords(text, find);

/** Every place of a value at which a string holds the words, as `.exhibits[].thing.title`. */
function placesHolding(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return find(value).length > 0 ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one) => placesHolding(one, `${path}[]`));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, one]) => placesHolding(one, `${path}.${key}`));
  return [];
}

const planted = (schema: z.ZodType): unknown[] => valuesOf(schema, (path) => `${secret} at ${path}`);

describe.each([['ExportPlan', ExportPlan, 100], ['CasePagePlan', CasePagePlan, 20]] as const)('every string of %s', (_name, schema, fewest) => {
  // A field that is added to the plan is planted here by itself: it is gone through, or this is red.
  it('is gone through, but for those that hold no words of hers, each named', () => {
    const values = planted(schema);
    for (const value of values) schema.parse(value);
    const before = new Set(values.flatMap((value) => placesHolding(value)));
    expect(before.size).toBeGreaterThan(fewest);
    const after = values.map((value) => redactIn(schema as z.ZodType, value, take));
    for (const value of after) schema.parse(value);
    const left = [...new Set(after.flatMap((value) => placesHolding(value)))].filter((path) => !path.startsWith('.redaction.'));
    expect(left.filter((path) => !keptFields.has(path.replaceAll('[]', '').split('.').at(-1) ?? ''))).toEqual([]);
    expect(left.sort()).toMatchSnapshot();
  });
});

it('leaves ids, hashes, instants, marks and days as they are', () => {
  const [value] = planted(ExportPlan) as z.infer<typeof ExportPlan>[];
  const all = finderOf([{ words: 'aaaa', reason: 'private', isWholeWord: false }, { words: '2026', reason: 'private', isWholeWord: false }, { words: 'bbbb', reason: 'private', isWholeWord: false }]);
  const redacted = redactIn(ExportPlan, value!, (text) => redactWords(text, all));
  expect([redacted.planId, redacted.preparedUtc, redacted.entries[0]?.span, redacted.exhibits[0]?.mark]).toEqual([value!.planId, value!.preparedUtc, value!.entries[0]?.span, value!.exhibits[0]?.mark]);
});

it('cuts what grows past what its schema allows', () => {
  const incident = IncidentContent;
  const content = { ...(valuesOf(incident, () => '')[0] as z.infer<typeof incident>), title: 'Jo '.repeat(100) };
  const redacted = redactIn(incident, content, (text) => redactWords(text, finderOf([{ words: 'Jo', reason: 'child', isWholeWord: true }])));
  expect(redacted.title).toHaveLength(300);
  expect(redacted.title).not.toContain('Jo');
});

it.each([
  ['coded in base64', 'To: =?utf-8?B?WmVwaHlyaW5lIFF1aWxs?= <z@x.org>', 'utf-8'],
  ['coded in two halves', 'To: =?utf-8?B?WmVwaHlyaW5l?= =?utf-8?Q?_Quill?= <z@x.org>', 'utf-8'],
  ['folded', 'To: Zephyrine\r\n Quill <z@x.org>', 'utf-8'],
  ['as bytes', 'To: Z\u00c3\u00a9phyrine Quill', 'bytes'],
] as const)('writes a header anew whose raw line says it %s', (_how, raw, rawIs) => {
  const header = redactIn(MailHeader, { name: 'To', value: 'Zephyrine Quill <z@x.org>', raw, rawIs, place: { line: 1, offset: 0, length: raw.length } }, take);
  expect(header).toMatchObject({ value: '[redacted: address] <z@x.org>', raw: 'To: [redacted: address] <z@x.org>', rawIs: 'utf-8' });
});
