import { isGoogleTimeline } from './location/google-timeline';
import { mailImporterFor } from './mail/mail-importers';
import type { MailImporter } from './mail/reading';
import type { Importer } from './reading';
import { importersOf } from './registry';
import type { SourceFile } from './source';
import { table } from './table/table';

/** What a file is, and who reads it. A `document` is what no importer knows: it is kept whole, and read as a document. */
export type ToldSource =
  | { readonly as: 'conversation'; readonly importer: Importer }
  | { readonly as: 'mail'; readonly importer: MailImporter }
  | { readonly as: 'location' }
  | { readonly as: 'document' };

/**
 * Tells from its content, never from its name, what one of her files is. A table is told last: mails and lists of positions can look like one. Throws what `SourceFile` throws.
 * Reads the first 256 KiB, and of a file that begins like one of Outlook's (an old Word file does too) as much as settles it.
 */
export async function tellSource(file: SourceFile): Promise<ToldSource> {
  const head = await file.head();
  const [importer] = importersOf(head);
  if (importer !== undefined && importer !== table) return { as: 'conversation', importer };
  if (isGoogleTimeline(head)) return { as: 'location' };
  const mail = await mailImporterFor(file);
  if (mail !== null) return { as: 'mail', importer: mail };
  return importer === undefined ? { as: 'document' } : { as: 'conversation', importer };
}
