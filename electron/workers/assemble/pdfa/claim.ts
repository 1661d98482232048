import { createHash } from 'node:crypto';
import { writeMetadata } from '../metadata';
import { PDFDocument, PDFHexString, PDFName, PDFStream, PDFString } from '../pdf-library';
import { bytesOf } from '../stream-bytes';
import { documentFaults } from './document-faults';
import type { Fault } from './fault';
import { srgbName, srgbProfile } from './srgb-profile';

const name = (key: string) => PDFName.of(key);
const claimWords = '<pdfaid:part>2</pdfaid:part>';

/** Says of a finished document that its colours are sRGB and, if nothing in it is against that, that it is PDF/A-2b (ISO 19005-2). Gives what is against it. Its title and dates must be written before; its metadata is written here. */
export async function claimKept(document: PDFDocument): Promise<Fault[]> {
  await document.flush();
  const { catalog, context } = document;
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({ Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: PDFString.of(srgbName), Info: PDFString.of(srgbName), DestOutputProfile: profile });
  catalog.set(name('OutputIntents'), context.obj([context.register(intent)]));
  context.trailerInfo.ID ??= context.obj([idOf(document), idOf(document)]);
  const faults = documentFaults(document);
  writeMetadata(document, faults.length === 0);
  return faults;
}

/** Whether a document says of itself that it is PDF/A-2b; only ours are asked. */
export function claimsToBeKept({ catalog }: PDFDocument): boolean {
  const stream = catalog.lookup(name('Metadata'));
  const bytes = stream instanceof PDFStream ? bytesOf(stream) : null;
  return bytes !== null && Buffer.from(bytes).includes(claimWords);
}

/** For a document of ours to which something was added: throws where it says that it is PDF/A-2b and no longer is. */
export async function expectStillKept(document: PDFDocument): Promise<void> {
  if (!claimsToBeKept(document)) return;
  await document.flush();
  const [first] = documentFaults(document);
  if (first !== undefined) throw new Error(`no longer PDF/A: ${first.clause}`);
}

/** From what it says and when it was made, so that the same document has the same one. */
function idOf(document: PDFDocument): PDFHexString {
  const { context } = document;
  const told = [document.getTitle() ?? '', document.getCreationDate()?.toISOString() ?? '', String(document.getPageCount()), String(context.largestObjectNumber)];
  return PDFHexString.of(createHash('sha256').update(told.join('\n')).digest('hex').slice(0, 32));
}

