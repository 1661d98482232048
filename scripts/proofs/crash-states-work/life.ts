import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { threadId } from 'node:worker_threads';
import { addFile } from '../../../electron/vault/calls/document-work';
import { ImportWork } from '../../../electron/vault/calls/import-work';
import { amendDocument, eraseDocument, noteFacts } from '../../../electron/vault/record/documents/documents';
import { takePages } from '../../../electron/vault/record/documents/document-words';
import { amendIncident, beginIncident, eraseIncident, recordIncident, saveAmendmentDraft, saveDraft } from '../../../electron/vault/record/incidents/incidents';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import type { Chance } from '../../../electron/vault/store/testing/power-loss';
import { renewedRecord, settleRenewals } from '../../../electron/vault/record/vault/renewal';
import { wayInNote } from '../../../electron/vault/record/vault/ways-in';
import type { NeutralMessage } from '../../../shared/importers/parts';
import { Refusal } from '../../../shared/contract/errors';
import { chatBegins, chatChosen, chatSays, madeMessage } from '../../../shared/importers/testing/made-parts';
import { undated } from '../../../shared/model/dated';
import { emptyIncidentContent, type IncidentContent } from '../../../shared/model/incident';
import { oneOf, upTo } from '../../proving/chance';
import type { KeyRing } from './key-ring';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** Files to add, from some bytes to several chunks; written once, read by every life. */
export function writeSources(scratch: string): string[] {
  return [3, 700, 5_000, 40_000, 300_000, 700_000].map((size, n) => {
    const path = join(scratch, `source-${size}`);
    writeFileSync(path, Uint8Array.from({ length: size }, (_, i) => (i * 31 + n * 7 + (i >> 8)) & 255));
    return path;
  });
}

/** One stretch of work in an open vault: what a person does in a sitting, by chance. */
export class Life {
  private readonly imports: ImportWork;

  constructor(
    private readonly context: RecordContext,
    private readonly chance: Chance,
    private readonly sources: readonly string[],
    private readonly keys: KeyRing,
    private readonly promise: (sequence: number) => void,
  ) {
    this.imports = new ImportWork(context);
  }

  private ids(sql: string): string[] {
    return this.context.store.all<{ id: string }>(sql).map(({ id }) => id);
  }

  private content(): IncidentContent {
    const words = 'he came to the door again and shouted until the neighbour called the police '.repeat(1 + upTo(this.chance, this.chance() < 0.1 ? 100 : 8));
    return { ...emptyIncidentContent, title: `night ${upTo(this.chance, 1000)}`, account: words.slice(0, 20 + upTo(this.chance, words.length)) };
  }

  async act(): Promise<void> {
    const acts: readonly [number, () => Promise<unknown>][] = [
      [6, () => this.write()], [2, () => this.amend()], [3, () => this.addDocument()], [2, () => this.importMessages()], [1, () => this.eraseSomething()],
      [1, () => this.context.store.snapshot()], [2, () => this.atOnce()], [0.7, () => this.changePassphrase()], [0.7, () => this.renew()],
    ];
    let left = this.chance() * acts.reduce((sum, [share]) => sum + share, 0);
    for (const [share, act] of acts) {
      left -= share;
      if (left < 0) return void (await act());
    }
  }

  private async write(): Promise<void> {
    const { context } = this;
    const { id } = await beginIncident(context);
    try {
      for (let i = upTo(this.chance, 4); i >= 0; i -= 1) await saveDraft(context, id, this.content());
      if (this.chance() < 0.6) await recordIncident(context, id);
    } catch (error) {
      // Two that write at once may take up the same blank draft, left by a life cut short: what the first has recorded the second cannot.
      if (!(error instanceof Refusal) || error.code !== 'already-recorded') throw error;
    }
  }

  private async amend(): Promise<void> {
    const id = oneOf(this.chance, this.ids(`SELECT id FROM incident WHERE status = 'recorded'`));
    if (id === undefined) return this.write();
    await saveAmendmentDraft(this.context, id, this.content());
    await amendIncident(this.context, id, this.content(), 'remembered more');
  }

