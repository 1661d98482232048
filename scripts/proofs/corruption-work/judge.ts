import { createHash } from 'node:crypto';
import { takeUpRecord } from '../../../electron/vault/calls/open-vault';
import { recordContext } from '../../../electron/vault/record/record-context';
import { compareSealCode } from '../../../electron/vault/record/history/seal-comparison';
import { openStore, prepareOpen, type OpenedStore } from '../../../electron/vault/store/open-store';
import type { RememberedMark } from '../../../electron/vault/store/recover';
import type { VaultStore } from '../../../electron/vault/store/store';
import { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { Refusal, type ErrorCode } from '../../../shared/contract/errors';
import { vaultFolder } from '../crash-states-work/lock';
import { recordDigest, sameRecord } from '../crash-states-work/record-digest';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import type { Ground } from './corruptions';
import { onDisk, sameContent, type VaultImage } from './images';
import { withoutMeaning } from './meaning';
import { secretKeyFor } from './secret';
import type { Moment, Specimen } from './specimen';

/** How a corruption was noticed: by a refusal, by what opening says, by a file that does not open, or by the seal code printed before. */
export const noticed = ['refused', 'readOnly', 'olderThanSeen', 'tailSetAside', 'repairedAndSaid', 'evidenceRefused', 'bySealCode'] as const;
/** `wrong`: shown and not so. `undetected`: something of meaning was changed and nothing said it. */
export const outcomes = [...noticed, 'withoutMeaning', 'undetected', 'wrong', 'crashed'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Verdict {
  outcome: Outcome;
  /** What is not as it should be, or which bytes carry nothing. */
  words: string;
}

/** What a reader may say of a vault that was changed. */
const refusals: ReadonlySet<ErrorCode> = new Set(['tampered', 'header-damaged', 'newer-format', 'wrong-secret', 'no-vault-here']);

interface Shown {
  readOnly: boolean;
  notices: readonly string[];
  mark: { sequence: number; hash: string };
  vaultId: string;
  evidence: 'whole' | 'refused' | 'wrong';
  isTrue: boolean;
  sealAgrees: boolean;
}

async function readEvidence(store: VaultStore): Promise<Shown['evidence']> {
  const rows = store.all<{ object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string }>(`SELECT object_name, evidence_key, size_bytes, sha256 FROM document WHERE object_name IS NOT NULL`);
  let found: Shown['evidence'] = 'whole';
  for (const row of rows) {
    try {
      const reader = await store.evidence.open({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes });
      try {
        const bytes = await reader.read(0, row.size_bytes);
        if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) return 'wrong';
      } finally {
        await reader.close();
      }
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'tampered')) throw error;
      found = 'refused';
    }
  }
  return found;
}

async function look(store: VaultStore, notices: readonly string[], specimen: Specimen, printed: string): Promise<Shown> {
  const truth = specimen.truths.get(store.mark().hash);
  const hasRecord = store.all(`SELECT name FROM sqlite_master WHERE name = 'history'`).length > 0;
  return {
    readOnly: store.readOnly, notices, mark: store.mark(), vaultId: store.vaultId,
    evidence: hasRecord ? await readEvidence(store) : 'whole',
    isTrue: truth !== undefined && sameRecord(truth, recordDigest(store, 'between transactions')),
    sealAgrees: hasRecord && compareSealCode(recordContext(store), printed).is === 'unchanged',
  };
}

/** With the key of each copy of the header in turn, as the shell does. */
async function openAsSheDoes(disk: MemoryDisk, mark: RememberedMark | null): Promise<OpenedStore> {
  const [first, second] = await prepareOpen(vaultFolder, { files: disk });
  const open = (parameters: KdfParameters): Promise<OpenedStore> => openStore({ folder: vaultFolder, key: secretKeyFor(parameters), mark }, { files: disk });
  return open(first).catch((error: unknown) => {
    if (second === undefined || !(error instanceof Refusal && error.code === 'wrong-secret')) throw error;
    return open(second);
  });
}

