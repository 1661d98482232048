import { describe, expect, it } from 'vitest';
import type { NeutralMessage } from '../parts';
import type { ReadPart } from '../read-part';
import { Survey } from './survey';

const message = (said: Partial<NeutralMessage>): NeutralMessage => ({
  kind: 'message', sender: 'Dan', at: '2019-03-12T21:05:00', offsetMinutes: null, basis: 'as-written', atAsWritten: '12/03/2019, 21:05', text: 'x', attachments: [], flags: [], quoted: null, reactions: [], call: null,
  sourceLine: 1, sourceOffset: 0, sourceLength: 1, ...said,
});
const conversation = (key: string, said: Partial<Extract<ReadPart, { part: 'conversation' }>> = {}): Extract<ReadPart, { part: 'conversation' }> => ({ part: 'conversation', key, kind: 'whatsapp', title: '', service: 'WhatsApp', participants: [], ...said });
const messages = (key: string, ...said: NeutralMessage[]): Extract<ReadPart, { part: 'messages' }> => ({ part: 'messages', key, file: 0, entryName: '', messages: said });
const survey = (...parts: Parameters<Survey['add']>[0][]): Survey => {
  const made = new Survey((file, entryName) => `${file}/${entryName}`);
  for (const part of parts) made.add(part);
  return made;
};
const never = () => false;

describe('a survey', () => {
  it('counts each conversation apart: kinds, calls, people, files, first and last, bases in their order', () => {
    const { conversations, conversationCount } = survey(
      conversation('a', { participants: [{ name: 'Dan', handle: '+447700900123', isOwner: false }, { name: 'Sam', handle: '', isOwner: true }] }), conversation('b', { title: 'Group', kind: 'signal' }),
      messages('a', message({ at: '2019-05-01T10:00:00', basis: 'instant' }), message({ sender: 'Sam', at: '2019-03-01T10:00:00' }), message({ kind: 'system', sender: '', at: '' }), message({ kind: 'not-understood', sender: '', at: '', text: '?' })),
      messages('b', message({ sender: 'Alex', call: { kind: 'missed', isVideo: false, seconds: null }, attachments: [{ name: 'a', file: '', absent: 'left-out' }, { name: 'b', file: '', absent: 'not-there' }, { name: 'c', file: '', absent: 'not-opened' }] })),
      messages('a', message({})),
    ).result(never, never);
    expect(conversationCount).toBe(2);
    expect(conversations).toMatchObject([
      {
        key: 'a', title: 'Dan', messageCount: 3, systemCount: 1, callCount: 0, notUnderstoodCount: 1, firstAt: '2019-03-01T10:00:00', lastAt: '2019-05-01T10:00:00', bases: ['as-written', 'instant'],
        participants: [{ name: 'Dan', handle: '+447700900123', isOwner: false, count: 2 }, { name: 'Sam', handle: '', isOwner: true, count: 1 }], notUnderstoodSample: [{ line: 1, text: '?' }],
      },
      { key: 'b', kind: 'signal', title: 'Group', messageCount: 1, callCount: 1, attachments: { present: 0, leftOut: 1, notThere: 1, notOpened: 1 }, participants: [{ name: 'Alex', count: 1 }] },
    ]);
  });

  it('counts a file that could not be read as not opened, whether it comes before its message or after', () => {
    const named = (file: string) => messages('a', message({ attachments: [{ name: file, file, absent: null }] }));
    const made = survey(conversation('a'));
    made.file('before', false);
    for (const file of ['before', 'after', 'sound', 'never']) made.add(named(file));
    made.file('after', false);
    made.file('sound', true);
    expect(made.result(never, never).conversations[0]?.attachments).toEqual({ present: 2, leftOut: 0, notThere: 0, notOpened: 2 });
  });

  it('says no time while the order of day and month is open, and asks whether the exporter may have cut', () => {
    const made = survey(conversation('a'), conversation('b', { dateOrder: 'dmy' }), messages('a', message({})), messages('b', message({}), message({ kind: 'system' })));
    const asked: unknown[] = [];
    const { conversations } = made.result((kind) => kind === 'whatsapp', (...told) => asked.push(told) > 1);
    expect(conversations.map(({ firstAt, mayBeTruncated }) => [firstAt, mayBeTruncated])).toEqual([['', false], ['2019-03-12T21:05:00', true]]);
    expect(asked).toEqual([['whatsapp', 1, false], ['whatsapp', 2, false]]);
  });

  it('keeps the first of what was not understood, and counts all of it', () => {
    const made = survey(...Array.from({ length: 30 }, (_, index): Extract<ReadPart, { part: 'not-understood' }> => ({ part: 'not-understood', file: 1, entryName: 'a\u202eb', text: 'z'.repeat(400), sourceLine: index, sourceOffset: 0, sourceLength: 1 })));
    const { notUnderstoodCount, notUnderstoodSample } = made.result(never, never);
    expect([notUnderstoodCount, notUnderstoodSample.length, notUnderstoodSample[0]]).toEqual([30, 20, { path: '1/ab', line: 0, text: 'z'.repeat(300) }]);
  });
});
