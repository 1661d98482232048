import { Refusal } from '../../../shared/contract/errors';
import type { ConversationImporter } from '../../../shared/importers/importer';
import { importerFor } from '../../../shared/importers/registry';
import { Archive, isArchive } from './archive';
import type { ArchiveEntry } from './archive-entries';
import { atMost, type ReadingLimits } from './limits';
import type { SourceFile } from './source-file';

const headBytes = 256 * 1024;
/** Texts in an archive that are looked into for the conversation. */
const mostTexts = 20;

/** A file in which a conversation was found: a text, or a text within an archive with its attachments. */
export interface ConversationSource {
  readonly importer: ConversationImporter;
  /** The text's name within the archive; '' for a text alone. */
  readonly entryName: string;
  readonly textBytes: number;
  text(): AsyncGenerator<Uint8Array>;
  readonly archive: Archive | null;
  /** By plain name. Empty for a text alone. */
  readonly attachments: ReadonlyMap<string, ArchiveEntry>;
}

/** Finds the conversation by content. Refuses `not-understood` when there is none, `encrypted-file` when only a locked text may be it, `limit-exceeded` when its text is beyond reason. */
export async function findConversation(file: SourceFile, limits: ReadingLimits): Promise<ConversationSource> {
  const head = await file.read(0, Math.min(headBytes, file.sizeBytes));
  if (isArchive(head)) return findInArchive(await Archive.open(file, limits), limits);
  if (file.sizeBytes > limits.textBytes) throw new Refusal('limit-exceeded', file.name);
  const importer = await importerFor(head);
  if (!importer) throw new Refusal('not-understood', file.name);
  return { importer, entryName: '', textBytes: file.sizeBytes, text: () => file.bytes(), archive: null, attachments: new Map() };
}

async function findInArchive(archive: Archive, limits: ReadingLimits): Promise<ConversationSource> {
  // A member's ending only says where to look first; the content decides.
  const texts = archive.entries.filter(({ name }) => /\.txt$/i.test(name)).slice(0, mostTexts);
  for (const text of texts.sort((a, b) => Number(isUsualName(b.name)) - Number(isUsualName(a.name)))) {
    if (text.entry.uncompressedSize === 0) continue;
    const importer = await importerFor(await headOf(archive, text));
    if (!importer) continue;
    if (text.entry.uncompressedSize > limits.textBytes) throw new Refusal('limit-exceeded', archive.name);
    const attachments = new Map(archive.entries.filter((entry) => entry !== text).map((entry) => [entry.name, entry]));
    return { importer, entryName: text.path, textBytes: text.entry.uncompressedSize, text: () => atMost(archive.bytes(text), limits.textBytes, archive.name), archive, attachments };
  }
  throw new Refusal(whyNoConversation(archive), archive.name);
}

/** When no text is left that could be the chat, the reason why one was left out says most. */
function whyNoConversation({ leftOut }: Archive): 'encrypted-file' | 'limit-exceeded' | 'not-understood' {
  const texts = leftOut.filter(({ name }) => /\.txt$/i.test(name));
  if (texts.some(({ reason }) => reason === 'encrypted')) return 'encrypted-file';
  return texts.some(({ reason }) => reason === 'too-large') ? 'limit-exceeded' : 'not-understood';
}

function isUsualName(name: string): boolean {
  return name === '_chat.txt' || /whatsapp/i.test(name);
}

async function headOf(archive: Archive, text: ArchiveEntry): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of archive.bytes(text)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces);
}