/** Opens a changed vault as the program does, reads everything, and says how it was noticed. */
export async function judge(changed: VaultImage, ground: Ground, specimen: Specimen, moment: Moment, mark: RememberedMark | null, isDeep: boolean): Promise<Verdict> {
  const disk = new MemoryDisk(onDisk(changed));
  let opened: OpenedStore;
  try {
    opened = await openAsSheDoes(disk, mark);
  } catch (error) {
    if (!(error instanceof Refusal)) return { outcome: 'crashed', words: String(error) };
    return judgeRefusal(error.code, changed, ground);
  }
  let shown: Shown;
  try {
    shown = await look(opened.store, opened.notices, specimen, moment.sealCode);
    await opened.store.close();
  } catch (error) {
    return { outcome: 'crashed', words: `after opening: ${String(error)}` };
  }
  const verdict = judgeShown(shown, changed, ground, specimen, moment, mark);
  const isBad = verdict.outcome === 'undetected' || verdict.outcome === 'wrong';
  return isDeep && !isBad ? ((await judgeAgain(disk, shown, specimen, moment, mark)) ?? verdict) : verdict;
}

function judgeRefusal(code: ErrorCode, changed: VaultImage, { image }: Ground): Verdict {
  const hasWholeCopy = ['head.0', 'head.1'].some((path) => sameContent(image.get(path), changed.get(path)));
  if (!refusals.has(code)) return { outcome: 'wrong', words: `refuses ${code}` };
  // What needs no second copy must not be lost with one.
  if (hasWholeCopy && (code === 'header-damaged' || code === 'wrong-secret')) return { outcome: 'wrong', words: `refuses ${code} although one copy of the header is whole` };
  if (code === 'no-vault-here' && changed.size > 1) return { outcome: 'wrong', words: 'says that there is no vault' };
  return { outcome: 'refused', words: code };
}

function judgeShown(shown: Shown, changed: VaultImage, ground: Ground, specimen: Specimen, moment: Moment, mark: RememberedMark | null): Verdict {
  const { notices } = shown;
  if (shown.vaultId !== specimen.vaultId) return shown.sealAgrees ? { outcome: 'undetected', words: 'another vault' } : { outcome: 'bySealCode', words: 'another vault' };
  if (!shown.isTrue) return { outcome: 'wrong', words: 'shows what never was' };
  if (shown.evidence === 'wrong') return { outcome: 'wrong', words: 'gives out a file that is not what was sealed' };
  if (shown.readOnly !== notices.includes('tampered-read-only')) return { outcome: 'wrong', words: 'read-only and not said, or the other way round' };
  const isWhole = shown.mark.hash === moment.mark.hash;
  if (shown.readOnly) return { outcome: 'readOnly', words: '' };
  if (notices.includes('older-than-seen')) return isWhole ? { outcome: 'wrong', words: 'says older than seen and is not' } : { outcome: 'olderThanSeen', words: '' };
  if (!isWhole && mark !== null) return { outcome: 'undetected', words: 'an earlier state than the remembered mark' };
  // Also where nothing is missing: bytes that were appended look like a record that was under way.
  if (notices.includes('tail-set-aside')) return { outcome: 'tailSetAside', words: '' };
  if (!isWhole) return shown.sealAgrees ? { outcome: 'undetected', words: 'an earlier state that the seal code fits' } : { outcome: 'bySealCode', words: '' };
  if (notices.includes('copy-repaired')) return { outcome: 'repairedAndSaid', words: '' };
  if (shown.evidence === 'refused') return { outcome: 'evidenceRefused', words: '' };
  const kinds = withoutMeaning(ground, changed);
  return kinds === null ? { outcome: 'undetected', words: 'nothing is said' } : { outcome: 'withoutMeaning', words: kinds.join(' + ') };
}

/** What was mended stays mended, what was shown stays, and nothing was lost by looking. */
async function judgeAgain(disk: MemoryDisk, before: Shown, specimen: Specimen, moment: Moment, mark: RememberedMark | null): Promise<Verdict | null> {
  try {
    const { store, notices } = await openAsSheDoes(disk, mark);
    const shown = await look(store, notices, specimen, moment.sealCode);
    await takeUpRecord(store, notices, []);
    await store.close();
    const wrong = (words: string): Verdict => ({ outcome: 'wrong', words: `at the second opening: ${words}` });
    if (shown.mark.hash !== before.mark.hash) return wrong('another state');
    if (shown.readOnly !== before.readOnly) return wrong('read-only no longer, or only now');
    if (shown.evidence !== before.evidence) return wrong(`evidence ${before.evidence}, then ${shown.evidence}`);
    if (!shown.readOnly && shown.notices.some((notice) => notice !== 'older-than-seen')) return wrong(`still says ${shown.notices.join(', ')}`);
    return null;
  } catch (error) {
    return { outcome: 'crashed', words: `at the second opening: ${String(error)}` };
  }
}
