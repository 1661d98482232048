import { z } from 'zod';
import { BackupChecked, BackupDone, BackupPlace, JoinReport, MakeBackup, Restored } from '../contract/backup-calls';
import { call, None } from '../contract/call';
import { OpeningNotice } from '../contract/program-calls';
import { KdfParameters } from '../kdf-parameters';
import { Id } from '../model/identity';
import { Folder, Key32 } from './values';

/** What a vault that was just opened says of itself. */
const OpenedFacts = { vaultId: z.string(), notices: z.array(OpeningNotice), readOnly: z.boolean(), example: z.boolean() };

/** What the shell may ask of the vault process about copies of a vault: a part of vault-calls.ts. Those with a task tell their progress in bytes. */
export const backupVaultCalls = {
  /**
   * Takes a folder as a place for backups: the picked one when it is empty or holds a backup of this vault, else a folder inside it, which is made
   * with the first backup. A backup of this vault that lies there is known from then on. Refuses `read-only`,
   * `same-folder` (the vault's own, or inside it), `backup-differs`, `not-this-vault` (another vault lies there), `place-gone`, `folder-unwritable`.
   */
  'backup.takePlace': call('vault', z.object({ folder: Folder }), BackupPlace),
  /**
   * Makes or continues the backup at a place; progress in bytes. The backup before stays whole until the new one is. Refuses `read-only`, `place-gone`, `backup-gone`, `same-folder`,
   * `backup-differs`, `not-this-vault`, `already-open`, `disk-full`, `drive-file-limit` (FAT32; the file is named), `folder-unwritable`, `io-error` (written and read back differ), `cancelled`.
   */
  'backup.make': call('vault', MakeBackup.extend({ taskId: Id }), BackupDone),
  /** Reads every object of the backup at a place; changes nothing there. Refuses as `backup.make`; `tampered` where nothing of its record verifies. */
  'backup.check': call('vault', z.object({ taskId: Id, id: Id }), BackupChecked),
  /**
   * Copies the open vault into an empty folder, verifies the copy and goes on there: every call after this is answered from `to`. The old files stay; on any refusal
   * the vault is open where it was. Refuses `read-only`, `same-folder`, `vault-exists`, `tampered` (a file here is damaged: named), and as `backup.make`.
   */
  'open.move': call('vault', z.object({ taskId: Id, to: Folder }), None),
  /** After the shell has remembered the new folder: removes the vault's files from the old one. What is left undone is done at the next opening. */
  'open.finishMove': call('vault', None, None),
  /**
   * At the locked door: proves the secret, copies the backup into an empty folder, verifies every object and leaves the vault open there. Nothing is left when it is refused or
   * cancelled; the backup is not changed. Refuses `no-vault-here`, `header-damaged`, `newer-format`, `wrong-secret`, `tampered` (nothing verifies: joining may help), `same-folder`,
   * `vault-exists`, `already-open`, `file-unreadable`, `disk-full`, `drive-file-limit`, `folder-unwritable`, `io-error`, `cancelled`.
   */
  'open.restore': call('vault', z.object({ taskId: Id, from: Folder, to: Folder, key: Key32 }), z.object({ ...OpenedFacts, restored: Restored })),
  /** What the key derivation needs to join two copies of one vault, of which one may have lost its header: in the order in which to try them. Refuses `not-this-vault`, and as `prepare.open`. */
  'prepare.join': call('vault', z.object({ damaged: Folder, backup: Folder }), z.array(KdfParameters).min(1).max(4)),
  /**
   * At the locked door: joins a damaged vault and an older backup of it in an empty folder, as far as both verify, and leaves it open there. Neither is changed; nothing is left
   * when it is refused or cancelled. Refuses `wrong-secret`, `not-this-vault` (or one of them was made before its keys were renewed), and as `open.restore`.
   */
  'open.join': call('vault', z.object({ taskId: Id, damaged: Folder, backup: Folder, to: Folder, key: Key32 }), z.object({ ...OpenedFacts, joined: JoinReport })),
} as const;
