import type { Importer } from '../reading';
import type { SourceFile } from '../source';
import { XmlCutter } from '../xml/cutter';
import { readXml } from '../xml/read-xml';
import { Conversations } from '../conversations/phone-conversations';
import { EmbeddedFiles } from './embedded-files';
import { FileReading } from './file-reading';
import { isSignalRoot } from './signal-root';

/** The outermost element of a file of the program: `smses` or `calls`, with a count or with what belongs in it; `signal`, where signalbackup-tools wrote it; null where it is none. */
function rootOf(head: Uint8Array): 'smses' | 'calls' | 'signal' | null {
  let root: 'smses' | 'calls' | 'signal' | null = null;
  const cutter = new XmlCutter();
  for (const event of [...cutter.push(head), ...cutter.end()]) {
    if (event.event === 'left-over' && event.what === 'broken' && root === null && isSignalRoot(event.source)) {
      root = 'signal';
      continue;
    }
    if (event.event === 'left-over' && event.what !== 'text' && event.what !== 'broken') continue;
    if (event.event !== 'open') return null;
    if (root !== null) return (root === 'calls' ? event.name === 'call' : event.name === 'sms' || event.name === 'mms') ? root : null;
    if (event.name !== 'smses' && event.name !== 'calls') return null;
    if (event.attributes.has('count')) return event.name;
    root = event.name;
  }
  return null;
}

async function serviceOf(files: readonly SourceFile[]): Promise<string> {
  const roots = new Set<string | null>();
  for (const file of files) roots.add(rootOf(await file.head()));
  if (roots.has('signal')) return roots.size === 1 ? 'Signal' : 'Signal and SMS';
  return roots.has('smses') ? (roots.has('calls') ? 'SMS and calls' : 'SMS') : 'Calls';
}

/**
 * The files `sms-*.xml` and `calls-*.xml` of SMS Backup & Restore (SyncTech, for Android): text messages, MMS with their files, RCS as far as the program has it, lists of calls. After SyncTech's "Fields in XML
 * backup files" and the columns of Android that these are copies of, as other readers have met them (devadvance/sms-backup-reader-2, danzek/sms-backup-and-restore-parser,
 * shruggietech/sms-backup-restore-parser).
 *
 * What it cannot tell: who is who in a group of the phone book's names, so that a name is a number's only where the number stood alone; the zone the phone was in; whether somebody wrote `null` or nothing; anything that was
 * deleted before the copy was made.
 */
export const smsBackup: Importer = {
  kind: 'sms-backup',
  recognises: (head) => rootOf(head) !== null,
  question: null,
  async *read(files) {
    const shared = { conversations: new Conversations('sms-backup'), files: new EmbeddedFiles(), service: await serviceOf(files) };
    for (const file of files) {
      const reading = new FileReading(file.path, shared);
      for await (const events of readXml(file.bytes())) yield* reading.take(events);
      yield* reading.end();
    }
  },
  mayBeTruncated: () => false,
};
