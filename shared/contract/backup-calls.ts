import { z } from 'zod';
import { Id, UtcInstant } from '../model/identity';
import { ById, call, Count, None, TaskStarted } from './call';
import { UnlockSecret } from './secrets';

/** A folder that holds a backup of this vault. `name` is the folder's own name; its place stays in the vault. */
export const BackupPlace = z.object({
  id: Id, name: z.string(), addedUtc: UtcInstant,
  /** When the last backup there was finished; of one that was found when the place was added, the newest entry in it. null: none is known of. */
  lastUtc: UtcInstant.nullable(),
  /** When every object of it was last read and found good. */
  checkedUtc: UtcInstant.nullable(),
  /** Whether the folder can be reached now: a stick may not be plugged in. */
  reachable: z.boolean(),
  /** Whether a backup of this vault lies there now. Where `lastUtc` says that there was one, it is gone. */
  holdsBackup: z.boolean(),
});
export type BackupPlace = z.infer<typeof BackupPlace>;

/** What a finished backup did. `kept`: what was there already and still holds. */
export const BackupDone = z.object({
  placeId: Id, atUtc: UtcInstant, newFiles: Count, newBytes: Count, keptFiles: Count, keptBytes: Count,
  /** Names of documents whose file is missing or damaged in the vault: `kept`, the backup has them from before; `absent`, it has not. */
  damagedHere: z.object({ kept: z.array(z.string()), absent: z.array(z.string()) }),
});
export type BackupDone = z.infer<typeof BackupDone>;

/** What a check of a backup found: names of documents that it does not hold whole. */
export const BackupChecked = z.object({ placeId: Id, atUtc: UtcInstant, files: Count, bytes: Count, damaged: z.array(z.string()), recordWhole: z.boolean() });
export type BackupChecked = z.infer<typeof BackupChecked>;

/** What came from where when a damaged vault and an older backup were joined. Entries are steps of the history. */
export const JoinReport = z.object({
  entriesFromVault: Count, entriesFromBackup: Count, filesFromVault: Count, filesFromBackup: Count,
  /** Names of documents whose file verifies in neither. */
  lostFiles: z.array(z.string()),
  /** The record is whole up to here. */
  wholeUntilUtc: UtcInstant.nullable(),
});
export type JoinReport = z.infer<typeof JoinReport>;

export const JoinReported = z.object({ atUtc: UtcInstant, report: JoinReport });
export type JoinReported = z.infer<typeof JoinReported>;

/** What a restored backup holds, and what of it did not verify. */
export const Restored = z.object({ files: Count, bytes: Count, damaged: z.array(z.string()) });
export type Restored = z.infer<typeof Restored>;

export const MakeBackup = z.object({ id: Id, anew: z.boolean().optional() });

export const backupCalls = {
  'backup.places': call('vault', None, z.object({ places: z.array(BackupPlace) })),
  /** Asks for a folder or drive. null: she closed the dialog. Refuses `network-folder`, `same-folder`, `not-this-vault`, `backup-differs`, `folder-unwritable`. */
  'backup.addPlace': call('main', None, z.object({ place: BackupPlace.nullable() })),
  /** The program forgets the place; the files there stay. */
  'backup.forgetPlace': call('vault', ById, None),
  /** What was told when this vault was joined from a damaged one and a backup, newest first; the history keeps it. */
  'backup.joinReports': call('vault', None, z.object({ reports: z.array(JoinReported).max(100) })),
  /** `anew`: also where a backup was and is none now; otherwise that is refused with `backup-gone`, before anything is written. */
  'backup.make': call('main', MakeBackup, TaskStarted),
  'backup.check': call('main', ById, TaskStarted),

  /** At the locked door: copies a backup into a new folder (null: the program's own place), verifies it and opens it. */
  'vault.restore': call('main', z.object({ from: Id, to: Id.nullable(), secret: UnlockSecret }), TaskStarted),
  /** At the locked door: a damaged vault (null: the one last opened here) and an older backup become a new vault; neither is changed. */
  'vault.join': call('main', z.object({ damaged: Id.nullable(), backup: Id, to: Id.nullable(), secret: UnlockSecret }), TaskStarted),
  /** Moves the open vault into the picked folder: copied, verified, opened there; only then does it go from here. */
  'backup.moveVault': call('main', z.object({ to: Id }), TaskStarted),
} as const;
