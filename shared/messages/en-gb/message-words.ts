import type { MessageFlag, NeutralCall } from '../../model/message-facts';
import { countOf } from '../plural';

const callNames: Record<NeutralCall['kind'], readonly [call: string, video: string]> = {
  incoming: ['Incoming call', 'Incoming video call'], outgoing: ['Outgoing call', 'Outgoing video call'], missed: ['Missed call', 'Missed video call'], voicemail: ['Voicemail', 'Video message'],
  'answered-elsewhere': ['Call answered on another device', 'Video call answered on another device'], rejected: ['Declined call', 'Declined video call'], blocked: ['Blocked call', 'Blocked video call'], 'not-said': ['Voice call', 'Video call'],
};

/** Seconds in words: `4 minutes 10 seconds`, `1 hour 2 minutes`. */
export function sayDuration(seconds: number): string {
  const parts = [[Math.floor(seconds / 3600), 'hour', 'hours'], [Math.floor(seconds / 60) % 60, 'minute', 'minutes'], [seconds % 60, 'second', 'seconds']] as const;
  return parts.filter(([count]) => count > 0).map(([count, one, many]) => countOf(count, one, many)).join(' ') || countOf(0, 'second', 'seconds');
}

/** A call in words, the same on a screen and in print: "Missed call", "Voice call, 4 minutes 10 seconds". */
export function sayCall({ kind, isVideo, seconds }: NeutralCall): string {
  const name = callNames[kind][isVideo ? 1 : 0];
  const isUnanswered = kind === 'missed' || kind === 'rejected' || kind === 'blocked';
  return seconds === null || (seconds === 0 && isUnanswered) ? name : `${name}, ${sayDuration(seconds)}`;
}

/** What the source says of a message beside its words. */
export const flagWords: Record<MessageFlag, string> = {
  edited: 'Edited', deleted: 'Deleted', forwarded: 'Forwarded', location: 'A place', contact: 'A contact', poll: 'A poll', call: 'A call', reply: 'A reply', 'voice-note': 'Voice note', sticker: 'Sticker',
  story: 'About a story', reaction: 'A reaction', disappearing: 'Set to disappear', 'view-once': 'To be seen once',
  draft: 'Draft, never sent', failed: 'Not sent: sending failed', pending: 'Not sent yet when this was exported', 'machine-transcript': 'Words made from a recording by a machine',
};

/** Those by which a message never reached anybody, as far as its source says: never shown as if it had. */
export function isUnsent({ flags }: { readonly flags: readonly MessageFlag[] }): boolean {
  return flags.some((flag) => flag === 'draft' || flag === 'failed' || flag === 'pending');
}

/** Those that are not said already by what is shown: a call, what is answered. */
export function flagsToSay(message: { readonly flags: readonly MessageFlag[]; readonly call: unknown; readonly quoted: unknown }): MessageFlag[] {
  return message.flags.filter((flag) => !(flag === 'call' && message.call !== null) && !(flag === 'reply' && message.quoted !== null));
}
