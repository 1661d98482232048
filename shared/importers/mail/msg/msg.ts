import type { SourceFile } from '../../source';
import { mailLimits } from '../limits';
import type { MailSourcePart } from '../parts';
import type { MailImporter } from '../reading';
import { CompoundFile, beginsLikeCompoundFile } from './compound-file';
import { readOutlookMail } from './message';

/** How the names of a message's storages and streams begin, in UTF-16. */
const names = ['__substg1.0_', '__properties_version1.0', '__nameid_version1.0', '__recip_version1.0', '__attach_version1.0'].map((name) => [...name].flatMap((character) => [character.charCodeAt(0), 0]));

/** Whether such a name stands anywhere in these bytes: Word's and Excel's old files, and installers, are compound files too. */
function holdsName(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x5f); at >= 0; at = head.indexOf(0x5f, at + 1)) {
    if (head[at + 2] === 0x5f && names.some((name) => name.every((byte, index) => head[at + index] === byte))) return true;
  }
  return false;
}

async function openFile(source: SourceFile): Promise<CompoundFile | 'too-large' | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.bytes()) {
    length += piece.length;
    if (length > mailLimits.messageBytes) return 'too-large';
    pieces.push(piece);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return CompoundFile.open(bytes);
}

/** Where the list of what is in the file lies beyond its beginning. */
function listsBeyond(head: Uint8Array): boolean {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return (view.getUint32(48, true) + 1) * 2 ** Math.min(view.getUint16(30, true), 12) >= head.length;
}

/** Outlook's `.msg` ([MS-OXMSG]), Unicode and older. Held whole, since its parts lie in any order; over the limit it is kept by its place, and nothing of it is read. */
export const msg: MailImporter = {
  kind: 'msg',
  recognises(head) {
    return beginsLikeCompoundFile(head) && head.length >= 512 && (holdsName(head) || listsBeyond(head));
  },
  async confirms(source) {
    const file = await openFile(source);
    return file === 'too-large' || (file !== null && file.list(0).some(({ name }) => name === '__properties_version1.0'));
  },
  async *read(source): AsyncGenerator<MailSourcePart> {
    const file = await openFile(source);
    const place = { line: 0, offset: 0, length: source.sizeBytes };
    if (file !== null && file !== 'too-large') yield* readOutlookMail(file, source.path, place);
    else yield { part: 'not-understood', path: source.path, text: '', sourceLine: 0, sourceOffset: 0, sourceLength: place.length };
  },
};
