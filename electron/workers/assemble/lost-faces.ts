import { PDFDict, PDFDocument, PDFName, PDFRef, PDFStream, type PDFContext, type PDFPage, asItIs, howeverDamaged } from './pdf-library';
import { refsReached } from './refs-reached';

const name = (key: string) => PDFName.of(key);

/** A copy of the file in which lost faces have another in their place; `pages` (from 1): those that draw with one. */
export interface FacesReplaced { readonly bytes: Uint8Array; readonly pages: readonly number[] }

/**
 * Of a damaged file in which nothing but faces of letters is lost, a copy that can be read: Helvetica, in the commonest way of numbering letters (WinAnsi), stands in for each, as pdf.js and other readers do. The words stay words,
 * but where the lost face numbered its letters in its own way they are others than those that were there: whoever prints the pages must say so. null where no face is lost, or the file is locked. Throws when it cannot be read at all.
 */
export async function withFacesReplaced(bytes: Uint8Array): Promise<FacesReplaced | null> {
  const document = await PDFDocument.load(bytes, howeverDamaged);
  if (document.isEncrypted) return null;
  const faces = document.getPages().map((page) => facesLostOn(page));
  if (faces.every((lost) => lost.length === 0)) return null;
  const standIn = document.context.register(document.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }));
  for (const { list, key } of faces.flat()) list.set(key, standIn);
  return { bytes: await document.save(asItIs), pages: faces.flatMap((lost, index) => (lost.length > 0 ? [index + 1] : [])) };
}

/** A face that is named in a list of them and is not there. */
interface LostFace { readonly list: PDFDict; readonly key: PDFName }

function facesLostOn({ node }: PDFPage): LostFace[] {
  const resources = node.Resources();
  const drawnWith = [...refsReached([node.get(name('Contents')), resources], node.context)].map((ref) => node.context.lookup(ref));
  const holders = [resources, ...drawnWith.flatMap((object) => resourcesIn(object))];
  return [...new Set(holders)].flatMap((holder) => (holder === undefined ? [] : lostIn(holder.lookup(name('Font')), node.context)));
}

/** What is drawn with it may have resources of its own. */
function resourcesIn(object: unknown): PDFDict[] {
  const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
  const own = dict?.lookup(name('Resources'));
  return [...(dict === null ? [] : [dict]), ...(own instanceof PDFDict ? [own] : [])];
}

function lostIn(list: unknown, context: PDFContext): LostFace[] {
  return list instanceof PDFDict ? list.entries().flatMap(([key, face]) => (face instanceof PDFRef && !(context.lookup(face) instanceof PDFDict) ? [{ list, key }] : [])) : [];
}
