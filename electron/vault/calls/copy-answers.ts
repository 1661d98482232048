import type { z } from 'zod';
import type { backupVaultCalls } from '../../../shared/vault-protocol/backup-calls';
import { Refusal } from '../../../shared/contract/errors';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { folderOfPlace } from '../record/vault/backup-places';
import { backupTarget, noteBackupChecked, noteRestored } from '../record/vault/backups';
import { countEntries, lastEntryUtc } from '../record/history/history';
import { noteJoined } from '../record/vault/join-reports';
import { forgetLeftFolder, leftFolder, noteMoved } from '../record/vault/left-folder';
import { nameEvidence } from '../record/documents/named-evidence';
import { recordContext, type RecordContext } from '../record/record-context';
import { vaultFacts } from '../record/vault/vault-facts';
import type { LongWork } from '../store/store';
import { emptyAgain } from '../store/copies/made-place';
import { joinVaults, prepareJoin } from '../store/copies/join';
import { restoreVault } from '../store/copies/restore';
import { openStore } from '../store/open-store';
import { takeUpRecord } from './open-vault';
import { makeBackup } from './make-backup';
import { realFolder, takePlace } from './take-place';
import { zeroing } from './zeroing';

type CopyCalls = typeof backupVaultCalls;
export type CopyAnswers = { readonly [N in keyof CopyCalls]: (input: z.infer<CopyCalls[N]['input']>) => Promise<z.infer<CopyCalls[N]['output']>> };

/** What the answers need of the service: which vault is open, and making another one that. */
export interface CopyDoor {
  current: () => RecordContext;
  isOpen: () => boolean;
  /** Answers come from this vault from now on; nothing of the one before is under way any more. */
  goOnWith: (context: RecordContext) => Promise<void>;
  /** Runs something while no other call is answered. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  asTask: <T>(taskId: string, work: (work: LongWork) => Promise<T>) => Promise<T>;
}

interface OpenedFacts { vaultId: string; notices: OpeningNotice[]; readOnly: boolean; example: boolean }

/** Answers about copies of a vault. */
export function copyAnswers(door: CopyDoor): CopyAnswers {
  /** Copies at one time would each slow the other down, and two of the same place would refuse each other. */
  let last: Promise<unknown> = Promise.resolve();
  let isMoving = false;
  const inTurn = <T>(taskId: string, work: (work: LongWork) => Promise<T>): Promise<T> => {
    const before = last;
    const running = door.asTask(taskId, async (copyWork) => {
      await before;
      if (copyWork.signal.aborted) throw new Refusal('cancelled');
      return work(copyWork);
    });
    last = running.catch(() => undefined);
    return running;
  };
  /** A move waits until every other call is answered: one that waited for its turn behind the move would keep both for ever. */
  const notWhileMoving = (): void => {
    if (isMoving) throw new Refusal('busy');
  };

  /** A vault that was just made out of copies, opened and made the one that answers; emptied away again when it does not open. */
  const openMade = async (folder: string, key: Uint8Array, note: (context: RecordContext) => Promise<void>): Promise<OpenedFacts> => {
    try {
      const opened = await openStore({ folder, key, mark: null });
      const { context, notices } = await takeUpRecord(opened.store, opened.notices, []);
      await note(context);
      const { vaultId, readOnly, example } = vaultFacts(context);
      await door.goOnWith(context);
      return { vaultId, notices, readOnly, example };
    } catch (error) {
      await emptyAgain(folder);
      throw error;
    }
  };

  return {
    'backup.takePlace': ({ folder }) => takePlace(door.current(), folder),
    'backup.make': async ({ taskId, id, anew }) => {
      notWhileMoving();
      return inTurn(taskId, (work) => makeBackup(door.current(), id, anew === true, work));
    },
    'backup.check': async ({ taskId, id }) => {
      notWhileMoving();
      return inTurn(taskId, async (work) => {
        const context = door.current();
        const folder = await realFolder(folderOfPlace(context.store, id));
        return noteBackupChecked(context, id, await context.store.copies.check(folder, nameEvidence, work));
      });
    },

    'open.move': async ({ taskId, to }) => {
      notWhileMoving();
      isMoving = true;
      try {
        await inTurn(taskId, (work) => moveVault(door, to, work));
        return {};
      } finally {
        isMoving = false;
      }
    },
    'open.finishMove': async () => {
      await finishMove(door.current());
      return {};
    },

    'open.restore': ({ taskId, from, to, key }) => zeroing([key], () => inTurn(taskId, async (work) => {
      if (door.isOpen()) throw new Refusal('already-open');
      const restored = await restoreVault({ from: await realFolder(from), to, key, nameEvidence }, work);
      return { ...(await openMade(to, key, (context) => noteRestored(context, restored))), restored };
    })),
    'prepare.join': ({ damaged, backup }) => prepareJoin(damaged, backup),
    'open.join': ({ taskId, damaged, backup, to, key }) => zeroing([key], () => inTurn(taskId, async (work) => {
      if (door.isOpen()) throw new Refusal('already-open');
      const [vaultFolder, backupFolder] = [await realFolder(damaged), await realFolder(backup)];
      if (vaultFolder === backupFolder) throw new Refusal('same-folder');
      const joined = await joinVaults({ damaged: vaultFolder, backup: backupFolder, to, key, nameEvidence, countEntries, lastUtc: lastEntryUtc }, work);
      return { ...(await openMade(to, key, (context) => noteJoined(context, joined))), joined };
    })),
  };
}

/** Copies while calls are still answered, the rest while none is, and goes on in the new folder. On any refusal the vault stays open where it was. */
async function moveVault(door: CopyDoor, to: string, work: LongWork): Promise<void> {
  const context = door.current();
  const { store } = context;
  if (store.readOnly) throw new Refusal('read-only');
  await store.copies.claim(to);
  const copy = async (): Promise<void> => {
    const { damaged } = await store.copies.backUp(backupTarget(context, to, null), work);
    const [first] = [...damaged.absent, ...damaged.kept];
    if (first !== undefined) throw new Refusal('tampered', first);
  };
  try {
    await copy();
    await door.alone(async () => {
      if (!door.isOpen()) throw new Refusal('cancelled');
      if (store.all(`SELECT id FROM conversation WHERE ready = 0`).length > 0) throw new Refusal('busy');
      await copy();
      if (work.signal.aborted) throw new Refusal('cancelled');
      const { store: moved } = await openStore({ folder: to, key: store.copies.lendKeys(), mark: null });
      const there = recordContext(moved);
      try {
        if (moved.readOnly) throw new Refusal('io-error');
        await noteMoved(there, { folder: store.copies.folder, leftAt: store.mark() });
        if (!door.isOpen()) throw new Refusal('cancelled');
      } catch (error) {
        await moved.close();
        throw error;
      }
      await door.goOnWith(there);
      await store.close().catch(() => undefined);
    });
  } catch (error) {
    await store.copies.discard(to).catch(() => undefined);
    throw error;
  }
}

/** Removes what a move left in the old folder. What cannot be reached waits for the next opening. */
export async function finishMove(context: RecordContext): Promise<void> {
  if (context.store.readOnly) return;
  const left = leftFolder(context.store);
  if (left === null) return;
  try {
    await context.store.copies.leave(left.folder, left.leftAt);
    await forgetLeftFolder(context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
