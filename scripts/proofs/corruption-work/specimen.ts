import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginRecord, takeUpRecord } from '../../../electron/vault/calls/open-vault';
import { addFile } from '../../../electron/vault/calls/document-work';
import { ImportWork } from '../../../electron/vault/calls/import-work';
import { eraseDocument } from '../../../electron/vault/record/documents/documents';
import { historyHead } from '../../../electron/vault/record/history/history';
import { amendIncident, beginIncident, eraseIncident, recordIncident, saveDraft } from '../../../electron/vault/record/incidents/incidents';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import { sealCode } from '../../../electron/vault/record/history/seal-code';
import { createStore, openStore, prepareCreate, prepareOpen } from '../../../electron/vault/store/open-store';
import type { VaultStore } from '../../../electron/vault/store/store';
import { MemoryDisk } from '../../../electron/vault/store/testing/memory-disk';
import { watchedFiles } from '../../../electron/vault/store/testing/watched-files';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { chatBegins, chatChosen, chatSays, madeMessage } from '../../../shared/importers/testing/made-parts';
import { chanceFrom } from '../../proving/chance';
import { looseLock, vaultFolder } from '../crash-states-work/lock';
import { observed } from '../crash-states-work/observed-store';
import { secondCompartment } from '../crash-states-work/second-compartment';
import { recordDigest, type RecordDigest } from '../crash-states-work/record-digest';
import { imageOf, type VaultImage } from './images';
import { newestSegment } from './anatomy';
import { secretKeyFor } from './secret';

/** A vault at one moment, with what is true of it then. */
export interface Moment {
  image: VaultImage;
  mark: { sequence: number; hash: string };
  /** As an export would print it then. */
  sealCode: string;
}

export interface Specimen {
  vaultId: string;
  /** Earlier ones first; the last two are whole vaults to be damaged: as a kill leaves one, and closed. */
  moments: readonly Moment[];
  /** What the record held at each point of the chain, by its hash. */
  truths: ReadonlyMap<string, RecordDigest>;
  /** Another vault, under the same secret. */
  foreign: VaultImage;
}

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
const words = 'he came to the door again and shouted until the neighbour called the police, قال لا تخبري أحدا 🙂 ';

/** A vault's whole life on a disk in memory. */
class Making {
  readonly disk = new MemoryDisk(new Map([['/home', null]]));
  readonly moments: Moment[] = [];
  readonly truths = new Map<string, RecordDigest>();
  private isDead = false;
  private context: RecordContext | null = null;
  private files = 0;
  private readonly random;

