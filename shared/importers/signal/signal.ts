import { firstLines } from '../bytes/lines';
import { NamedFiles } from '../named-files';
import type { SourceFile } from '../source';
import type { Importer } from '../reading';
import { keyOfFile } from '../conversations/file-conversation';
import { readBackupHead, readBackupText } from './read-backup-text';
import { isPage, pagesByConversation, readPages } from './read-page';
import { readShortHead, readShortText } from './read-short-text';
import { isSigtopJson, readSigtopJson } from './read-sigtop-json';
import { readSigtopText } from './read-sigtop-text';
import { readField } from './sigtop-blocks';
import { SigtopFiles } from './signal-files';

type Form = 'page' | 'json' | 'text' | 'backup-text' | 'short-text';

/**
 * Signal, through the programs that export it: sigtop (github.com/tbvdm/sigtop; Signal Desktop's messages as text, short text or JSON, and its attachments) and signalbackup-tools
 * (github.com/bepaald/signalbackup-tools; an Android backup's or Signal Desktop's as pages or text). signalbackup-tools' XML is the form of SMS Backup & Restore, and read as that; its CSV is
 * a table.
 */
export const signal: Importer = {
  kind: 'signal',
  recognises: (head) => formOf(head) !== null,
  question: null,
  async *read(files, source) {
    const named = new NamedFiles('signal', source);
    const attached = new SigtopFiles(named, source);
    const pages: SourceFile[] = [];
    for (const [place, file] of files.entries()) {
      const form = formOf(await file.head());
      if (form === 'page') pages.push(file);
      else if (form === 'json') yield* readSigtopJson(file, place, named, attached);
      else if (form === 'text') yield* readSigtopText(file, place, named, attached);
      else if (form === 'backup-text') yield* readBackupText(file, place, named);
      else if (form === 'short-text') yield* readShortText(file, place);
    }
    for (const [place, conversation] of pagesByConversation(pages).entries()) {
      const [first] = conversation;
      if (first !== undefined) yield* readPages(conversation, keyOfFile(first.path, place), named);
    }
  },
  mayBeTruncated: () => false,
};

/** Which of them wrote a file, by its first lines; null where none did. */
function formOf(head: Uint8Array): Form | null {
  if (isPage(head)) return 'page';
  if (isSigtopJson(head)) return 'json';
  const lines = firstLines(head, 60).map(({ text }) => text);
  const [first = '', second, third = ''] = lines;
  if (first.startsWith('Conversation: ') && second === '' && ['From', 'Type'].includes(readField(third)?.name ?? '')) return 'text';
  if (readBackupHead(first) !== null) return 'backup-text';
  // A list of anything with times would begin so: most lines must, or one of them be the owner's.
  if (readShortHead(first) === null) return null;
  const heads = lines.map(readShortHead).filter((line) => line !== null);
  return heads.length * 2 >= lines.filter((line) => line !== '').length || heads.some(({ sender }) => sender === 'You') ? 'short-text' : null;
}
