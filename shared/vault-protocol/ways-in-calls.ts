import { z } from 'zod';
import { call, None } from '../contract/call';
import { ShareFacts } from '../contract/ways-in-calls';
import { mostShares } from '../contract/secrets';
import { KdfParameters } from '../kdf-parameters';
import { Bytes } from '../model/bytes';
import { WayInMade, WayInRemoved } from './way-in-change';
import { Key32 } from './values';

const Shares = z.array(Bytes).min(1).max(mostShares);

/** What the shell may ask of the vault process about the ways into a vault: a part of vault-calls.ts. */
export const waysInVaultCalls = {
  /** The bytes for key derivation of the key file at a path. Refuses `file-unreadable`, `wrong-secret` when no key file has its length. */
  'prepare.readKeyFile': call('vault', z.object({ path: z.string().min(1).max(4096) }), z.object({ secret: Bytes })),
  /** Refuses `code-not-matching`. */
  'prepare.readShare': call('vault', z.object({ typed: Bytes }), ShareFacts),
  /**
   * The bytes for key derivation that shares as typed may stand for, the likeliest first, and the numbers of the shares that do not fit them. More than one only when
   * a share was forged. Refuses `code-not-matching`, `shares-mixed`, `shares-too-few`.
   */
  'prepare.combineShares': call('vault', z.object({ typed: Shares }), z.object({ secrets: z.array(z.object({ secret: Bytes, leftOut: z.array(z.number().int()) })) })),
  /** A new key file: its bytes, and those for key derivation. */
  'prepare.keyFile': call('vault', None, z.object({ content: Bytes, secret: Bytes })),
  /** A new set of shares as printed, and the bytes for key derivation. */
  'prepare.shares': call('vault', z.object({ needed: z.number().int().min(2).max(mostShares), count: z.number().int().min(2).max(mostShares) }), z.object({ printed: z.array(z.string()), secret: Bytes })),

  /** What secrets of the open vault are derived with. */
  'waysIn.parameters': call('vault', None, KdfParameters),
  /** Whether a derived key is that of a way into the open vault; a wrong one is entered in the history. Refuses `wrong-secret`, `read-only`. */
  'waysIn.prove': call('vault', z.object({ proof: Key32 }), None),
  /**
   * Makes a way in, in place of the one of its kind. `proof`: the derived key of a way in there is; a wrong one is entered in the history. Refuses `wrong-secret`, `same-secret`,
   * `read-only`, `disk-full`, `folder-unwritable`, `io-error`; then what was there before holds.
   */
  'waysIn.make': call('vault', z.object({ proof: Key32, key: Key32, made: WayInMade }), None),
  /** Ends a way in. Refuses as `waysIn.make`. */
  'waysIn.remove': call('vault', z.object({ proof: Key32, removed: WayInRemoved }), None),
} as const;
