import { createHash } from 'node:crypto';
import { zero } from '../../crypto/primitives';
import { evidenceSealKey } from '../evidence';
import type { ObjectFolder } from '../object-folder';
import { SealedReader } from '../sealed-reader';
import type { EvidenceFound, SealedEvidence, VerifyingStep } from '../store';
import { unlessDamaged } from './unless-damaged';
import { sealedFileContext, type VaultFiles } from '../vault-files';

/** Read and hashed at once: long enough to be quick, short enough to let others in between. */
const pieceBytes = 1024 * 1024;

/**
 * Reads an evidence file whole as it lies on the disk now: every chunk and all padding must verify, and the SHA-256 of the plain bytes must be the
 * recorded one. For a vault that is open, and as well for any other folder laid out as one (a backup): `objects` says where. Bounded memory; nothing is written.
 * A file that the disk does not give back is `damaged`.
 * @param step called with each count of bytes verified, and waited for; what it throws (`cancelled`) ends the reading.
 */
export async function verifyEvidence(
  vault: Pick<VaultFiles, 'vaultId'> & { objects: Pick<ObjectFolder, 'open'> },
  sealed: Pick<SealedEvidence, 'objectName' | 'key' | 'sizeBytes' | 'sha256'>,
  step: VerifyingStep,
): Promise<EvidenceFound> {
  const found = await unlessDamaged<EvidenceFound>(async () => {
    const file = await vault.objects.open(sealed.objectName);
    if (file === null) return 'missing';
    const key = evidenceSealKey(sealed.key, vault.vaultId);
    let reader: SealedReader;
    try {
      reader = await SealedReader.open(file, key, sealedFileContext(vault.vaultId, sealed.objectName), 0, sealed.sizeBytes);
    } catch (error) {
      zero(key);
      await file.close();
      throw error;
    }
    try {
      return (await digestOf(reader, step)) === sealed.sha256 ? 'whole' : 'damaged';
    } finally {
      await reader.close();
    }
  });
  return found ?? 'damaged';
}

/** SHA-256 of the plain bytes, lower-case hexadecimal. The last piece verifies the padding too. */
async function digestOf(reader: SealedReader, step: VerifyingStep): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at === 0 || at < reader.sizeBytes; at += pieceBytes) {
    const plain = await reader.read(at, Math.min(reader.sizeBytes, at + pieceBytes));
    hash.update(plain);
    zero(plain);
    await step(plain.length);
  }
  return hash.digest('hex');
}
