import { z } from 'zod';
import { backupVaultCalls } from './backup-calls';
import { OpeningNotice } from '../contract/program-calls';
import { ShareSlip } from '../contract/ways-in-calls';
import { DocumentAdded } from '../contract/record-calls';
import { ById, call, None } from '../contract/call';
import { SearchRebuilt } from '../contract/check-calls';
import { CasePagePlan, CasePageWanted } from '../model/case/case-page';
import { IssuedBundle } from '../model/bundle';
import { BagRecord } from '../model/bag';
import { CopyAhead, CopyLeaving, CopyTraits, HandedCopy } from '../model/copy';
import { ExportChoice, ExportRecord } from '../model/export';
import { PartFile } from '../model/output';
import { Released } from '../model/sweep';
import { ExportPlan } from '../model/export-plan';
import { KdfParameters } from '../kdf-parameters';
import { Bytes } from '../model/bytes';
import { Id, Sha256, UtcInstant } from '../model/identity';
import { filesVaultCalls } from './files-calls';
import { importVaultCalls } from './import-calls';
import { readingVaultCalls } from './reading-calls';
import { waysInVaultCalls } from './ways-in-calls';
import { mostRefusedAttempts } from '../model/refused-attempts';
import { Folder, Key32 } from './values';

/**
 * What a vault remembers of itself outside itself, sealed (docs/FORMAT.md, "Marks kept outside"): the newest point of the history of one copy. Always as
 * long as this, and to the shell, as to anyone, like random bytes.
 */
export const sealedMarkBytes = 160;
const SealedMark = Bytes.refine((b) => b.length === sealedMarkBytes);

/** The two ways in that a compartment is made with. */
const FirstWaysIn = { passphraseKey: Key32, recoveryKey: Key32, recoveryPrinted: z.string() };

/**
 * What the shell may ask of the vault process beyond the window's own calls. The shell holds no keys: it passes a derived
 * key (from the key-derivation process, which ends) and zeroes its copy. Paths travel only here, never to the window.
 */
