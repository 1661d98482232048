import { Refusal } from '../../../shared/contract/errors';
import { zero } from '../crypto/primitives';
import { zeroVaultKeys } from '../crypto/vault-keys';
import type { Database } from './database';
import { EvidenceFiles } from './evidence';
import { asRefusal } from './file-port';
import type { FolderLock } from './folder-lock';
import type { Journal } from './journal';
import { waysInOf, type OwnHalf } from './header/own-half';
import { RenewingStore } from './renewing/renew';
import { runTransaction } from './run-transaction';
import type { CopyMarks } from './sealed-marks';
import { chainNext, maxRecordBytes, type ChainPoint } from './segment';
import { StatementRecord } from './statement-record';
import type { Before } from './set-aside';
import { withSpareRoom } from './spare-room';
import type { VaultCopies } from './copies/copies';
import { copiesOf } from './copies/vault-copies';
import { storedFilesOf } from './checking/stored-files';
import type { Changed, Renewing, Row, SqlValue, StoredFiles, Transaction, VaultStore, WaysIn } from './store';
import type { VaultFiles } from './vault-files';

/** A snapshot is due after so much journal; a large database earns a longer one, because its snapshot costs more. */
const snapshotRecords = 1000;
const snapshotBytes = 8 * 1024 * 1024;
const snapshotShare = 16;
/** While much is coming in: each snapshot writes, seals and reads back the whole record, which would be half of the work of an import. After a kill this much more is replayed. */
const snapshotBytesOfMuch = 32 * 1024 * 1024;

/** Room that is made for what is coming in: less is not worth moving the database, more is not taken before it is used. */
const leastRoomBytes = 16 * 1024 * 1024;
const mostRoomBytes = 512 * 1024 * 1024;
const mostMovedBytes = 128 * 1024 * 1024;

export interface LiveStoreParts {
  vault: VaultFiles;
  database: Database;
  journal: Journal;
  lock: FolderLock;
  half: OwnHalf;
  marks: CopyMarks;
  point: ChainPoint;
  replayed: { records: number; bytes: number };
  readOnly: boolean;
}

/** An open vault. All changes go through one queue. */
export class LiveStore implements VaultStore {
  readonly vaultId: string;
  readonly readOnly: boolean;
  readonly evidence: EvidenceFiles;
  readonly files: StoredFiles;
  readonly waysIn: WaysIn;
  readonly renewing: Renewing;
  readonly copies: VaultCopies;
  private readonly stopRenewing: () => Promise<void>;
  private point: ChainPoint;
  private since: { records: number; bytes: number };
  private queue: Promise<unknown> = Promise.resolve();
  private state: 'open' | 'failed' | 'closed' = 'open';
  private changeCount = 0;
  private recordChangeCount = 0;
  private muchComing = 0;

