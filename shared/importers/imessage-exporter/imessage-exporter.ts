import { NamedFiles } from '../named-files';
import type { Importer } from '../reading';
import { isPage, readPage } from './read-html';
import { readText } from './read-text';
import { readAnnouncementLine, readTimeLine } from './text-blocks';

/**
 * The texts and pages that imessage-exporter (github.com/ReagentX/imessage-exporter, read in versions 0.1 to 4.3) writes of the Messages of a Mac or an iPhone's backup: a file for each conversation, and
 * a folder of attachments. Their times are the clock of the machine that made the export, and say no zone.
 */
export const imessageExporter: Importer = {
  kind: 'imessage-exporter',
  recognises: (head) => isPage(head) || isText(head),
  question: null,
  async *read(files, source) {
    const attached = new NamedFiles('imessage-exporter', source);
    for (const [place, file] of files.entries()) yield* isPage(await file.head()) ? readPage(file, place, attached) : readText(file, place, attached);
  },
  mayBeTruncated: () => false,
};

/** The first line with words is a time, the next names somebody; or it is an announcement. */
function isText(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, 4096));
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const first = lines.findIndex((line) => line !== '');
  if (first < 0) return false;
  if (readAnnouncementLine(lines[first] ?? '') !== null) return true;
  return readTimeLine(lines[first] ?? '') !== null && (lines[first + 1]?.trim() ?? '') !== '' && !(lines[first + 1] ?? '').startsWith(' ');
}
