import { expect, test } from 'vitest';
import { Refusal, type ErrorCode } from '../../../shared/contract/errors';
import { onceMore } from './once-more';

/** Refuses so, time after time, and then gives how often it was asked. */
function refusing(...codes: ErrorCode[]): () => Promise<number> {
  let asked = 0;
  return async () => {
    const code = codes[asked++];
    if (code !== undefined) throw new Refusal(code);
    return asked;
  };
}

test('a reader that broke is tried once more, and no more than once', async () => {
  expect(await onceMore(refusing())).toBe(1);
  expect(await onceMore(refusing('not-understood'))).toBe(2);
  await expect(onceMore(refusing('not-understood', 'not-understood'))).rejects.toMatchObject({ code: 'not-understood' });
});

test('what took too much, or was stopped, is not tried again', async () => {
  for (const code of ['limit-exceeded', 'cancelled'] as const) await expect(onceMore(refusing(code)), code).rejects.toMatchObject({ code });
});
