import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, asItIs } from './pdf-library';
import { pruneResources } from './redact/prune-resources';

const name = (key: string) => PDFName.of(key);
/** Of a file's own list of what it holds: its pages, which layers are seen, and where names of places lead, to be looked up. The rest speaks of the other pages as well. */
const keptOfCatalog = new Set(['Type', 'Pages', 'OCProperties', 'Names', 'Dests'].map(name));

/**
 * Leaves a file, cleaned already, only some of its pages (from 1, in order): nothing that these are drawn with is of the others; tags, which are of the whole file, go. null where that cannot be done with certainty. The document given is used up.
 */
export async function extractPages(given: PDFDocument, pages: readonly number[]): Promise<PDFDocument | null> {
  const wanted = new Set(pages);
  const gone = given.getPages().filter((_, index) => !wanted.has(index + 1)).map(({ ref }) => ref);
  for (let page = given.getPageCount(); page >= 1; page -= 1) if (!wanted.has(page)) given.removePage(page - 1);
  // Whatever still points to one of them points to nothing.
  for (const ref of gone) given.context.delete(ref);
  for (const key of given.catalog.keys()) if (!keptOfCatalog.has(key)) given.catalog.delete(key);
  // Read again: every stream is then as it will leave, and can be looked into.
  const document = await PDFDocument.load(await given.save(asItIs), { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
  const { isCertain, reached } = pruneResources(document);
  if (!isCertain || document.getPageCount() !== wanted.size) return null;
  keepLayersOf(document, reached);
  return document;
}

/** Names of layers that no page here draws on say what the others held. */
function keepLayersOf(document: PDFDocument, reached: ReadonlySet<PDFObject>): void {
  const properties = document.catalog.lookup(name('OCProperties'));
  if (!(properties instanceof PDFDict)) return;
  const standard = properties.lookup(name('D'));
  for (const [holder, key] of [[properties, 'OCGs'], [standard, 'ON'], [standard, 'OFF']] as const) {
    const groups = holder instanceof PDFDict ? holder.lookup(name(key)) : undefined;
    if (!(holder instanceof PDFDict) || !(groups instanceof PDFArray)) continue;
    holder.set(name(key), document.context.obj(groups.asArray().filter((group) => { const own = document.context.lookup(group); return own !== undefined && reached.has(own); })));
  }
}
