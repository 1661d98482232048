import { Refusal } from '../../../../shared/contract/errors';
import { zero } from '../../crypto/primitives';
import { EvidenceFiles } from '../evidence';
import type { LongWork } from '../long-work';
import type { RenewedRecord, SealedEvidence } from '../store';
import type { VaultFiles } from '../vault-files';

type NamedFile = ReturnType<RenewedRecord['evidence']>[number];

const pieceBytes = 1024 * 1024;

/** Evidence of an open vault sealed anew for another key, each file under a key and a name of its own, its bytes compared with the digest recorded for them. */
export class Resealing {
  /** As it was sealed anew, by the name it had. */
  readonly files = new Map<string, SealedEvidence>();
  private readonly coming: EvidenceFiles;
  private done = 0;

  constructor(
    private readonly evidence: EvidenceFiles,
    private readonly vault: VaultFiles,
    private readonly work: LongWork,
  ) {
    this.coming = new EvidenceFiles(vault, false);
  }

  /** Seals what is named and not yet sealed anew; returns how many files that were. Refuses `cannot-renew`, naming a file that is damaged. */
  async round(named: () => readonly NamedFile[]): Promise<number> {
    const left = named().filter(({ objectName }) => !this.files.has(objectName));
    const total = this.done + left.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    this.work.onProgress(this.done, total);
    for (const file of left) {
      try {
        this.files.set(file.objectName, await this.seal(file, (bytes) => this.work.onProgress(this.done + bytes, total)));
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'tampered')) throw error;
        // It may have been erased while it was being read.
        if (named().some(({ objectName }) => objectName === file.objectName)) throw new Refusal('cannot-renew', file.fileName);
      }
      this.done += file.sizeBytes;
      this.work.onProgress(this.done, total);
    }
    return left.length;
  }

  private async seal(file: NamedFile, onProgress: (bytes: number) => void): Promise<SealedEvidence> {
    if (this.work.signal.aborted) throw new Refusal('cancelled');
    return resealWith(this.evidence, this.coming, file, { signal: this.work.signal, onProgress });
  }

  /** Takes away what was erased since it was sealed anew. */
  async dropErased(named: readonly NamedFile[]): Promise<void> {
    const names = new Set(named.map(({ objectName }) => objectName));
    for (const [name, sealed] of this.files) {
      if (names.has(name)) continue;
      await this.coming.remove(sealed.objectName);
      zero(sealed.key);
      this.files.delete(name);
    }
  }

  /** Call in any case. The record has its own copies of the files' keys. */
  async end(): Promise<void> {
    await this.coming.close();
    for (const { key } of this.files.values()) zero(key);
  }
}

/** Opens with one vault's keys and seals with another's. Refuses `tampered` when the bytes are not those that were recorded; then nothing is left of it. */
export async function resealWith(from: EvidenceFiles, to: EvidenceFiles, file: SealedEvidence, work: { signal: AbortSignal; onProgress?: (bytes: number) => void }): Promise<SealedEvidence> {
  const reader = await from.open(file);
  try {
    const sealed = await to.seal(piecesOf(reader), { ...work, expectedBytes: file.sizeBytes });
    if (sealed.sha256 === file.sha256) return sealed;
    await to.remove(sealed.objectName);
    throw new Refusal('tampered');
  } finally {
    await reader.close();
  }
}

async function* piecesOf(reader: Awaited<ReturnType<EvidenceFiles['open']>>): AsyncGenerator<Uint8Array> {
  // Once even when it is empty: reading up to the end verifies the padding.
  for (let at = 0; at === 0 || at < reader.sizeBytes; at += pieceBytes) {
    const piece = await reader.read(at, Math.min(reader.sizeBytes, at + pieceBytes));
    yield piece;
    zero(piece);
  }
}
