import { Refusal } from '../../../shared/contract/errors';
import { hashHere, HashThread, type RunningHash } from '../crypto/hash-thread';
import { deriveKey, hmac, keyBytes, zero } from '../crypto/primitives';
import { refusing } from './file-port';
import { SealedReader } from './sealed-reader';
import { SealedWriter } from './sealed-writer';
import type { EvidenceReader, EvidenceStore, SealedEvidence } from './store';
import { sealedFileContext, type VaultFiles } from './vault-files';

type SealOptions = Parameters<EvidenceStore['seal']>[1];

/** A file up to this length is hashed sooner than it is handed over. */
const hashedHereBytes = 1024 * 1024;

/** Evidence files of one open vault. */
export class EvidenceFiles implements EvidenceStore {
  private readonly hashThread = new HashThread();
  private readonly sealing = new Set<Promise<unknown>>();
  private readonly readers = new Set<SealedReader>();
  /** Sealed since the vault was opened, and neither removed nor seen in the record: somebody may be about to enter it. */
  private readonly handedOut = new Set<string>();
  private closed = false;

  constructor(
    private readonly vault: VaultFiles,
    private readonly readOnly: boolean,
    /** Evidence that sweeping must leave; null: all. */
    private readonly setAside: (referenced: ReadonlySet<string>) => ReadonlySet<string> | null = () => new Set(),
  ) {}

  seal(source: AsyncIterable<Uint8Array>, options: SealOptions): Promise<SealedEvidence> {
    const work = refusing(() => this.sealNow(source, options));
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.sealing.add(settled);
    void settled.then(() => this.sealing.delete(settled));
    return work;
  }

  private async sealNow(source: AsyncIterable<Uint8Array>, options: SealOptions): Promise<SealedEvidence> {
    this.assertWritable();
    const { vault } = this;
    const objectName = vault.objects.newName('evidence');
    this.handedOut.add(objectName);
    const key = vault.random(keyBytes);
    const sealKey = evidenceSealKey(key, vault.vaultId);
    const hash: RunningHash = options.expectedBytes !== null && options.expectedBytes <= hashedHereBytes ? hashHere() : this.hashThread.begin();
    try {
      const sizeBytes = await vault.objects.publish(objectName, async (file) => {
        const writer = new SealedWriter(file, sealKey, sealedFileContext(vault.vaultId, objectName), 0, (plain, byteCount) => hash.update(plain, byteCount));
        try {
          for await (const bytes of source) {
            this.assertMayGoOn(options.signal);
            await writer.write(bytes);
            options.onProgress?.(writer.sizeBytes);
          }
          this.assertMayGoOn(options.signal);
          if (options.expectedBytes !== null && writer.sizeBytes !== options.expectedBytes) throw new Refusal('file-changed');
          await writer.finish();
          return writer.sizeBytes;
        } finally {
          await writer.end();
        }
      });
      const digest = await hash.digest();
      return { objectName, key, sizeBytes, sha256: Buffer.from(digest).toString('hex'), duplicateTag: Buffer.from(hmac(vault.keys.duplicates, digest)).toString('hex') };
    } catch (error) {
      hash.drop();
      zero(key);
      this.handedOut.delete(objectName);
      throw error;
    } finally {
      zero(sealKey);
    }
  }

  private assertMayGoOn(signal: AbortSignal | undefined): void {
    if (signal?.aborted) throw new Refusal('cancelled');
    if (this.closed) throw new Refusal('locked');
  }

  private assertWritable(): void {
    if (this.closed) throw new Refusal('locked');
    if (this.readOnly) throw new Refusal('read-only');
  }

  /** Refuses `tampered` when the object is missing or has another length. */
  open(sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes'>): Promise<EvidenceReader> {
    return refusing(async () => {
      if (this.closed) throw new Refusal('locked');
      const { vault, readers } = this;
      const file = await vault.objects.open(sealed.objectName);
      if (file === null) throw new Refusal('tampered');
      let reader: SealedReader;
      try {
        reader = await SealedReader.open(file, evidenceSealKey(sealed.key, vault.vaultId), sealedFileContext(vault.vaultId, sealed.objectName), 0, sealed.sizeBytes);
      } catch (error) {
        await file.close();
        throw error;
      }
      readers.add(reader);
      let queue: Promise<unknown> = Promise.resolve();
      return {
        sizeBytes: sealed.sizeBytes,
        // One after another: the reader holds one chunk.
        read: (start, end) => {
          const result = queue.then(() => refusing(() => reader.read(start, end)));
          queue = result.catch(() => undefined);
          return result;
        },
        close: async () => {
          await queue;
          if (readers.delete(reader)) await reader.close();
        },
      };
    });
  }

  remove(objectName: string): Promise<void> {
    return refusing(async () => {
      this.assertWritable();
      // One sealed before all keys were renewed has a name of before.
      if (this.vault.objects.kindOf(objectName) !== 'evidence' && !this.handedOut.has(objectName)) throw new Error('not an evidence object of this vault');
      await this.vault.objects.remove(objectName);
      this.handedOut.delete(objectName);
    });
  }

  sweep(referenced: ReadonlySet<string>): Promise<number> {
    return refusing(async () => {
      this.assertWritable();
      if (this.sealing.size > 0) throw new Error('never while sealing');
      const aside = this.setAside(referenced);
      if (aside === null) return 0;
      return this.vault.objects.sweepOwn((name, kind) => kind === 'evidence' && !referenced.has(name) && !aside.has(name));
    });
  }

  /** The record names these. */
  seenInRecord(objectNames: Iterable<string>): void {
    for (const name of objectNames) this.handedOut.delete(name);
  }

  /** A file is being sealed, under a temporary name. */
  get isSealing(): boolean {
    return this.sealing.size > 0;
  }

  /** Whether somebody may be about to enter this object in the record. */
  isOnItsWay(objectName: string): boolean {
    return this.handedOut.has(objectName);
  }

  /** Stops sealing (which then leaves nothing behind) and closes every reader. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.sealing);
    for (const reader of this.readers) await reader.close();
    this.readers.clear();
    await this.hashThread.end();
  }
}

/** The key that seals chunks, bound to the vault: the same file key elsewhere opens nothing. */
export function evidenceSealKey(fileKey: Uint8Array, vaultId: Uint8Array): Uint8Array {
  return deriveKey(fileKey, vaultId, 'tidemark/1/evidence-seal');
}