  constructor(private readonly scratch: string, seed: number) {
    const chance = chanceFrom(seed);
    // The same bytes for the same seed, so that a corruption can be repeated.
    this.random = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Math.floor(chance() * 256));
  }

  private get ports() {
    const files = watchedFiles(this.disk, { before: () => { if (this.isDead) throw Object.assign(new Error('EIO'), { code: 'EIO' }); } });
    return { files, random: this.random };
  }

  private watched(store: VaultStore): VaultStore {
    this.truths.set(store.mark().hash, recordDigest(store, 'between transactions'));
    const observer = { underWay: () => undefined, promise: () => undefined, acknowledged: async (_: number, digest: () => RecordDigest) => void this.truths.set(store.mark().hash, digest()) };
    return observed(store, observer);
  }

  get record(): RecordContext {
    if (this.context === null) throw new Error('no vault is open');
    return this.context;
  }

  async create(): Promise<void> {
    const parameters = await prepareCreate(vaultFolder, { quickKdf: true }, this.ports);
    const store = this.watched(await createStore({ folder: vaultFolder, parameters, slots: [{ kind: 'passphrase', secretKey: secretKeyFor(parameters) }], second: secondCompartment() }, this.ports));
    this.context = await beginRecord(store, { recoveryPrinted: '', example: false });
  }

  async open(): Promise<void> {
    looseLock(this.disk);
    const { store, notices } = await openStore({ folder: vaultFolder, key: secretKeyFor((await prepareOpen(vaultFolder, this.ports))[0]), mark: null }, this.ports);
    this.context = (await takeUpRecord(this.watched(store), notices, [])).context;
  }

  /** @param torn the record that was under way is half-written */
  async kill(torn: boolean): Promise<void> {
    const { store } = this.record;
    if (torn) await this.write(1);
    const lost = store.mark().hash;
    this.isDead = true;
    await store.close();
    this.isDead = false;
    this.context = null;
    if (!torn) return;
    const path = await newestSegment(imageOf(this.disk));
    const bytes = this.disk.peek(join(vaultFolder, path));
    this.disk.rewrite(join(vaultFolder, path), (bytes ?? new Uint8Array(0)).slice(0, -100));
    this.truths.delete(lost);
  }

  async close(): Promise<void> {
    await this.record.store.close();
    this.context = null;
  }

  async remember(): Promise<void> {
    const { store } = this.record;
    this.moments.push({ image: imageOf(this.disk), mark: store.mark(), sealCode: sealCode(store.vaultId, historyHead(store)) });
  }

  async write(count: number): Promise<string> {
    let last = '';
    for (let i = 0; i < count; i += 1) {
      last = (await beginIncident(this.record)).id;
      await saveDraft(this.record, last, { ...emptyIncidentContent, title: `night ${i}`, account: words.repeat(1 + ((i * 7) % 12)) });
      await recordIncident(this.record, last);
    }
    return last;
  }

  async addFile(sizeBytes: number): Promise<string> {
    this.files += 1;
    const path = join(this.scratch, `file-${this.files}`);
    writeFileSync(path, Uint8Array.from({ length: sizeBytes }, (_, i) => (i * 31 + this.files * 7 + (i >> 8)) & 255));
    return (await addFile(this.record, { path, name: `file-${this.files}.jpg`, origin: 'added' }, quiet)).document.id;
  }

  async importChat(): Promise<void> {
    const path = join(this.scratch, 'chat.txt');
    writeFileSync(path, 'a chat');
    const imports = new ImportWork(this.record);
    const { importId, seals } = await imports.begin({ path, name: 'chat.txt', isFolder: false, files: ['chat.txt'], ...chatChosen('with him', 'Me') }, quiet);
    const messages = Array.from({ length: 60 }, (_, i) => madeMessage(i + 1, { sender: i % 2 ? 'Me' : 'Him', at: `2026-01-01T10:00:${String(i).padStart(2, '0')}`, text: `${words} ${i}` }));
    await imports.addParts(importId, [chatBegins, chatSays(messages)]);
    await imports.commit(importId, { read: seals, mayBeTruncated: [] });
  }

  /** Sealed, and never entered: as an end between the two leaves it. */
  async sealOnly(): Promise<void> {
    await this.record.store.evidence.seal((async function* once() { yield new Uint8Array(5000).fill(9); })(), { expectedBytes: 5000 });
  }
}

/** A life with every shape in it: generations, ended and torn segments, one set aside, files of all sizes. */
export async function makeSpecimen(scratch: string, seed: number): Promise<Specimen> {
  const vault = new Making(scratch, seed);
  await vault.create();
  const erased = await vault.write(2);
  for (const size of [1, 700, 4096, 4097]) await vault.addFile(size);
  await eraseDocument(vault.record, await vault.addFile(9000), 'not safe to keep');
  await eraseIncident(vault.record, erased, 'not safe to keep');
  await vault.remember();
  await vault.kill(true);
  // The first generation, whose torn segment is set aside when it goes.
  await vault.open();
  await vault.importChat();
  await vault.remember();
  await vault.record.store.snapshot();
  await vault.remember();
  await vault.write(3);
  await vault.addFile(262_144);
  await vault.kill(false);
  // The second: an ended segment, a torn one, one more. It becomes the reserve.
  await vault.open();
  await vault.write(2);
  await vault.kill(true);
  await vault.open();
  const amended = await vault.write(2);
  await vault.remember();
  await vault.record.store.snapshot();
  await vault.addFile(262_145);
  await vault.remember();
  await vault.kill(false);
  // The third, the same again, and a segment that is still being written.
  await vault.open();
  await amendIncident(vault.record, amended, { ...emptyIncidentContent, title: 'the door', account: 'it was the back door' }, 'remembered more');
  await vault.kill(true);
  await vault.open();
  await vault.write(2);
  await vault.remember();
  await vault.addFile(600_000);
  await vault.sealOnly();
  await vault.write(3);
  await vault.remember();
  const { vaultId } = vault.record.store;
  const atLast = vault.moments.at(-1);
  await vault.close();
  if (atLast === undefined) throw new Error('no moment was kept');
  const moments = [...vault.moments, { ...atLast, image: imageOf(vault.disk) }];
  return { vaultId, moments, truths: vault.truths, foreign: await makeForeign(scratch, seed + 1) };
}

async function makeForeign(scratch: string, seed: number): Promise<VaultImage> {
  const vault = new Making(scratch, seed);
  await vault.create();
  await vault.write(3);
  await vault.addFile(700);
  await vault.addFile(300_000);
  await vault.record.store.snapshot();
  await vault.write(1);
  await vault.kill(false);
  await vault.open();
  await vault.write(3);
  await vault.remember();
  const image = vault.moments.at(-1)?.image;
  await vault.close();
  if (image === undefined) throw new Error('no foreign vault was made');
  return image;
}
