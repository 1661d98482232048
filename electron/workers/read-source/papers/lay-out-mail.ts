import { isBodyLeaf } from '../../../../shared/importers/mail/attachment-kinds';
import { clipped } from '../../../../shared/importers/bytes/clipped';
import { readText } from '../../../../shared/importers/bytes/charsets';
import { unquoteFromLines } from '../../../../shared/importers/mail/from-quoting';
import { layOutHtml } from '../../../../shared/importers/mail/lay-out/lay-out-html';
import { mailLimits } from '../../../../shared/importers/mail/limits';
import { CompoundFile } from '../../../../shared/importers/mail/msg/compound-file';
import { readOutlookHtml } from '../../../../shared/importers/mail/msg/message';
import { readStructure, type MailLeaf } from '../../../../shared/importers/mail/structure';
import { decodeWhole } from '../../../../shared/importers/mail/transfer-encodings';
import { heldPictures } from './held-pictures';
import type { LaidFile } from './laid-file';

/** The HTML of one mail (RFC 5322), with the pictures that lie in it. `isQuoted`: one `>` must be taken off lines that begin `>From `. */
export function layOutMail(bytes: Uint8Array, isQuoted: boolean): LaidFile | 'nothing' {
  const { leaves } = readStructure(bytes, 0, bytes.length);
  const bytesOf = (leaf: MailLeaf): Uint8Array => {
    const own = bytes.subarray(leaf.bodyStart, leaf.bodyEnd);
    return decodeWhole(isQuoted ? unquoteFromLines(own).bytes : own, leaf.encoding).bytes;
  };
  const pages = leaves.filter((leaf) => leaf.type === 'text/html' && isBodyLeaf(leaf));
  if (pages.length === 0) return 'nothing';
  const htmls = pages.map((leaf) => clipped(readText(bytesOf(leaf), leaf.content.parameters.get('charset') ?? '').text, mailLimits.htmlChars));
  const held = heldPictures(leaves, bytesOf);
  const { laidOut, pictures } = layOutHtml(htmls, held.at);
  return { laidOut, pictures: pictures.map((name) => async () => held.open(name)) };
}

/** The HTML of one of Outlook's files, also where Outlook wrapped it in RTF, with the pictures that lie in it. */
export function layOutOutlookMail(bytes: Uint8Array): LaidFile | 'nothing' | 'damaged' {
  const file = CompoundFile.open(bytes);
  if (file === null) return 'damaged';
  const { htmls, files } = readOutlookHtml(file);
  if (htmls.length === 0) return 'nothing';
  const held = heldPictures([], () => new Uint8Array(), files);
  const { laidOut, pictures } = layOutHtml(htmls, held.at);
  return { laidOut, pictures: pictures.map((name) => async () => held.open(name)) };
}
