import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from './pdf-library';

/** Every reference that these objects lead to, and those among them, each once; also one that leads to nothing. Goes over pages, too, where something leads to them. */
export function* refsReached(from: readonly (PDFObject | undefined)[], context: PDFContext): Generator<PDFRef> {
  const seen = new Set<PDFObject>();
  const stack = [...from];
  while (stack.length > 0) {
    const held = stack.pop();
    const isRef = held instanceof PDFRef;
    const object = isRef ? context.lookup(held) : held;
    const holds = object instanceof PDFArray || object instanceof PDFDict || object instanceof PDFStream;
    if (held === undefined || !(isRef || holds) || seen.has(held)) continue;
    seen.add(held);
    if (isRef) yield held;
    if (object instanceof PDFArray) stack.push(...object.asArray());
    else if (object instanceof PDFDict) stack.push(...object.values());
    else if (object instanceof PDFStream) stack.push(...object.dict.values());
  }
}
