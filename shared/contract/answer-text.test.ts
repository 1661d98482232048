import { expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../contract';
import { asText, fromText } from './answer-text';

it('gives back what went in, cut letters and all, and refusals as they are', () => {
  const value = { rows: [{ title: 'Half an emoji \ud83d', kinds: [], told: null, n: 1.5 }] };
  expect(fromText(asText({ ok: true, value }))).toEqual({ ok: true, value });
  expect(fromText(asText({ ok: false, error: { code: 'not-found' } }))).toEqual({ ok: false, error: { code: 'not-found' } });
  expect(fromText({ ok: true, value })).toEqual({ ok: true, value });
});

it.each(Object.entries(contract).filter(([, { home }]) => home === 'vault'))('%s answers with nothing that JSON cannot say', (_, { output }) => {
  expect(() => z.toJSONSchema(output, { unrepresentable: 'throw', io: 'output' })).not.toThrow();
});

it('would find bytes in an answer', () => {
  expect(() => z.toJSONSchema(z.object({ bytes: z.instanceof(Uint8Array) }), { unrepresentable: 'throw', io: 'output' })).toThrow();
});
