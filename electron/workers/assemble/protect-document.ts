import { randomBytes } from 'node:crypto';
import { claimsToBeKept } from './pdfa/claim';
import { PDFArray, PDFCatalog, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObject, PDFPageLeaf, PDFPageTree, PDFStream, PDFString, asItIs } from './pdf-library';

/** Everything a reader may do once the passphrase is typed: it keeps the file shut on its way, and forbids its owner nothing. */
const everything = { printing: 'highResolution', modifying: true, copying: true, annotating: true, fillingForms: true, contentAccessibility: true, documentAssembly: true } as const;

interface Security { getEncryptFn(objectNumber: number, generationNumber: number): (plain: Uint8Array) => Uint8Array }

/**
 * The same document, shut with a passphrase: AES-256, standard security handler of revision 6 (ISO 32000-2, 7.6.4). The library shuts streams and what it packs into them; strings outside of these it leaves readable (a catalogue's language, names of
 * attachments: measured), so they are shut here first. Every object is its own: nothing of the file but its structure can be read without the passphrase.
 */
export async function protectDocument(bytes: Uint8Array, passphrase: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; pageCount: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  // Nothing that is locked may call itself PDF/A (ISO 19005-2, 6.1.3).
  if (claimsToBeKept(document)) throw new Error('made for keeping, and to be locked');
  const { context } = document;
  const kept = context.trailerInfo.ID;
  document.encrypt({ userPassword: passphrase, ownerPassword: randomBytes(32).toString('hex'), permissions: everything });
  // The key hangs on no id from revision 6 on, and the id may tell which copy it is.
  if (kept !== undefined) context.trailerInfo.ID = kept;
  const security = (context as unknown as { security: Security }).security;
  const { Encrypt } = context.trailerInfo;
  for (const [ref, object] of context.enumerateIndirectObjects()) if (ref !== Encrypt && standsByItself(object, ref.generationNumber)) shutStrings(object, security.getEncryptFn(ref.objectNumber, ref.generationNumber));
  const saved = await document.save(asItIs);
  return { bytes: saved as Uint8Array<ArrayBuffer>, pageCount: document.getPageCount() };
}

/** What the library writes outside of its object streams; what lies within these is shut with them (PDFStreamWriter of @cantoo/pdf-lib 2.11.1). */
function standsByItself(object: PDFObject, generation: number): boolean {
  // Of the file as it was read: it is not written again, and holds the trailer's own id.
  if (object instanceof PDFStream && object.dict.lookup(PDFName.of('Type')) === PDFName.of('XRef')) return false;
  return generation !== 0 || object instanceof PDFStream || object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf;
}

function shutStrings(object: PDFObject, shut: (plain: Uint8Array) => Uint8Array): void {
  const replaced = (held: PDFObject): PDFObject | null => {
    if (held instanceof PDFString || held instanceof PDFHexString) return PDFHexString.of(Buffer.from(shut(held.asBytes())).toString('hex'));
    shutStrings(held, shut);
    return null;
  };
  if (object instanceof PDFStream) shutStrings(object.dict, shut);
  else if (object instanceof PDFDict) {
    for (const [key, held] of object.entries()) {
      const next = replaced(held);
      if (next !== null) object.set(key, next);
    }
  } else if (object instanceof PDFArray) {
    for (const [index, held] of object.asArray().entries()) {
      const next = replaced(held);
      if (next !== null) object.set(index, next);
    }
  }
}
