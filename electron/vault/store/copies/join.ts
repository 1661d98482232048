import { Refusal } from '../../../../shared/contract/errors';
import type { KdfParameters } from '../../../../shared/kdf-parameters';
import { sameBytes } from '../../crypto/primitives';
import { zeroVaultKeys } from '../../crypto/vault-keys';
import { Database } from '../database';
import { nodeFilePort, refusing, type FilePort } from '../file-port';
import { assertNobodyHas } from '../folder-lock';
import { headerMacHolds, type Header } from '../header/header';
import { readHeaderCopies, unlockHeader, writeHeaderCopies, type HeaderCopies, type Unlocked } from '../header/header-files';
import { applyRecord } from '../recover';
import type { Root } from '../root';
import { readSegment } from '../segment';
import { openSnapshot, readObject, verifySnapshot, writeRoot, writeSnapshot, type VaultFiles } from '../vault-files';
import { queriesOf } from './check-copy';
import type { NamedEvidence, NameEvidence, Queries } from './copies';
import type { LongWork } from '../long-work';
import { foreignNames } from './copy-foreign';
import { copyEvidence, copyObject, DamagedSource, evidenceLength } from './copy-object';
import { inEmptyFolder } from './made-place';
import { syncPlace, vaultIn } from './places';
import { Progress } from './progress';
import { furthestWay, unlessRefused, type Way } from './reach';

export interface JoinInput {
  damaged: string;
  backup: string;
  to: string;
  /** The 32 bytes her secret was derived to. */
  key: Uint8Array;
  nameEvidence: NameEvidence;
  countEntries: (from: Queries) => number;
  /** When the last entry of a record was made. */
  lastUtc: (from: Queries) => string | null;
}

export interface JoinedFiles {
  entriesFromVault: number;
  entriesFromBackup: number;
  filesFromVault: number;
  filesFromBackup: number;
  lostFiles: string[];
  /** The same, by their objects. */
  lostObjects: string[];
  wholeUntilUtc: string | null;
}

/** What to derive a secret with: of the damaged vault first, each only once. Refuses `not-this-vault`, and as opening does where neither has a sound header. */
export function prepareJoin(damaged: string, backup: string, files: FilePort = nodeFilePort): Promise<KdfParameters[]> {
  return refusing(async () => {
    const { headers } = await readHeaders(files, damaged, backup);
    const different = headers.filter(({ parameters }, at) => headers.findIndex((other) => isSame(other.parameters, parameters)) === at);
    return different.map(({ parameters }) => parameters).slice(0, 4);
  });
}

function isSame(left: KdfParameters, right: KdfParameters): boolean {
  return sameBytes(left.salt, right.salt) && left.memoryKiB === right.memoryKiB && left.iterations === right.iterations;
}

interface Headers {
  ofDamaged: HeaderCopies | null;
  ofBackup: HeaderCopies | null;
  headers: Header[];
}

async function readHeaders(files: FilePort, damaged: string, backup: string): Promise<Headers> {
  const readings = [await soundHeaders(files, damaged), await soundHeaders(files, backup)] as const;
  const [ofDamaged, ofBackup] = readings.map((reading) => (reading instanceof Refusal ? null : reading)) as [HeaderCopies | null, HeaderCopies | null];
  const headers = [...(ofDamaged?.sound ?? []), ...(ofBackup?.sound ?? [])];
  const [first] = headers;
  if (first === undefined) throw readings[1];
  if (headers.some(({ vaultId }) => !sameBytes(vaultId, first.vaultId))) throw new Refusal('not-this-vault');
  return { ofDamaged, ofBackup, headers };
}

/** The refusal where there is none that can be used. A folder without any vault has nothing to join. */
async function soundHeaders(files: FilePort, folder: string): Promise<HeaderCopies | Refusal> {
  try {
    return await readHeaderCopies(files, folder);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'header-damaged') return error;
    throw error;
  }
}