  private async addDocument(): Promise<void> {
    const path = oneOf(this.chance, this.sources) ?? '';
    const { document, duplicateOfId } = await addFile(this.context, { path, name: 'photograph.jpg', origin: 'added' }, quiet);
    if (duplicateOfId !== null) return;
    await noteFacts(this.context, document.id, { mediaType: 'text/plain', form: 'text', picture: null });
    await takePages(this.context, { documentId: document.id, step: 'words', isFirst: true, pages: [{ page: 1, origin: 'file', text: 'words of the file', boxes: null, language: '', confidence: null }], place: 1, total: 1 });
    if (this.chance() < 0.5) await amendDocument(this.context, { id: document.id, title: 'the door', happened: undated, note: this.content().account });
  }

  /** One in four is left under way: closing, a kill or a loss of power cuts it short. */
  private async importMessages(): Promise<void> {
    const { imports } = this;
    // A source of its own each time, for the very same export is refused, and for each thread, for a file that changes meanwhile is refused too.
    const path = `${this.sources[1] ?? ''}-chat-${threadId}`;
    writeFileSync(path, Buffer.from(`chat ${this.chance()}\n`.repeat(1 + upTo(this.chance, 40))));
    const { importId, seals } = await imports.begin({ path, name: 'chat.txt', isFolder: false, files: ['chat.txt'], ...chatChosen('with him', 'Me') }, quiet);
    const count = 1 + upTo(this.chance, 30);
    await imports.addParts(importId, [chatBegins]);
    // Every other one is told backwards, and must be put in order at the end.
    const isBackwards = this.chance() < 0.5;
    for (let batch = 0; batch < 2; batch += 1) await imports.addParts(importId, [chatSays(Array.from({ length: count }, (_, i) => this.message(i + batch * count, isBackwards)))]);
    const bytes = new Uint8Array(200 + upTo(this.chance, 9000)).fill(upTo(this.chance, 256));
    await imports.addPiece(importId, { id: 'f1', name: 'IMG-1.jpg', bytes, last: true, isSound: true, modifiedUtc: null, mediaType: 'image/jpeg' });
    const dice = this.chance();
    if (dice < 0.5) await imports.commit(importId, { read: seals, mayBeTruncated: [] });
    else if (dice < 0.75) await imports.abandon(importId);
  }

  private message(i: number, isBackwards: boolean): NeutralMessage {
    return madeMessage(i + 1, {
      sender: i % 2 ? 'Me' : 'Him', at: `2026-01-01T10:00:${String(isBackwards ? 60 - i : i).padStart(2, '0')}`, text: this.content().account, attachments: i === 1 ? [{ name: 'IMG-1.jpg', file: 'f1', absent: null }] : [],
    });
  }

  private async eraseSomething(): Promise<void> {
    const document = oneOf(this.chance, this.ids(`SELECT id FROM document WHERE status = 'kept' AND origin = 'added'`));
    if (document !== undefined && this.chance() < 0.5) return void (await eraseDocument(this.context, document, 'not safe to keep'));
    const incident = oneOf(this.chance, this.ids(`SELECT id FROM incident WHERE status <> 'erased'`));
    if (incident !== undefined) await eraseIncident(this.context, incident, 'not safe to keep');
  }

  private async changePassphrase(): Promise<void> {
    const { store } = this.context;
    const next = this.keys.begin();
    await store.waysIn.set('passphrase', next, this.keys.now, wayInNote(this.context, { change: 'passphrase-changed' }));
    this.keys.settle(next);
    this.promise(store.mark().sequence);
  }

  /** Everything sealed anew. */
  private async renew(): Promise<void> {
    const { context } = this;
    const next = this.keys.begin();
    await context.store.renewing.renew({ proof: this.keys.now, waysIn: [{ kind: 'passphrase', key: next }], record: renewedRecord(context, ''), ...quiet });
    this.keys.settle(next);
    this.promise(context.store.mark().sequence);
    await settleRenewals(context);
  }

  /** Saves go on while a file is being sealed and while a snapshot is made. */
  private async atOnce(): Promise<void> {
    const results = await Promise.allSettled([this.addDocument(), this.write(), this.chance() < 0.3 ? this.context.store.snapshot() : this.write()]);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
