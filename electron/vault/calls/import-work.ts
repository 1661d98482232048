import { Refusal } from '../../../shared/contract/errors';
import { NeutralMessage } from '../../../shared/importers/neutral';
import type { Conversation, DateOrder } from '../../../shared/model/conversation';
import type { Document } from '../../../shared/model/document';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import { abandonImport, addAttachment, addMessages, beginImport, commitImport } from '../record/message-import';
import type { RecordContext } from '../record/record-context';
import { noteComing } from '../record/coming-in';
import { duplicateOf } from '../record/documents';
import type { LongWork, SealedEvidence } from '../store/store';
import { forgetUnlessLeaving, sealFile } from './document-work';
import { PiecePipe } from './piece-pipe';

interface UnderWay {
  name: string;
  pipe: PiecePipe;
  sealed: Promise<SealedEvidence>;
}

interface AttachmentPiece {
  name: string;
  bytes: Uint8Array;
  last: boolean;
  modifiedUtc: UtcInstant | null;
  mediaType: string;
}

/** Conversations on their way in: one attachment at a time for each. */
export class ImportWork {
  readonly #attachments = new Map<string, UnderWay>();
  #isStopped = false;
  readonly #aborts = new Map<string, AbortController>();

  constructor(readonly context: RecordContext) {}

  /** Refuses `duplicate` when the very same export was imported before. */
  async begin(input: { path: string; name: string; title: string; dateOrder: DateOrder; meName: string | null }, work: LongWork): Promise<{ importId: string; sourceSha256: string }> {
    const [importId] = (await noteComing(this.context, [input.name])) as [Id];
    try {
      return await this.#begin(importId, input, work);
    } catch (error) {
      await forgetUnlessLeaving(this.context, importId, work.signal);
      throw error;
    }
  }

  async #begin(importId: string, input: Parameters<ImportWork['begin']>[0], work: LongWork): Promise<{ importId: string; sourceSha256: string }> {
    const { sealed, modifiedUtc } = await sealFile(this.context, input.path, input.name, work);
    const known = duplicateOf(this.context.store, sealed.duplicateTag);
    // She may have added the export as a document before; only a second import of it is refused.
    const isSource = known !== null && this.context.store.all(`SELECT id FROM conversation WHERE source_document_id = ? AND ready = 1`, [known]).length > 0;
    if (isSource) {
      await this.context.store.evidence.remove(sealed.objectName);
      throw new Refusal('duplicate', input.name);
    }
    await beginImport(this.context, importId, sealed, { title: input.title, dateOrder: input.dateOrder, meName: input.meName, originalName: input.name, fileModifiedUtc: modifiedUtc });
    return { importId, sourceSha256: sealed.sha256 };
  }

  async addBatch(importId: string, messages: readonly unknown[]): Promise<{ stored: number }> {
    return { stored: await addMessages(this.context, importId, messages.map((message) => NeutralMessage.parse(message))) };
  }

  /** Pieces come in order and do not interleave; each call resolves when its piece is taken, the last when the file is in the record. */
  async addPiece(importId: string, piece: AttachmentPiece): Promise<void> {
    const underWay = this.#attachments.get(importId) ?? this.#start(importId, piece.name);
    if (underWay.name !== piece.name) throw new Refusal('bad-call');
    // If sealing fails (a full disk), nobody takes the piece any more: the failure answers instead.
    const failed = underWay.sealed.then(() => new Promise<never>(() => undefined));
    if (piece.bytes.length > 0) await Promise.race([underWay.pipe.push(piece.bytes), failed]);
    if (!piece.last) return;
    await Promise.race([underWay.pipe.push(null), failed]);
    this.#attachments.delete(importId);
    const sealed = await underWay.sealed;
    this.#aborts.delete(importId);
    await addAttachment(this.context, importId, sealed, { name: piece.name, modifiedUtc: piece.modifiedUtc, mediaType: piece.mediaType, form: formOf(piece.mediaType) });
  }

  commit(importId: string, input: { sourceSha256: string; sourceEntryName: string; mayBeTruncated: boolean; notOpened: readonly string[] }): Promise<Conversation> {
    return commitImport(this.context, importId, input);
  }

  /** The vault is about to close: a seal that waits for its next piece must not hold it open. */
  stop(): void {
    this.#isStopped = true;
    for (const abort of this.#aborts.values()) abort.abort();
    for (const { pipe } of this.#attachments.values()) void pipe.push(null);
  }

  async abandon(importId: string): Promise<void> {
    this.#aborts.get(importId)?.abort();
    this.#aborts.delete(importId);
    const underWay = this.#attachments.get(importId);
    // The end of the stream wakes a seal that waits for its next piece; it then sees the abort.
    void underWay?.pipe.push(null);
    await underWay?.sealed.catch(() => undefined);
    this.#attachments.delete(importId);
    await abandonImport(this.context, importId, { isTold: !this.#isStopped });
  }

  #start(importId: string, name: string): UnderWay {
    const abort = new AbortController();
    this.#aborts.set(importId, abort);
    const pipe = new PiecePipe();
    const sealed = this.context.store.evidence.seal(pipe, { expectedBytes: null, signal: abort.signal });
    // The failure stays here and answers every later piece: a fresh seal would keep the rest of the file as if it were whole.
    sealed.catch(() => undefined);
    const underWay = { name, pipe, sealed };
    this.#attachments.set(importId, underWay);
    return underWay;
  }
}

function formOf(mediaType: string): Document['form'] {
  if (mediaType === 'application/pdf') return 'pdf';
  const [family] = mediaType.split('/');
  return family === 'image' || family === 'audio' || family === 'video' || family === 'text' ? family : 'other';
}