  constructor(private readonly parts: LiveStoreParts) {
    this.vaultId = Buffer.from(parts.vault.vaultId).toString('hex');
    this.readOnly = parts.readOnly;
    this.evidence = new EvidenceFiles(parts.vault, parts.readOnly, (referenced) => parts.journal.evidenceAside(referenced));
    this.files = storedFilesOf({
      vault: parts.vault, journal: parts.journal, half: parts.half, readOnly: parts.readOnly, point: () => this.point,
      inTurn: (work) => this.inTurn(() => {
        this.assertOpen();
        return work();
      }),
      writeAnew: () => this.snapshotNow('drop-reserve'),
    });
    this.copies = copiesOf({
      ...parts, reads: this, point: () => this.point,
      inTurn: (work) => this.inTurn(() => {
        this.assertWritable();
        return work();
      }),
      snapshot: () => this.snapshotNow('keep-one-before'),
    });
    this.waysIn = waysInOf(parts.half, {
      inTurn: (work) => this.inTurn(() => {
        this.assertWritable();
        return work();
      }),
      transactNow: (work) => this.transactNow(work),
    });
    const renewing = new RenewingStore({
      ...parts, evidence: this.evidence, reads: this, point: () => this.point,
      transact: (work) => this.transact(work),
      inTurn: (work) => this.inTurn(() => {
        this.assertWritable();
        return work();
      }),
      becameAnother: () => {
        this.countChange();
        this.since = { records: 0, bytes: 0 };
      },
      mayBeEither: () => (this.state = 'failed'),
    });
    this.renewing = renewing;
    this.stopRenewing = () => renewing.stop();
    this.point = parts.point;
    this.since = { ...parts.replayed };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private assertOpen(): void {
    if (this.state === 'closed') throw new Refusal('locked');
    if (this.state === 'failed') throw new Refusal('io-error');
  }

  private assertWritable(): void {
    this.assertOpen();
    if (this.readOnly) throw new Refusal('read-only');
  }

  transact<T>(work: (transaction: Transaction) => T, changed: Changed = 'record'): Promise<T> {
    return this.inTurn(async () => {
      this.assertWritable();
      const result = await this.transactNow(work, changed);
      if (this.snapshotIsDue()) this.snapshotLater();
      return result;
    });
  }

  private async transactNow<T>(work: (transaction: Transaction) => T, changed: Changed = 'record'): Promise<T> {
    const { database, journal, vault } = this.parts;
    const record = new StatementRecord();
    database.begin();
    let result: T;
    let payload: Uint8Array;
    try {
      result = runTransaction(database, record, work);
      if (record.isEmpty) {
        database.rollback();
        return result;
      }
      payload = record.finish();
      if (payload.length > maxRecordBytes / 2) throw new Refusal('too-large');
    } catch (error) {
      record.forget();
      database.rollback();
      throw error;
    }
    const next = chainNext(vault.keys, this.point, payload);
    this.countChange(changed);
    try {
      // The second time in a new segment: nothing is ever written again to one that failed.
      await withSpareRoom(vault.files, vault.folder, () => journal.append(payload, this.point, next, () => database.prepareCommit()));
    } catch (error) {
      database.rollback();
      this.countChange(changed);
      throw asRefusal(error);
    } finally {
      this.since.bytes += payload.length;
      zero(payload);
    }
    try {
      database.commit();
    } catch (error) {
      // The disk has it and memory does not: only opening again brings them together.
      this.state = 'failed';
      throw error;
    }
    this.point = next;
    this.since.records += 1;
    return result;
  }

  changeInMemory<T>(work: (transaction: Transaction) => T): T {
    this.assertOpen();
    if (!this.readOnly) throw new Error('what can be saved is saved');
    const { database } = this.parts;
    database.begin();
    try {
      const result = runTransaction(database, new StatementRecord(), work);
      database.commit();
      this.countChange();
      return result;
    } catch (error) {
      database.rollback();
      throw error;
    }
  }

  all<R extends Row = Row>(sql: string, parameters: readonly SqlValue[] = []): R[] {
    this.assertOpen();
    return this.parts.database.all<R>(sql, parameters);
  }

  changes(of: 'anything' | 'record' = 'anything'): number {
    return of === 'record' ? this.recordChangeCount : this.changeCount;
  }

  private countChange(changed: Changed = 'record'): void {
    this.changeCount += 1;
    if (changed === 'record') this.recordChangeCount += 1;
  }

  mark(): { sequence: number; hash: string } {
    return { sequence: this.point.sequence, hash: Buffer.from(this.point.hash).toString('hex') };
  }

  sealedMark(): { half: 0 | 1; sealed: Uint8Array } {
    this.assertOpen();
    return { half: this.parts.half.place, sealed: this.parts.marks.seal(this.parts.vault, this.mark()) };
  }

  private snapshotIsDue(): boolean {
    if (this.since.records >= snapshotRecords || this.parts.journal.segmentCount >= 64) return true;
    const enough = this.muchComing > 0 ? snapshotBytesOfMuch : snapshotBytes;
    return this.since.bytes >= enough && this.since.bytes >= this.parts.database.sizeBytes() / snapshotShare;
  }

  expectMuch(databaseBytes = 0): () => void {
    this.muchComing += 1;
    if (databaseBytes >= leastRoomBytes) this.makeRoomLater(Math.min(databaseBytes, mostRoomBytes));
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.muchComing -= 1;
      if (this.state === 'open' && !this.readOnly && this.snapshotIsDue()) this.snapshotLater();
    };
  }

  /** Without it, all goes the same but slower. A large database would be held three times while it is moved. */
  private makeRoomLater(byteCount: number): void {
    const { database } = this.parts;
    const make = async (): Promise<void> => {
      if (this.state === 'open' && !this.readOnly && database.sizeBytes() <= mostMovedBytes) await database.makeRoom(byteCount);
    };
    void this.inTurn(make).catch(() => undefined);
  }

  /** A failed snapshot loses nothing, the journal holds it all; the next one is tried after as much journal again. */
  private snapshotLater(): void {
    this.since = { records: 0, bytes: 0 };
    void this.inTurn(() => (this.state === 'open' ? this.snapshotNow('keep-one-before') : Promise.resolve())).catch(() => undefined);
  }

  snapshot(): Promise<void> {
    return this.inTurn(async () => {
      this.assertWritable();
      await this.snapshotNow('keep-one-before');
    });
  }

  purge(erased: 'now' | 'before-opening' = 'now'): Promise<void> {
    return this.inTurn(async () => {
      this.assertWritable();
      await this.snapshotNow(erased === 'now' ? 'drop-all-before' : 'drop-all-but-newer');
    });
  }

  private async snapshotNow(before: Before): Promise<void> {
    const { database, journal } = this.parts;
    if (before === 'keep-one-before' && journal.isAtSnapshot(this.point)) return;
    try {
      await journal.snapshot(database.exportImage(), this.point, before);
    } catch (error) {
      throw asRefusal(error);
    }
    this.since = { records: 0, bytes: 0 };
  }

  /** Closes without a snapshot: of a vault that is to go again. */
  async abandon(): Promise<void> {
    this.state = 'failed';
    await this.close();
  }

  /** Never refuses for want of space: what was acknowledged is in the journal, and the vault must be lockable. */
  async close(): Promise<void> {
    await this.stopRenewing();
    await this.inTurn(async () => {
      if (this.state === 'closed') return;
      await this.evidence.close();
      try {
        if (this.state === 'open' && !this.readOnly) await this.snapshotNow('keep-one-before');
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      } finally {
        this.state = 'closed';
        this.parts.database.close();
        await this.parts.journal.close().catch(() => undefined);
        await this.parts.lock.release().catch(() => undefined);
        zeroVaultKeys(this.parts.vault.keys);
      }
    });
  }
}