export const vaultCalls = {
  /**
   * Reads the header only: what the key derivation needs, once for each copy that says otherwise, in the order in which to try them (anybody can change
   * one copy). Refuses `no-vault-here`, `header-damaged`, `newer-format`.
   */
  'prepare.open': call('vault', z.object({ folder: Folder }), z.array(KdfParameters).min(1).max(2)),
  /** Fresh salt and the format's default parameters; checks that the folder can hold a new vault. */
  'prepare.create': call('vault', z.object({ folder: Folder, quickKdf: z.boolean() }), KdfParameters),
  /** A new recovery code: its printed form, and the bytes that go through the key derivation. */
  'prepare.recoveryCode': call('vault', None, z.object({ printed: z.string(), secret: Bytes })),
  /** The bytes for key derivation of a recovery code as she typed it. Refuses `code-not-matching` when its check characters disagree. */
  'prepare.readRecoveryCode': call('vault', z.object({ typed: Bytes }), z.object({ secret: Bytes })),
  /** Where a typed share that does not read is amiss. */
  'prepare.findShareSlip': call('vault', z.object({ typed: Bytes }), ShareSlip),
  /** Makes a vault and leaves it open. `second`: into the second compartment, which is made whole and closed; without it nobody can open that. Refuses `same-secret`, and what the folder refuses; then there is no vault. */
  'open.create': call('vault', z.object({ folder: Folder, parameters: KdfParameters, ...FirstWaysIn, example: z.boolean(), second: z.object(FirstWaysIn).optional() }), z.object({ vaultId: z.string() })),
  /**
   * Tries every slot. `marks`: all that this computer remembers, of whatever vaults and places; the vault takes those it can open. `refusedUtc`: when
   * secrets were refused since the last opening, for the history.
   */
  'open.unlock': call('vault', z.object({ folder: Folder, key: Key32, marks: z.array(SealedMark).max(100), refusedUtc: z.array(UtcInstant).max(mostRefusedAttempts) }), z.object({ vaultId: z.string(), notices: z.array(OpeningNotice), notKept: z.array(z.string()), readOnly: z.boolean(), example: z.boolean() })),
  /** Before running work is cancelled because she leaves: stops what is on its way in, which is then told at the next opening, and takes nothing more in. The process is ended after it. */
  'open.leave': call('vault', None, None),
  /** Snapshot, close, release the lock; the process is ended after it (killing it is the lock). */
  'open.close': call('vault', None, None),
  /** The rollback mark of this copy, for the settings folder: which of the two kept for its place it replaces. The same bytes while nothing is new. */
  'open.mark': call('vault', None, z.object({ half: z.union([z.literal(0), z.literal(1)]), sealed: SealedMark })),

  /** Notes files that she chose, in her order, so that the next opening names what the vault closed upon. */
  'documents.noteComing': call('vault', z.object({ names: z.array(z.string()) }), z.object({ ids: z.array(Id) })),
  /** She took it back before its turn came. */
  'documents.forgetComing': call('vault', ById, None),
  /** Seals a file straight from where she picked it. Progress by `taskId`; see VaultNotice. `comingId`: by which it was noted; gone once it is kept, or refused or cancelled with her there to see it. */
  'documents.seal': call('vault', z.object({ taskId: Id, path: z.string(), name: z.string(), comingId: Id.optional(), origin: z.enum(['added', 'message-source', 'message-attachment']) }), DocumentAdded),
  /** Plain bytes [start, end) of a kept document. At most 4 MiB a call. */
  'documents.read': call('vault', z.object({ id: Id, start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }), z.object({ bytes: Bytes, sizeBytes: z.number().int(), mediaType: z.string() })),
  /** For the history: a readable copy of the original is about to appear outside the vault, under this name. */
  'documents.noteSaved': call('vault', z.object({ id: Id, fileName: z.string().max(1024) }), None),

  ...importVaultCalls,
  ...readingVaultCalls,
  ...filesVaultCalls,
  ...waysInVaultCalls,
  /**
   * Seals everything of the open vault anew under a new key; progress in bytes. Key file and shares end; the new recovery code waits to be confirmed. Cancelled or
   * refused, the vault is as it was. Refuses as `waysIn.make`, and `cannot-renew` (a file is damaged; named), `cancelled`.
   */
  'waysIn.renew': call('vault', z.object({ taskId: Id, proof: Key32, passphraseKey: Key32, recoveryKey: Key32, recoveryPrinted: z.string() }), None),
  ...backupVaultCalls,

  /** Makes the search index anew, beside the one in use. Progress by `taskId`, in items. */
  'search.rebuildIndex': call('vault', z.object({ taskId: Id }), SearchRebuilt),

  /** Everything an export prints, in order, with exhibit marks issued or proposed. */
  'exports.plan': call('vault', z.object({ choice: ExportChoice }), ExportPlan),
  /** A page of the case with its sources. Refuses `not-found`, `nothing-chosen`, `tampered`. */
  'casePages.plan': call('vault', CasePageWanted, CasePagePlan),
  /** The next copy for a recipient: its number and code, to be put on its pages. Refuses `not-found`, `read-only`. */
  'copies.ahead': call('vault', z.object({ recipientId: Id }), CopyAhead),
  /** By what each copy is told, when a page has turned up. */
  'copies.traits': call('vault', None, z.object({ copies: z.array(CopyTraits) })),
  'copies.get': call('vault', ById, HandedCopy),
  /** Whether the same pages would be made of the record now as were planned, and looked through for the same; false too of a plan that is not the newest. */
  'exports.planStands': call('vault', z.object({ planId: Id }), z.object({ stands: z.boolean() })),
  /** An export or a page of the case left the vault: marks become issued, the history says so. `copy`: for whom; refuses `reason-needed` where privileged notes go to no lawyer without one. Refuses `pages-outdated` when the record has changed. */
  'exports.record': call('vault', z.object({ planId: Id, fileName: z.string(), pageCount: z.number().int(), sizeBytes: z.number().int(), sha256: Sha256, released: z.array(Released).default([]), bag: BagRecord.optional(), copy: CopyLeaving.optional(), issued: IssuedBundle.optional(), parts: z.array(PartFile).max(1000).optional(), isKept: z.literal(true).optional() }), ExportRecord),
} as const;

export type VaultCalls = typeof vaultCalls;
export type VaultCallName = keyof VaultCalls;

/** What the vault process tells the shell unasked: progress of its part of a task. */
export const VaultNotice = z.discriminatedUnion('notice', [
  z.object({ notice: z.literal('progress'), taskId: Id, done: z.number(), total: z.number(), unit: z.enum(['bytes', 'messages', 'items']) }),
  /** Something that was planned to go out was erased: the plan is gone, and what was made of it must go. */
  z.object({ notice: z.literal('plan-let-go'), planId: Id }),
]);
export type VaultNotice = z.infer<typeof VaultNotice>;

/** The envelope between shell and vault. `cancel` names a task; its call then answers `cancelled`. */
export type ToVault = { id: number; call: string; input: unknown } | { cancel: string };
export type FromVault = { id: number; result: unknown } | VaultNotice;
