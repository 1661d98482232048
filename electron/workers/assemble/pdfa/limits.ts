import { PDFName } from '../pdf-library';

/** How large what stands in a document may be, in its objects and in what its pages are drawn with (ISO 19005-2, 6.1.13). Whole numbers are as far from 0 on either side; the least is one more, and counts as too much here. */
export const mostStringBytes = 32_767;
export const mostNameBytes = 127;
export const mostInteger = 2 ** 31 - 1;
/** Ways of packing (ISO 32000-1, table 6) without LZW. A lock has none of its own here. */
export const knownFilters: ReadonlySet<PDFName> = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode', 'CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode'].map((filter) => PDFName.of(filter)));
