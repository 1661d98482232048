import { eml } from './eml';
import { mbox } from './mbox/mbox';
import type { MailImporter } from './reading';

export const mailImporters: readonly MailImporter[] = [eml, mbox];

/** Which of them reads a file, told from its first 256 KiB; null where none does. */
export function mailImporterFor(head: Uint8Array): MailImporter | null {
  return mailImporters.find((importer) => importer.recognises(head)) ?? null;
}
