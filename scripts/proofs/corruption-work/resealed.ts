import { chunkBytes, chunkCount, openChunk, paddedLength, sealChunk } from '../../../electron/vault/crypto/stream';
import { tagBytes } from '../../../electron/vault/crypto/primitives';
import { evidenceSealKey } from '../../../electron/vault/store/evidence';
import { sealedFileContext } from '../../../electron/vault/store/vault-files';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { oneOf } from '../../proving/chance';
import type { Corruption, Ground } from './corruptions';
import { editing } from './edits';

/** What the proof's switch breaks: a file of evidence changed by somebody who has its key, and so sealed as it should be. */
export async function resealed({ image, anatomy }: Ground, chance: Chance): Promise<Corruption> {
  const part = oneOf(chance, anatomy.parts.filter((each) => each.role === 'evidence' && anatomy.named.has(nameOf(each.path))));
  const evidence = part && anatomy.named.get(nameOf(part.path));
  const bytes = part && image.get(part.path);
  const vaultId = image.get('head.0')?.subarray(12, 28);
  if (!part || !evidence || !bytes || !vaultId) throw new Error('there is no evidence to change');
  const key = evidenceSealKey(evidence.key, vaultId);
  const associated = sealedFileContext(vaultId, nameOf(part.path));
  const padded = paddedLength(evidence.sizeBytes);
  const first = bytes.subarray(0, Math.min(padded, chunkBytes) + tagBytes);
  const plain = new Uint8Array(first.length - tagBytes);
  const isLast = chunkCount(padded) === 1;
  if (!openChunk(plain, key, 0, isLast, first, associated)) throw new Error('the evidence does not open');
  plain[0] = (plain[0] ?? 0) ^ 1;
  const changed = bytes.slice();
  sealChunk(changed, key, 0, isLast, plain, associated);
  return { image: editing(image, part.path, changed), how: 'evidence changed with its key' };
}

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';
