import { join } from 'node:path';
import { Refusal } from '../../../../shared/contract/errors';
import { keyBytes, zero } from '../../crypto/primitives';
import { deriveVaultKeys, zeroVaultKeys } from '../../crypto/vault-keys';
import { Database } from '../database';
import type { EvidenceFiles } from '../evidence';
import { asRefusal, refusing } from '../file-port';
import type { FolderLock } from '../folder-lock';
import type { Journal } from '../journal';
import { ObjectFolder } from '../object-folder';
import { kindOfName, rootNames } from '../object-names';
import type { OwnHalf } from '../header/own-half';
import type { Root } from '../root';
import { runTransaction } from '../run-transaction';
import { StatementRecord } from '../statement-record';
import { Resealing, resealWith } from './reseal';
import type { CopyMarks } from '../sealed-marks';
import type { ChainPoint } from '../segment';
import type { Renewal, Renewing, SealedEvidence, Transaction } from '../store';
import { verifySnapshot, writeRoot, writeSnapshot, type VaultFiles } from '../vault-files';

/** The open store that is renewed. */
export interface Renewable {
  vault: VaultFiles;
  database: Database;
  journal: Journal;
  lock: FolderLock;
  half: OwnHalf;
  marks: CopyMarks;
  evidence: EvidenceFiles;
  reads: Pick<Transaction, 'all'>;
  point(): ChainPoint;
  transact(work: (transaction: Transaction) => void): Promise<void>;
  /** Runs work in the store's queue, where it may be written to. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Reads may answer otherwise from now on, and the journal begins anew. */
  becameAnother(): void;
  /** The disk may hold the old vault or the new one: only opening again tells. */
  mayBeEither(): void;
}

/** Gives an open store a new vault key (docs/decisions/0008-renewing-everything.md). */
export class RenewingStore implements Renewing {
  private underWay: { abort: AbortController; ended: Promise<unknown> } | null = null;

  constructor(private readonly store: Renewable) {}

  resealed(sealed: SealedEvidence): Promise<SealedEvidence> {
    const { evidence } = this.store;
    evidence.seenInRecord([sealed.objectName]);
    return resealWith(evidence, evidence, sealed, { signal: new AbortController().signal });
  }

  isNamedWith(namesKey: string, objectName: string): boolean {
    return kindOfName(Buffer.from(namesKey, 'hex'), objectName) !== null;
  }

  async renew(renewal: Renewal): Promise<void> {
    if (this.underWay !== null) throw new Refusal('bad-call');
    this.store.half.mayBeRenewed(renewal.proof, renewal.waysIn.map(({ key }) => key));
    const abort = new AbortController();
    const work = this.renewNow({ ...renewal, signal: AbortSignal.any([renewal.signal, abort.signal]) });
    this.underWay = { abort, ended: work.catch(() => undefined) };
    await work.finally(() => (this.underWay = null));
  }

  /** Cancels what is under way and waits for its end; before the vault is closed. */
  async stop(): Promise<void> {
    this.underWay?.abort.abort();
    await this.underWay?.ended;
  }

  private async renewNow(renewal: Renewal): Promise<void> {
    const { store } = this;
    const vaultKey = store.vault.random(keyBytes);
    const coming = comingVault(store.vault, vaultKey);
    const namesKey = Buffer.from(coming.keys.names).toString('hex');
    const resealing = new Resealing(store.evidence, coming, renewal);
    let state: 'as it was' | 'renewed' | 'either' = 'as it was';
    await store.transact((transaction) => renewal.record.noteComing(transaction, namesKey));
    try {
      // What came in meanwhile is done in another round, and the last of it while saving waits.
      const named = () => renewal.record.evidence(store.reads);
      while ((await resealing.round(named)) > 0);
      await store.inTurn(async () => {
        await resealing.round(named);
        await resealing.dropErased(named());
        const prepared = await prepareRenewed(store, coming, resealing.files, renewal);
        try {
          state = 'either';
          await store.half.renew({ vaultKey, macKey: coming.keys.headerMac, slots: renewal.waysIn.map(({ kind, key }) => ({ kind, secretKey: key })) });
        } catch (error) {
          prepared.database.close();
          if (await standsAsBefore(store.half)) state = 'as it was';
          throw error;
        }
        state = 'renewed';
        await takeOver(store, coming, prepared);
        store.evidence.seenInRecord(resealing.files.keys());
      });
    } catch (error) {
      if (state === 'as it was') await this.takeBack(namesKey, renewal);
      else store.mayBeEither();
      throw asRefusal(error);
    } finally {
      await resealing.end();
      zero(vaultKey);
    }
  }

