import { expect, it } from 'vitest';
import type { MessageFlag } from '../../model/message-facts';
import { flagsToSay, isUnsent, sayCall, sayDuration } from './message-words';

it('says how long in words', () => {
  expect([0, 1, 59, 60, 250, 3600, 3720, 7325].map(sayDuration)).toEqual(['0 seconds', '1 second', '59 seconds', '1 minute', '4 minutes 10 seconds', '1 hour', '1 hour 2 minutes', '2 hours 2 minutes 5 seconds']);
});

it('says what kind of call it was, and how long where somebody spoke', () => {
  expect(sayCall({ kind: 'missed', isVideo: false, seconds: 0 })).toBe('Missed call');
  expect(sayCall({ kind: 'missed', isVideo: true, seconds: null })).toBe('Missed video call');
  expect(sayCall({ kind: 'not-said', isVideo: false, seconds: 250 })).toBe('Voice call, 4 minutes 10 seconds');
  expect(sayCall({ kind: 'outgoing', isVideo: false, seconds: 0 })).toBe('Outgoing call, 0 seconds');
  expect(sayCall({ kind: 'incoming', isVideo: true, seconds: null })).toBe('Incoming video call');
});

it('says of a message only what is not shown already', () => {
  expect(flagsToSay({ flags: ['edited', 'call', 'reply'], call: null, quoted: null })).toEqual(['edited', 'call', 'reply']);
  expect(flagsToSay({ flags: ['edited', 'call', 'reply'], call: {}, quoted: {} })).toEqual(['edited']);
});

it('knows what was never sent', () => {
  expect([['draft'], ['edited', 'failed'], ['pending']].map((flags) => isUnsent({ flags } as { flags: MessageFlag[] }))).toEqual([true, true, true]);
  expect(isUnsent({ flags: ['deleted', 'view-once'] })).toBe(false);
});
