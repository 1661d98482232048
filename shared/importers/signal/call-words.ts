import type { NeutralCall } from '../../model/message-facts';

/** A call in the words of signalbackup-tools (signalbackup/decodestatusmessage.cc, old and new); null where they say none. */
export function callInWords(words: string): NeutralCall | null {
  const found = /^(?:(Incoming|Outgoing|Missed) (voice|video) call|(Group call)|(You called)|(Missed call)|[^\n]{1,300}(called you))$/.exec(words);
  if (found === null) return null;
  const [, way, kind, group, outgoing, missed] = found;
  const told = way === 'Incoming' || (way === undefined && group === undefined && outgoing === undefined && missed === undefined) ? 'incoming' : way === 'Outgoing' || outgoing !== undefined ? 'outgoing' : group !== undefined ? 'not-said' : 'missed';
  return { kind: told, isVideo: kind === 'video', seconds: null };
}
