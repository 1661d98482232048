import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadsOf, type ThreadedMail } from './threads';

const mail = (id: string, messageId: string, references: string[] = [], inReplyTo: string[] = []): ThreadedMail => ({ id, messageId, references, inReplyTo });
const drawn = (mails: ThreadedMail[]): string[] => threadsOf(mails).map(({ messageId, isBeginningHere, members }) => `${isBeginningHere ? '' : '?'}${messageId}: ${members.map(({ id, parent, depth }) => `${'>'.repeat(depth)}${id}(${parent ?? ''})`).join(' ')}`);

describe('threads of mails', () => {
  it('follow References, then In-Reply-To', () => {
    expect(drawn([mail('1', 'a'), mail('2', 'b', ['a']), mail('3', 'c', ['a', 'b']), mail('4', 'd', [], ['a', 'x'])])).toEqual(['a: 1() >2(1) >>3(2) >4(1)']);
  });

  it('are the same whatever comes first', () => {
    const mails = [mail('1', 'a'), mail('2', 'b', ['a']), mail('3', 'c', ['a', 'b']), mail('4', 'd', ['a', 'b', 'c'])];
    for (const order of [[3, 2, 1, 0], [1, 3, 0, 2]]) expect(drawn(order.map((index) => mails[index]!))).toEqual(['a: 1() >2(1) >>3(2) >>>4(3)']);
  });

  it('are never joined by a subject, and a mail without an id stands alone', () => {
    expect(drawn([mail('1', 'a'), mail('2', 'b'), mail('3', ''), mail('4', '')])).toEqual(['a: 1()', 'b: 2()', ': 3()', ': 4()']);
  });

  it('hold together over a mail that is not here, and say that the beginning is missing', () => {
    expect(drawn([mail('2', 'b', ['a']), mail('3', 'c', ['a']), mail('5', 'e', ['a', 'b', 'd'])])).toEqual(['?a: 2() >5(2) 3()']);
  });

  it('believe what a mail says of itself before what others say of it', () => {
    expect(drawn([mail('9', 'z', ['a', 'b', 'c']), mail('2', 'b'), mail('3', 'c', ['x'])])).toEqual(['b: 2()', '?x: 3() >9(3)']);
  });

  it('keep copies beside each other', () => {
    expect(drawn([mail('1', 'a'), mail('2', 'b', ['a']), mail('3', 'a')])).toEqual(['a: 1() 3() >2(1)']);
  });

  it('hold no circle', () => {
    expect(drawn([mail('1', 'a', ['b']), mail('2', 'b', ['a']), mail('3', 'c', ['c'])])).toEqual(['b: 2() >1(2)', 'c: 3()']);
  });

  it('hold every mail once, whatever they claim, and a parent comes before its answers', () => {
    const ids = fc.constantFrom('', 'a', 'b', 'c', 'd', 'e');
    fc.assert(fc.property(fc.array(fc.record({ messageId: ids, references: fc.array(ids, { maxLength: 4 }), inReplyTo: fc.array(ids, { maxLength: 2 }) }), { maxLength: 12 }), (claims) => {
      const mails = claims.map((claim, index) => ({ id: String(index), ...claim }));
      const members = threadsOf(mails).flatMap((thread) => thread.members);
      expect(members.map(({ id }) => id).sort()).toEqual(mails.map(({ id }) => id).sort());
      for (const [index, { parent }] of members.entries()) if (parent !== null) expect(members.findIndex(({ id }) => id === parent)).toBeLessThan(index);
    }), { numRuns: 500 });
  });

  it('take no longer than their number, deep or wide', () => {
    const deep = Array.from({ length: 100_000 }, (_, index) => mail(String(index), `m${index}`, index === 0 ? [] : [`m${index - 1}`]));
    expect(threadsOf(deep.reverse())[0]?.members.at(-1)?.depth).toBe(99_999);
  });
});
