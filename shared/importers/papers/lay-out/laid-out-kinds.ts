import type { Document } from '../../../model/document';
import { paperKindOf, type PaperKind } from '../paper-kinds';

const kinds: ReadonlySet<PaperKind | null> = new Set<PaperKind>(['docx', 'odt', 'html', 'mhtml', 'xlsx', 'ods', 'csv', 'rtf', 'doc']);
const [tableName, wordName] = [/\.(?:csv|tsv|tab)$/i, /\.(?:doc|dot)$/i];

/**
 * The type by which a file without pages of its own is laid out by this program (docs/decisions/0107-laid-out-by-the-program.md), as it was told from its bytes; null of one that is not. A text whose name says that it is a table is looked at as one: whether it is, its bytes say. Of compound files (old Word, Excel and Outlook) only those that are named as Word's are.
 */
export function laidOutTypeOf({ mediaType, originalName }: Pick<Document, 'mediaType' | 'originalName'>): string | null {
  if (mediaType.startsWith('text/plain') && tableName.test(originalName)) return 'text/csv';
  if (mediaType.startsWith('application/x-cfb') && !wordName.test(originalName)) return null;
  return kinds.has(paperKindOf(mediaType)) ? mediaType : null;
}
