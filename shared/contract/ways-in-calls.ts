import { z } from 'zod';
import { UtcInstant } from '../model/identity';
import { call, None, TaskStarted } from './call';
import { Grant } from './program-calls';
import { mostShares, SecretBytes, UnlockSecret } from './secrets';

/** The kinds of slot (docs/FORMAT.md, "Slot"): each opens the vault by itself, and a vault has at most one of each. */
export const WayInKind = z.enum(['passphrase', 'recovery-code', 'key-file', 'shared-key']);
export type WayInKind = z.infer<typeof WayInKind>;

/** How many of the people who hold a share must come together. */
const SharesNeeded = z.number().int().min(2).max(mostShares);
const PersonName = z.string().min(1).max(120);

/** One way into the vault. `shares` only for a shared key: how many are needed, for whom they are, and whether she went through every page, which is shown but once. */
export const WayIn = z.object({ kind: WayInKind, madeUtc: UtcInstant, shares: z.object({ needed: SharesNeeded, people: z.array(PersonName), areAllShown: z.boolean() }).nullable() });
export type WayIn = z.infer<typeof WayIn>;

/** A share as it is printed: forty digits in eight groups of five (docs/FORMAT.md, "Recovery shares"). */
export const PrintedShare = z.object({ person: PersonName, printed: z.string() });
export type PrintedShare = z.infer<typeof PrintedShare>;

/** What one share says of itself: which set it belongs to, which of the set it is, and how many of the set are needed. */
export const ShareFacts = z.object({ setId: z.string(), number: z.number().int(), needed: SharesNeeded });
export type ShareFacts = z.infer<typeof ShareFacts>;

const ShareGroup = z.number().int().min(1).max(8);
/** Where a typed share that did not read is amiss, as far as its check digits tell; groups are counted from 1. */
export const ShareSlip = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('short'), missing: z.number().int().positive(), group: ShareGroup.nullable() }),
  z.object({ kind: z.literal('long'), over: z.number().int().positive(), group: ShareGroup.nullable() }),
  z.object({ kind: z.literal('odd-sign'), group: ShareGroup }),
  z.object({ kind: z.literal('one'), group: ShareGroup }),
  z.object({ kind: z.literal('swapped'), left: ShareGroup, right: ShareGroup }),
  z.object({ kind: z.literal('several') }),
]);
export type ShareSlip = z.infer<typeof ShareSlip>;

/** Every change asks for the passphrase anew: who walks up to an open vault must not add a key of his own. Each refuses `wrong-secret`. */
export const waysInCalls = {
  'waysIn.list': call('vault', None, z.object({ ways: z.array(WayIn) })),
  /** Refuses `passphrase-too-weak`. */
  'waysIn.changePassphrase': call('main', z.object({ passphrase: SecretBytes, next: SecretBytes }), None),
  /** A new passphrase where the old one is forgotten: another way in stands for it. Refuses `passphrase-too-weak`, and what reading that secret refuses. */
  'waysIn.replacePassphrase': call('main', z.object({ secret: UnlockSecret, next: SecretBytes }), None),
  /** A new recovery code in place of the old one; it waits to be confirmed as the first did. */
  'waysIn.newRecoveryCode': call('main', z.object({ passphrase: SecretBytes }), z.object({ recoveryCode: z.string() })),
  /** Asks where to save the file. `made` false: she closed the dialog. */
  'waysIn.makeKeyFile': call('main', z.object({ passphrase: SecretBytes }), z.object({ made: z.boolean() })),
  /** One share for each of the people; ends an earlier set. Until `waysIn.noteSharesShown` the vault says that not all of them were shown. */
  'waysIn.makeShares': call('main', z.object({ passphrase: SecretBytes, needed: SharesNeeded, people: z.array(PersonName).min(2).max(mostShares) }), z.object({ shares: z.array(PrintedShare) })),
  /** She went through every page of the shares just made, and has them. */
  'waysIn.noteSharesShown': call('vault', None, None),
  /** Saves shares just made as a PDF, a page for each person. `saved` false: she closed the dialog. */
  'waysIn.saveSharePages': call('main', z.object({ shares: z.array(PrintedShare).min(1).max(mostShares), needed: SharesNeeded }), z.object({ saved: z.boolean() })),
  /** Ends a way in. The passphrase itself can only be changed. */
  'waysIn.remove': call('main', z.object({ passphrase: SecretBytes, kind: WayInKind.exclude(['passphrase']) }), None),
  /** Everything sealed anew under a new key; key file and shares end. The task's result holds the new recovery code. */
  'waysIn.renew': call('main', z.object({ passphrase: SecretBytes, next: SecretBytes }), TaskStarted),

  /** Picks a key file, at the locked door or for a new passphrase. null: she closed the dialog. */
  'vault.chooseKeyFile': call('main', None, z.object({ chosen: Grant.nullable() })),
  /** At the locked door: reads one share as typed. Refuses `code-not-matching`. */
  'vault.readShare': call('main', z.object({ typed: SecretBytes }), ShareFacts),
  /** At the locked door: where a share that did not read is amiss. */
  'vault.findShareSlip': call('main', z.object({ typed: SecretBytes }), ShareSlip),
} as const;
