import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessagesPart, NeutralMessage, partMessages } from './parts';
import { arePlainMessages } from './plain-message';
import { madeMessage } from './testing/made-parts';

const plain = madeMessage(1, { sender: 'Craig', at: '2020-02-03T04:05:06', text: 'words' });

/** Values that are at, or just over, what a message may have. */
const odd: Record<keyof NeutralMessage, readonly unknown[]> = {
  kind: ['system', 'not-understood', 'other', null], sender: ['x'.repeat(300), 'x'.repeat(301), 5, null], at: ['', '2020-02-03T04:05:06\n', '2020-02-03 04:05:06', '2020-02-03T04:05:6', null],
  offsetMinutes: [null, -1080, 1080, -1081, 1081, 0.5, -0, '0', Number.NaN], basis: ['instant', 'offset-written', 'guessed', undefined], atAsWritten: ['', 'x'.repeat(100), 'x'.repeat(101), 0],
  text: ['', 'x'.repeat(1_000_000), 'x'.repeat(1_000_001), ['x']], attachments: [[], [{ name: '', file: '', absent: null, more: 1 }], [undefined], '', { length: 0 }], flags: [[], ['edited'], ['no flag'], ''],
  quoted: [null, { sender: '', text: '', more: 1 }, undefined, ''], reactions: [[], [{ by: '', what: '' }], [1], null], call: [null, { kind: 'missed', isVideo: false, seconds: null }, undefined, {}],
  line: ['1', undefined, 1, 'x'.repeat(101)], sourceLine: [0, -1, 1.5, 2 ** 53, Number.MAX_SAFE_INTEGER, '1', Number.POSITIVE_INFINITY], sourceOffset: [0, -0, -1, null, 2 ** 53], sourceLength: [0, -1, undefined, 10n],
};

/** Plain but for some of its values, some that are missing, and some that no message has. */
const nearly = fc.record({
  changes: fc.array(fc.constantFrom(...Object.entries(odd).flatMap(([name, values]) => values.map((value) => [name, value] as const))), { maxLength: 3 }),
  without: fc.array(fc.constantFrom(...Object.keys(odd)), { maxLength: 1 }),
  more: fc.constantFrom({}, {}, { more: 1 }, { toString: 1 }),
}).map(({ changes, without, more }) => Object.fromEntries(Object.entries({ ...plain, ...Object.fromEntries(changes), ...more }).filter(([name]) => !without.includes(name))));

const values = fc.oneof({ weight: 20, arbitrary: nearly }, { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'x', [], {}, 7) });

describe('messages looked at quickly', () => {
  it('are what the whole description takes, and unchanged by it; of the others it alone decides', () => {
    let passed = 0;
    fc.assert(fc.property(fc.array(values, { maxLength: 3 }), (messages) => {
      const whole = NeutralMessage.array().safeParse(messages);
      if (arePlainMessages(messages, partMessages)) {
        passed += 1;
        expect(whole.data).toStrictEqual(messages);
      }
      const part = MessagesPart.safeParse({ part: 'messages', key: 'k', path: '', messages });
      expect(part.success).toBe(whole.success);
      expect(part.data?.messages).toStrictEqual(whole.data);
    }), { numRuns: 3000 });
    expect(passed).toBeGreaterThan(100);
  });

  it('pass when they say nothing unusual, and not in too great a number, nor with a hole between them', () => {
    expect(arePlainMessages([plain], partMessages)).toBe(true);
    expect(arePlainMessages([{ ...plain, flags: ['edited'] }], partMessages)).toBe(false);
    const tooMany = Array.from({ length: partMessages + 1 }, () => plain);
    const holed = Object.assign(Array.from<unknown>({ length: 0 }), { 0: plain, 2: plain });
    for (const messages of [tooMany, holed, undefined, { length: 0 }]) {
      expect(arePlainMessages(messages, partMessages)).toBe(false);
      expect(MessagesPart.safeParse({ part: 'messages', key: 'k', path: '', messages }).success).toBe(false);
    }
    expect(MessagesPart.safeParse({ part: 'messages', key: 'k', path: '' }).success).toBe(false);
  });
});
