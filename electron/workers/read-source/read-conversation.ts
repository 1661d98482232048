import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors';
import { plainFileName } from '../../../shared/importers/file-names';
import { pieceBytes, pieceMessages, type ReadJob } from '../../../shared/worker-protocol';
import { modifiedUtcOf } from './archive';
import { findConversation, type ConversationSource } from './conversation-source';
import { tellType } from './tell-type';
import { readingLimits, type ReadingLimits } from './limits';
import type { Outbox } from './outbox';
import { SourceFile } from './source-file';

/** Entries left out that are named; all are counted. */
const leftOutShown = 50;

type PreviewJob = Extract<ReadJob, { job: 'preview-conversation' }>;
type ConversationJob = Extract<ReadJob, { job: 'read-conversation' }>;

/** Counts and samples of a conversation; its last word is `preview`. */
export async function previewJob(job: PreviewJob, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const file = await SourceFile.open(job.path, job.name);
  try {
    const source = await findConversation(file, limits);
    // Inside an archive the text may carry the conversation's name where the archive has been renamed.
    const named = /whatsapp/i.test(source.entryName) ? source.entryName : job.name;
    const leftOut = source.archive?.leftOut ?? [];
    const facts = { fileName: plainFileName(named), attachmentNames: new Set(source.attachments.keys()), leftOutNames: new Set(leftOut.map(({ plainName }) => plainName)) };
    const preview = await source.importer.preview(watched(source, outbox), facts, job.dateOrder);
    if (preview.messageCount + preview.systemCount + preview.notUnderstoodCount > limits.records) throw new Refusal('limit-exceeded', job.name);
    outbox.say({ say: 'preview', preview: { ...preview, leftOutCount: leftOut.length, leftOut: leftOut.slice(0, leftOutShown).map(({ name, reason }) => ({ name, reason })) } });
  } finally {
    await file.close();
  }
}

/** Every message, then every attachment that a message names and that unpacks whole; its last word is `conversation-end`. */
export async function readConversationJob(job: ConversationJob, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const file = await SourceFile.open(job.path, job.name);
  try {
    const source = await findConversation(file, limits);
    const textHash = createHash('sha256');
    const wanted = new Set<string>();
    const notOpened = new Set<string>();
    const leftOut = new Set(source.archive?.leftOut.map(({ plainName }) => plainName));
    let records = 0;
    for await (const batch of source.importer.read(watched(source, outbox, (piece) => textHash.update(piece)), job.dateOrder)) {
      records += batch.length;
      if (records > limits.records) throw new Refusal('limit-exceeded', job.name);
      for (const { attachmentName } of batch) {
        if (attachmentName === '') continue;
        if (source.attachments.has(attachmentName)) wanted.add(attachmentName);
        else if (leftOut.has(attachmentName)) notOpened.add(attachmentName);
      }
      for (let at = 0; at < batch.length; at += pieceMessages) await outbox.send({ say: 'messages', messages: batch.slice(at, at + pieceMessages) });
    }
    for (const name of wanted) if (!(await sendAttachment(source, name, outbox))) notOpened.add(name);
    await file.assertUnchanged();
    // A text alone has just been hashed as it was read; an archive is hashed as a whole.
    const sourceSha256 = source.archive ? await file.sha256((done) => outbox.progress(done, file.sizeBytes, 'bytes')) : textHash.digest('hex');
    outbox.say({ say: 'conversation-end', sourceSha256, sourceEntryName: source.entryName, mayBeTruncated: source.importer.mayBeTruncated(records, source.attachments.size > 0), notOpened: [...notOpened] });
  } finally {
    await file.close();
  }
}

/** The source's text, telling how far it has come. */
async function* watched(source: ConversationSource, outbox: Outbox, onPiece: (piece: Uint8Array) => void = () => undefined): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of source.text()) {
    onPiece(piece);
    done += piece.length;
    outbox.progress(done, source.textBytes, 'bytes');
    yield piece;
  }
}

/** False, and nothing sent, for an attachment that does not unpack whole: the message then says that its file was not opened. */
async function sendAttachment(source: ConversationSource, name: string, outbox: Outbox): Promise<boolean> {
  const { archive } = source;
  const entry = source.attachments.get(name);
  if (!archive || !entry || !(await archive.isSound(entry, () => outbox.progress(0, 0, 'bytes')))) return false;
  const modifiedUtc = modifiedUtcOf(entry);
  let mediaType = '';
  let held: Uint8Array = new Uint8Array(0);
  const post = async (bytes: Uint8Array, last: boolean): Promise<void> => {
    mediaType ||= (await tellType(bytes)).mediaType;
    // A copy of its own: the piece may lie in a larger buffer, which would travel whole.
    await outbox.send({ say: 'attachment', name, bytes: bytes.slice(), last, modifiedUtc, mediaType });
  };
  for await (const piece of archive.bytes(entry)) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    while (held.length > pieceBytes) {
      await post(held.subarray(0, pieceBytes), false);
      held = held.subarray(pieceBytes);
    }
  }
  await post(held, true);
  return true;
}
