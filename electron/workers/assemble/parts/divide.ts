import { PDFArray, PDFContext, PDFDict, PDFName, PDFObject, PDFPage, PDFRef, PDFStream } from '../pdf-library';

/** What is written of a dictionary in a packed stream of objects, against what it says: measured at 0.15 to 0.3 on pages of ours. */
const packed = 0.4;
/** What finishing puts on each page: its number, its label, its share of the list of objects. */
const stampBytes = 1200;

/**
 * Which units, in order, lie together in files of `mostBytes` at most: of each file the index of its first unit. A unit is never parted: one that is larger by itself stands alone. `pagesOf`: the pages of each unit; `all`: those of the whole
 * document, over which nothing is followed from page to page. What several units share (faces of letters) counts once in each file. `eachBytes`: what every file holds besides.
 */
export function divide(context: PDFContext, pagesOf: readonly (readonly PDFPage[])[], all: ReadonlySet<PDFRef>, { mostBytes, eachBytes }: { readonly mostBytes: number; readonly eachBytes: number }): number[] {
  const tags = tagBytes(context);
  const starts: number[] = [];
  let held = new Set<PDFRef>();
  let bytes = 0;
  pagesOf.forEach((pages, index) => {
    const reached = reachedFrom(context, pages, all);
    const own = pages.reduce((sum, { ref }) => sum + stampBytes + (tags.get(ref) ?? 0), 0);
    const added = sumOf(reached, held) + own;
    if (starts.length === 0 || bytes + added > mostBytes) {
      starts.push(index);
      held = new Set();
      bytes = eachBytes + sumOf(reached, held) + own;
    } else bytes += added;
    for (const ref of reached.keys()) held.add(ref);
  });
  return starts;
}

function sumOf(reached: ReadonlyMap<PDFRef, number>, held: ReadonlySet<PDFRef>): number {
  let sum = 0;
  for (const [ref, bytes] of reached) if (!held.has(ref)) sum += bytes;
  return sum;
}

/** All objects that pages are made of, and what each takes in the file. */
function reachedFrom(context: PDFContext, pages: readonly PDFPage[], all: ReadonlySet<PDFRef>): Map<PDFRef, number> {
  const reached = new Map<PDFRef, number>();
  const stack: PDFObject[] = [];
  const seen = new Set<PDFObject>();
  for (const { node } of pages) {
    seen.add(node);
    for (const [key, value] of node.entries()) if (key !== PDFName.of('Parent')) stack.push(value);
  }
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    let value: PDFObject | undefined = at;
    if (at instanceof PDFRef) {
      if (all.has(at) || reached.has(at)) continue;
      value = context.lookup(at);
      if (value !== undefined) reached.set(at, bytesOf(value));
    }
    if (value === undefined || seen.has(value)) continue;
    if (value instanceof PDFDict || value instanceof PDFArray || value instanceof PDFStream) seen.add(value);
    const dict = value instanceof PDFStream ? value.dict : value;
    if (dict instanceof PDFDict) stack.push(...dict.values());
    else if (dict instanceof PDFArray) stack.push(...dict.asArray());
  }
  return reached;
}

function bytesOf(value: PDFObject): number {
  return value instanceof PDFStream ? value.sizeInBytes() + 30 : value.sizeInBytes() * packed + 8;
}

/** By page, what its tags take. */
function tagBytes(context: PDFContext): Map<PDFRef, number> {
  const bytes = new Map<PDFRef, number>();
  for (const [, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(PDFName.of('S')) === undefined || element.get(PDFName.of('P')) === undefined) continue;
    const page = pageOf(element);
    if (page !== null) bytes.set(page, (bytes.get(page) ?? 0) + bytesOf(element));
  }
  return bytes;
}

function pageOf(element: PDFDict): PDFRef | null {
  const own = element.get(PDFName.of('Pg'));
  if (own instanceof PDFRef) return own;
  const kids = element.lookup(PDFName.of('K'));
  for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) {
    const page = kid instanceof PDFDict ? kid.get(PDFName.of('Pg')) : undefined;
    if (page instanceof PDFRef) return page;
  }
  return null;
}