function unlockEither(headers: Headers, key: Uint8Array): Unlocked {
  let refusal: unknown = new Refusal('wrong-secret');
  for (const copies of [headers.ofDamaged, headers.ofBackup]) {
    if (copies === null) continue;
    try {
      return unlockHeader(copies, key);
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

/**
 * Joins a damaged vault and an older backup in an empty folder: the record as far as both together verify, each evidence file from whichever has it whole, other compartments' objects from
 * both. Neither is changed. Refuses as `open.join` says (shared/vault-protocol/backup-calls.ts); then nothing is left.
 */
export function joinVaults(input: JoinInput, work: LongWork, files: FilePort = nodeFilePort): Promise<JoinedFiles> {
  return refusing(async () => {
    const headers = await readHeaders(files, input.damaged, input.backup);
    const { header, place, keys } = unlockEither(headers, input.key);
    try {
      // One was made before all keys were renewed: this secret leads to one of the two alone.
      for (const copies of [headers.ofDamaged, headers.ofBackup]) if (copies !== null && !copies.sound.some((copy) => headerMacHolds(copy, place, keys.headerMac))) throw new Refusal('not-this-vault');
      for (const folder of [input.damaged, input.backup]) await assertNobodyHas(files, folder);
      const [damaged, backup, to] = [input.damaged, input.backup, input.to].map((folder) => vaultIn(folder, { vaultId: header.vaultId, keys, files })) as [VaultFiles, VaultFiles, VaultFiles];
      return await inEmptyFolder(to, [input.damaged, input.backup], async () => {
        const progress = new Progress(work, 2);
        const way = await furthestWay([damaged, backup]);
        progress.assertGoingOn();
        const { database, entries } = await replayWay(way, input.countEntries);
        try {
          const queries = queriesOf(database);
          const joined: JoinedFiles = {
            entriesFromVault: entries.get(damaged.folder) ?? 0, entriesFromBackup: entries.get(backup.folder) ?? 0,
            filesFromVault: 0, filesFromBackup: 0, lostFiles: [], lostObjects: [], wholeUntilUtc: input.lastUtc(queries),
          };
          await joinEvidence([damaged, backup], to, input.nameEvidence(queries), progress, joined);
          await joinForeign([damaged, backup], to, progress);
          await writeRecord(to, way, database, header);
          return { ...joined, lostFiles: joined.lostFiles.sort() };
        } finally {
          database.close();
        }
      });
    } finally {
      zeroVaultKeys(keys);
    }
  });
}

/** The database at the end of the way, and how many entries came from the folder of each copy. */
async function replayWay(way: Way, countEntries: JoinInput['countEntries']): Promise<{ database: Database; entries: Map<string, number> }> {
  const database = await loadStart(way);
  try {
    const entries = new Map<string, number>();
    let counted = 0;
    const count = (copy: VaultFiles): void => {
      const now = countEntries(queriesOf(database));
      entries.set(copy.folder, (entries.get(copy.folder) ?? 0) + now - counted);
      counted = now;
    };
    count(way.start.copy);
    for (const { copy, segment, generation, end } of way.steps) {
      const bytes = await readObject(copy, segment.name);
      if (bytes === null) throw new Refusal('tampered');
      const identity = { vaultId: copy.vaultId, generation, base: segment.base };
      const read = readSegment(copy.keys, identity, bytes.subarray(0, end.lengthBytes), null, (payload) => applyRecord(database, payload));
      if (read.point.sequence !== end.point.sequence) throw new Refusal('tampered');
      count(copy);
    }
    return { database, entries };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function loadStart({ start }: Way): Promise<Database> {
  if (start.snapshot === null) return Database.load();
  const reader = await openSnapshot(start.copy, start.snapshot);
  const image = await reader.read(0, reader.sizeBytes).finally(() => reader.close());
  return Database.load(image);
}

async function joinEvidence(copies: readonly [VaultFiles, VaultFiles], to: VaultFiles, named: readonly NamedEvidence[], progress: Progress, joined: JoinedFiles): Promise<void> {
  for (const { sizeBytes } of named) progress.expect(evidenceLength(sizeBytes));
  for (const evidence of named) {
    const from = await firstThatCopies(copies, (copy) => copyEvidence(copy, to.objects, evidence, progress));
    if (from === copies[0]) joined.filesFromVault += 1;
    else if (from === copies[1]) joined.filesFromBackup += 1;
    else {
      joined.lostFiles.push(evidence.name);
      joined.lostObjects.push(evidence.objectName);
    }
  }
}

/** Nobody here can verify them: from the vault where it has them, which is the newer. */
async function joinForeign(copies: readonly [VaultFiles, VaultFiles], to: VaultFiles, progress: Progress): Promise<void> {
  const names = new Set<string>();
  for (const copy of copies) for (const name of (await unlessRefused(() => foreignNames(copy))) ?? []) names.add(name);
  for (const name of names) await firstThatCopies(copies, (copy) => copyObject(copy.objects, to.objects, name, progress));
}

async function firstThatCopies(copies: readonly VaultFiles[], copyFrom: (copy: VaultFiles) => Promise<unknown>): Promise<VaultFiles | null> {
  for (const copy of copies) {
    try {
      await copyFrom(copy);
      return copy;
    } catch (error) {
      if (!(error instanceof DamagedSource)) throw error;
    }
  }
  return null;
}

/** A new generation that begins at the point reached; the header last. */
async function writeRecord(to: VaultFiles, way: Way, database: Database, header: Header): Promise<void> {
  const image = database.exportImage();
  const snapshot = { name: to.objects.newName('snapshot'), imageBytes: image.length };
  await writeSnapshot(to, snapshot.name, image);
  await verifySnapshot(to, snapshot, image);
  const root: Root = { rootSequence: way.rootSequence + 1, current: { number: way.generation + 1, snapshot, base: way.point, segments: [] }, previous: null, setAside: [] };
  await to.objects.syncNames();
  await syncPlace(to);
  await writeRoot(to, root);
  await writeHeaderCopies(to.files, to.folder, header.bytes, to.random);
  await syncPlace(to);
}