  /** What cannot be taken away now is taken away at the next opening, by the note. */
  private async takeBack(namesKey: string, { record }: Renewal): Promise<void> {
    try {
      if (await this.removeNamedWith(namesKey, new Set())) await this.store.transact((transaction) => record.noteComing(transaction, null));
    } catch (error) {
      if (!(asRefusal(error) instanceof Refusal)) throw error;
    }
  }

  removeNamedWith(namesKey: string, keep: ReadonlySet<string>): Promise<boolean> {
    return refusing(() => this.removeNow(namesKey, keep));
  }

  private async removeNow(namesKey: string, keep: ReadonlySet<string>): Promise<boolean> {
    const { vault, half, evidence } = this.store;
    const key = new Uint8Array(Buffer.from(namesKey, 'hex'));
    if (Buffer.compare(key, vault.keys.names) === 0) throw new Error('the names of this vault itself');
    if ((await half.wholeCopies()) !== 2) return false;
    const roots: readonly string[] = rootNames(key);
    const objects = join(vault.folder, 'objects');
    let isAll = true;
    const shelves = (await vault.files.list(objects)).filter((shelf) => /^[0-9a-f]{2}$/.test(shelf));
    for (const shelf of shelves) {
      for (const name of await vault.files.list(join(objects, shelf))) {
        const kind = kindOfName(key, name);
        if ((kind === null && !roots.includes(name)) || keep.has(name)) continue;
        if (evidence.isOnItsWay(name) || (kind === 'temporary' && evidence.isSealing)) isAll = false;
        // On some systems a file that is just being read cannot be removed.
        else if (!(await vault.files.remove(join(objects, shelf, name)).then(() => true, () => false))) isAll = false;
      }
    }
    // Before anybody forgets that they are to go: also what was removed earlier, and whose removal the disk may not have yet.
    if (isAll) for (const shelf of shelves) await vault.files.syncFolder(join(objects, shelf));
    return isAll;
  }
}

function comingVault({ folder, vaultId, files, random }: VaultFiles, vaultKey: Uint8Array): VaultFiles {
  const keys = deriveVaultKeys(vaultKey, vaultId);
  return { folder, vaultId, keys, files, random, objects: new ObjectFolder(folder, files, keys.names, random) };
}

interface Prepared {
  database: Database;
  root: Root;
}

/** The renewed vault's database and root on the disk; no header leads there yet. */
async function prepareRenewed(store: Renewable, coming: VaultFiles, files: ReadonlyMap<string, SealedEvidence>, { record, signal }: Renewal): Promise<Prepared> {
  const { vault, journal, lock } = store;
  await lock.assertHeld();
  const database = await Database.load(store.database.exportImage());
  try {
    database.begin();
    runTransaction(database, new StatementRecord(), (transaction) => record.renew(transaction, files, Buffer.from(vault.keys.names).toString('hex')));
    database.commit();
    const image = database.exportImage();
    const snapshot = { name: coming.objects.newName('snapshot'), imageBytes: image.length };
    try {
      await writeSnapshot(coming, snapshot.name, image);
      await verifySnapshot(coming, snapshot, image);
    } finally {
      zero(image);
    }
    // The point goes on from where it was: whoever compares sequences sees one history.
    const before = journal.rootNow;
    const root: Root = { rootSequence: before.rootSequence + 1, current: { number: before.current.number + 1, snapshot, base: store.point(), segments: [] }, previous: null, setAside: [] };
    await writeRoot(coming, root);
    if (signal.aborted) throw new Refusal('cancelled');
    return { database, root };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A header that could not be written was put back, both copies of it. */
async function standsAsBefore(half: OwnHalf): Promise<boolean> {
  return half.wholeCopies().then((whole) => whole === 2, () => false);
}

/** The header is written: from here on this is the vault. */
async function takeOver(store: Renewable, coming: VaultFiles, prepared: Prepared): Promise<void> {
  const { vault, journal, database, marks } = store;
  const former = vault.keys;
  await journal.begin(prepared.root);
  database.become(prepared.database);
  // In place: everything that works in this vault holds this one description of it.
  Object.assign(vault, { keys: coming.keys, objects: coming.objects } satisfies Partial<VaultFiles>);
  marks.sealAnew();
  store.becameAnother();
  // Names may still be being made with the former key: for a file on its way in.
  zeroVaultKeys({ ...former, names: new Uint8Array() });
}
