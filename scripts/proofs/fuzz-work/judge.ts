import { isGoogleTimeline, readGoogleTimeline } from '../../../shared/importers/location/google-timeline';
import { LocationPart } from '../../../shared/importers/location/parts';
import { mailImporterFor, mailImporters } from '../../../shared/importers/mail/mail-importers';
import { MailSourcePart } from '../../../shared/importers/mail/parts';
import type { NeutralPart } from '../../../shared/importers/parts';
import type { Importer } from '../../../shared/importers/reading';
import { importers, importersOf } from '../../../shared/importers/registry';
import type { Source, SourceFile } from '../../../shared/importers/source';
import { assertWithin, checkParts } from '../../../shared/importers/testing/check-parts';

/** What was read, counted. */
export interface Reading {
  parts: number;
  messages: number;
  mails: number;
  claims: number;
  notUnderstood: number;
}

type ReadConversations = (importer: Importer, files: readonly SourceFile[], source: Source) => AsyncIterable<NeutralPart>;

/** As the importer reads, with nothing that she has said. */
export const asItReads: ReadConversations = (importer, files, source) => importer.read(files, source, { dateOrder: null, columns: null });

/**
 * Reads a source by every importer that recognises any of its files, and by those of the sample it was made from, recognised or not (`readAnyway`: paths). Throws where a part is not what is agreed, a place lies outside its file, a conversation is used
 * before it is said, or a file is named and never given.
 */
export async function readAll(source: Source, readAnyway: { kinds: readonly string[]; paths: readonly string[] }, read: ReadConversations): Promise<Reading> {
  const reading: Reading = { parts: 0, messages: 0, mails: 0, claims: 0, notUnderstood: 0 };
  const sizes = new Map(source.files.map(({ path, sizeBytes }) => [path, sizeBytes]));
  const heads = await Promise.all(source.files.map(async (file) => ({ file, head: await file.head() })));
  for (const importer of importers) {
    const files = heads.filter(({ file, head }) => importersOf(head).includes(importer) || (readAnyway.kinds.includes(importer.kind) && readAnyway.paths.includes(file.path))).map(({ file }) => file);
    if (files.length === 0) continue;
    const { parts, messages, notUnderstood } = await checkParts(read(importer, files, source), sizes);
    reading.parts += parts;
    reading.messages += messages;
    reading.notUnderstood += notUnderstood;
  }
  for (const { file, head } of heads) {
    const mail = (await mailImporterFor(file)) ?? (readAnyway.paths.includes(file.path) ? mailImporters.find(({ kind }) => readAnyway.kinds.includes(kind)) : undefined);
    if (mail !== undefined) await readMails(mail.read(file), file.sizeBytes, reading);
    if (isGoogleTimeline(head) || (readAnyway.kinds.includes('location') && readAnyway.paths.includes(file.path))) await readClaims(readGoogleTimeline(file), file.sizeBytes, reading);
  }
  return reading;
}

async function readMails(parts: AsyncIterable<MailSourcePart>, sizeBytes: number, reading: Reading): Promise<void> {
  for await (const part of parts) {
    MailSourcePart.parse(part);
    reading.parts += 1;
    if (part.part === 'mail') {
      reading.mails += 1;
      if (part.place.offset + part.place.length > sizeBytes) throw new Error('a place lies outside its file');
    } else if (part.part === 'not-understood') {
      assertWithin(sizeBytes, part);
      reading.notUnderstood += 1;
    }
  }
}

async function readClaims(parts: AsyncIterable<LocationPart>, sizeBytes: number, reading: Reading): Promise<void> {
  for await (const part of parts) {
    LocationPart.parse(part);
    reading.parts += 1;
    if (part.part === 'not-understood') {
      assertWithin(sizeBytes, part);
      reading.notUnderstood += 1;
      continue;
    }
    for (const claim of part.claims) assertWithin(sizeBytes, claim);
    reading.claims += part.claims.length;
  }
}
