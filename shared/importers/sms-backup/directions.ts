import type { MessageFlag, NeutralCall } from '../../model/message-facts';

export interface Direction {
  readonly isReceived: boolean;
  readonly flags: readonly MessageFlag[];
}

/**
 * `type` of an `sms` and `msg_box` of an `mms` (Android's Telephony.TextBasedSmsColumns and BaseMmsColumns; SyncTech, "Fields in XML backup files"): 1 received, 2 sent, 3 draft, 4 outbox, 5 failed,
 * 6 queued. `status`: 64 means that the network refused it or could not deliver it. Null for any other.
 */
export function directionOf(type: string, status: string): Direction | null {
  switch (type) {
    case '1': return { isReceived: true, flags: [] };
    case '2': return { isReceived: false, flags: status === '64' ? ['failed'] : [] };
    case '3': return { isReceived: false, flags: ['draft'] };
    case '4':
    case '6': return { isReceived: false, flags: ['pending'] };
    case '5': return { isReceived: false, flags: ['failed'] };
    default: return null;
  }
}

/** `type` of a `call` (Android's CallLog.Calls): others are phone makers' own. */
export const callKinds: ReadonlyMap<string, NeutralCall['kind']> = new Map([
  ['1', 'incoming'], ['2', 'outgoing'], ['3', 'missed'], ['4', 'voicemail'], ['5', 'rejected'], ['6', 'blocked'], ['7', 'answered-elsewhere'],
]);
