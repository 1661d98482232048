import { annotationsOf } from '../annotations';
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFPage, PDFStream } from '../pdf-library';
import { fault, type Fault } from './fault';
import { markFlags, unseenFlags } from './mark-flags';

const name = (key: string) => PDFName.of(key);
/** ISO 32000-1, table 169, without what PDF/A-2 forbids, and without what never stays in a document here: fields, attached files. */
const kinds = new Set(['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Watermark'].map(name));

/** What is wrong with a page's marks and links (ISO 19005-2, 6.3 and 6.5). */
export function markFaults({ node }: PDFPage): Fault[] {
  return annotationsOf(node).flatMap(({ annotation: mark }) => {
    if (mark === null) return [fault('6.3.1', 'marks')];
    const kind = mark.lookup(name('Subtype'));
    const flags = mark.lookup(name('F'));
    const found: Fault[] = [];
    if (!(kind instanceof PDFName) || !kinds.has(kind)) found.push(fault('6.3.1', 'marks'));
    if (!(flags instanceof PDFNumber) || (flags.asNumber() & markFlags.print) === 0 || (flags.asNumber() & unseenFlags) !== 0) found.push(fault('6.3.2', 'marks'));
    if (kind !== name('Link') && !hasNoSize(mark) && !looksOne(mark)) found.push(fault('6.3.3', 'marks'));
    if (mark.has(name('AA')) || mark.has(name('A'))) found.push(fault('6.5', 'marks'));
    return found;
  });
}

/** One way of looking, and nothing else. */
function looksOne(mark: PDFDict): boolean {
  const looks = mark.lookup(name('AP'));
  return looks instanceof PDFDict && looks.keys().length === 1 && looks.lookup(name('N')) instanceof PDFStream;
}

function hasNoSize(mark: PDFDict): boolean {
  const rect = mark.lookup(name('Rect'));
  if (!(rect instanceof PDFArray) || rect.size() !== 4) return false;
  const { width, height } = rect.asRectangle();
  return width === 0 && height === 0;
}
