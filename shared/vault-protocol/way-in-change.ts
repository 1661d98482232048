import { z } from 'zod';
import { WayInKind } from '../contract/ways-in-calls';
import { mostShares } from '../contract/secrets';

/** A change of a vault's ways in, by the name it has in the history. `printed`: the new code, which waits to be confirmed. */
export const WayInMade = z.discriminatedUnion('change', [
  z.object({ change: z.literal('passphrase-changed') }),
  z.object({ change: z.literal('recovery-code-made'), printed: z.string() }),
  z.object({ change: z.literal('key-file-made') }),
  z.object({ change: z.literal('shares-made'), needed: z.number().int().min(2).max(mostShares), people: z.array(z.string()).min(2).max(mostShares) }),
]);
export type WayInMade = z.infer<typeof WayInMade>;

export const WayInRemoved = z.object({ change: z.literal('way-in-removed'), kind: WayInKind.exclude(['passphrase']) });
export type WayInRemoved = z.infer<typeof WayInRemoved>;

export const WayInChange = z.union([WayInMade, WayInRemoved]);
export type WayInChange = z.infer<typeof WayInChange>;

/** The kind of slot that a change rewrites. */
export function changedKind(change: WayInChange): WayInKind {
  switch (change.change) {
    case 'passphrase-changed': return 'passphrase';
    case 'recovery-code-made': return 'recovery-code';
    case 'key-file-made': return 'key-file';
    case 'shares-made': return 'shared-key';
    case 'way-in-removed': return change.kind;
  }
}
