import type { SourceFile } from '../source';
import { eml } from './eml';
import { mbox } from './mbox/mbox';
import { msg } from './msg/msg';
import type { MailImporter } from './reading';

export const mailImporters: readonly MailImporter[] = [eml, mbox, msg];

/** Which of them reads a file, told from its content; null where none does. Throws what `SourceFile` throws. */
export async function mailImporterFor(file: SourceFile): Promise<MailImporter | null> {
  const head = await file.head();
  for (const importer of mailImporters) if (importer.recognises(head) && (importer.confirms === null || (await importer.confirms(file)))) return importer;
  return null;
}
