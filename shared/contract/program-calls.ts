import { z } from 'zod';
import { Id, UtcInstant } from '../model/identity';
import { defaultSettings, Settings } from '../model/settings';
import { call, None, TaskStarted } from './call';
import { CallError } from './errors';
import { SecretBytes, UnlockSecret } from './secrets';

/** A one-time permission for a file or folder she picked. The window sees its own name and size, never its place. */
export const Grant = z.object({ grant: Id, name: z.string().max(1024), sizeBytes: z.number().int().nonnegative() });
export type Grant = z.infer<typeof Grant>;

/** A file or folder to be looked into. */
export const SourceGrant = Grant.extend({ isFolder: z.boolean() });
export type SourceGrant = z.infer<typeof SourceGrant>;

/** Several files that she picked or dropped: those that can be read, and for each of the others its name and why not. One bad file never stops the rest. */
export const PickedFiles = z.object({ grants: z.array(Grant), refused: z.array(CallError) });
export type PickedFiles = z.infer<typeof PickedFiles>;

export const ProgramPhase = z.enum(['no-vault', 'locked', 'open']);
export const ProgramState = z.object({
  phase: ProgramPhase,
  settings: Settings,
  /** True while the open vault holds the invented sample. */
  example: z.boolean(),
  /** Nobody was here for the idle time while something she began was on its way into the vault: the page covers itself until the lock comes. */
  covered: z.boolean(),
  /** The open vault may only be read (damage was found). */
  readOnly: z.boolean(),
  /** She locked a damaged vault in order to join it with a backup: the locked door begins there. */
  joinNext: z.boolean(),
  platform: z.enum(['linux', 'darwin', 'win32']),
});
export type ProgramState = z.infer<typeof ProgramState>;

/** What she should know after opening, in words elsewhere: a set-aside tail, an older copy, an older header under a newer record, one of two copies of the header mended from the other, a renewal that was cut short, shares whose pages were not all shown. */
export const OpeningNotice = z.enum(['tail-set-aside', 'older-than-seen', 'first-page-older', 'tampered-read-only', 'copy-repaired', 'renewal-interrupted', 'shares-not-shown', 'recovery-code-unconfirmed', 'synced-folder']);
export type OpeningNotice = z.infer<typeof OpeningNotice>;

/** Wrong passphrases or codes tried in the vault's folder, by this program, since the vault was last opened. */
export const RefusedAttempts = z.object({ count: z.number().int().positive(), lastUtc: UtcInstant });
export type RefusedAttempts = z.infer<typeof RefusedAttempts>;

export const programCalls = {
  'program.state': call('main', None, ProgramState),
  'program.saveSettings': call('main', Settings, Settings),
  /** Blanks the page, locks, and puts the window away. The window blanks itself before it calls. */
  'program.quickExit': call('main', None, None),
  'program.cancelTask': call('main', TaskStarted, None),
  /** Text to the clipboard (hers, on her request), cleared again after a minute or at lock if still ours. */
  'program.copyText': call('main', z.object({ text: z.string().max(1_000_000) }), None),

  /** Picks a folder for a new vault, or one that holds a vault. null: she closed the dialog. */
  'vault.chooseFolder': call('main', None, z.object({ chosen: Grant.nullable() })),
  /**
   * Makes a vault (in the picked folder, or the default place) and opens it. Until the code is confirmed, `vault.pendingRecoveryCode` tells it again.
   * `secondPassphrase`: opens the second compartment, now or never (docs/FORMAT.md, "Compartments"). Refuses `same-secret`.
   */
  'vault.create': call('main', z.object({ folder: Id.nullable(), passphrase: SecretBytes, secondPassphrase: SecretBytes.optional() }), z.object({ recoveryCode: z.string() })),
  'vault.createExample': call('main', z.object({ passphrase: SecretBytes }), TaskStarted),
  /** Opens with any way in; codes and shares as printed (spaces and case do not matter). `unfitShares`: numbers of shares that did not fit the others and were left out. `notKept`: names of what was still on its way in when the vault was last closed, and is not in it; a folder's name ends with `/`. */
  'vault.unlock': call('main', z.object({ folder: Id.nullable(), secret: UnlockSecret }), z.object({ notices: z.array(OpeningNotice), refused: RefusedAttempts.nullable(), unfitShares: z.array(z.number().int()).optional(), notKept: z.array(z.string()).optional() })),
  'vault.lock': call('main', z.object({ toJoin: z.boolean().optional() }), None),
  /** The code as printed, until she has confirmed it: she may have left before she wrote it down. After that null for ever. */
  'vault.pendingRecoveryCode': call('vault', None, z.object({ recoveryCode: z.string().nullable() })),
  /** Which groups (counted from 0) she is asked to type, and whether what she typed agrees. */
  'vault.askRecoveryCode': call('vault', None, z.object({ groups: z.array(z.number().int().nonnegative()), groupCount: z.number().int() })),
  'vault.confirmRecoveryCode': call('vault', z.object({ typed: z.array(z.string().max(16)).max(8) }), z.object({ confirmed: z.boolean() })),
  'vault.facts': call('vault', None, z.object({
    vaultId: z.string(), createdUtc: UtcInstant, example: z.boolean(), readOnly: z.boolean(), recoveryCodeConfirmed: z.boolean(),
    /** Sequence of the newest history entry and the short code that binds all of them. */
    historySequence: z.number().int(), sealCode: z.string(),
    incidentCount: z.number().int(), documentCount: z.number().int(), messageCount: z.number().int(), evidenceBytes: z.number(),
  })),
} as const;

export { defaultSettings };
