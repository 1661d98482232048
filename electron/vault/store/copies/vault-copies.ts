import { Refusal } from '../../../../shared/contract/errors';
import { refusing } from '../file-port';
import type { Journal } from '../journal';
import type { OwnHalf } from '../header/own-half';
import type { ChainPoint } from '../segment';
import { copyOfKeys } from '../../crypto/vault-keys';
import type { VaultFiles } from '../vault-files';
import { backUp, type CopySource } from './back-up';
import { checkCopy } from './check-copy';
import type { NameEvidence, Queries, VaultCopies } from './copies';
import { holdsBackup, knowBackup } from './find-backup';
import { isWithin } from './is-within';
import { asPoint, judgePlace, pointsOf, type Compared } from './judge-place';
import { leavePlace } from './leave-place';
import { makeEmptyFolder, removeVault } from './made-place';
import { vaultIn } from './places';

/** The parts of an open store that its copies are made from. */
export interface CopiedParts {
  vault: VaultFiles;
  journal: Journal;
  half: OwnHalf;
  reads: Queries;
  readOnly: boolean;
  point: () => ChainPoint;
  /** Runs work in the store's queue, while it may be written to. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called in the queue. */
  snapshot: () => Promise<void>;
}

/** What an open store offers for copies of itself. */
export function copiesOf(parts: CopiedParts): VaultCopies {
  const { vault, journal, half, reads } = parts;
  const compared = (): Compared => ({ vault, header: half.headerNow, point: asPoint(parts.point()), passed: pointsOf(journal.rootNow) });

  const sourceOf = (nameEvidence: NameEvidence): CopySource => ({
    vault, compared,
    evidence: () => nameEvidence(reads),
    hold: () => parts.inTurn(async () => {
      await parts.snapshot();
      return { held: journal.hold(), evidence: nameEvidence(reads) };
    }),
    letGo: (held) => parts.inTurn(() => journal.letGo(held)).catch(unlessRefused),
  });

  return {
    folder: vault.folder,
    find: (target) => refusing(async () => {
      if (isWithin(target.folder, vault.folder)) throw new Refusal('same-folder');
      return judgePlace(vaultIn(target.folder, vault), compared(), target);
    }),
    holds: ({ folder, last }) => refusing(() => holdsBackup(vaultIn(folder, vault), last)),
    know: ({ folder, last }, newestUtc) => refusing(() => knowBackup(vaultIn(folder, vault), last, newestUtc)),
    backUp: (target, work) => refusing(async () => {
      if (parts.readOnly) throw new Refusal('read-only');
      if (isWithin(target.folder, vault.folder)) throw new Refusal('same-folder');
      return backUp(sourceOf(target.nameEvidence), target, work);
    }),
    claim: (folder) => refusing(() => makeEmptyFolder(vaultIn(folder, vault), [vault.folder])),
    discard: (folder) => refusing(() => removeVault(vaultIn(folder, vault))),
    lendKeys: () => ({ keys: copyOfKeys(vault.keys), place: half.place }),
    leave: (folder, leftAt) => refusing(async () => {
      if (isWithin(vault.folder, folder)) throw new Refusal('same-folder');
      return leavePlace(vault, folder, leftAt);
    }),
    check: (folder, nameEvidence, work) => refusing(() => checkCopy(vaultIn(folder, vault), half.place, nameEvidence, work)),
  };
}

/** The store is closed, or its disk full: what was held goes at the next opening. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
