import { readText } from '../../../../shared/importers/bytes/charsets';
import { clipped } from '../../../../shared/importers/bytes/clipped';
import { layOutHtml } from '../../../../shared/importers/mail/lay-out/lay-out-html';
import { mailLimits } from '../../../../shared/importers/mail/limits';
import { readStructure, type MailLeaf } from '../../../../shared/importers/mail/structure';
import { decodeWhole } from '../../../../shared/importers/mail/transfer-encodings';
import { heldPictures } from './held-pictures';
import type { LaidFile } from './laid-file';
import { pageIn } from './saved-page';

/** A page saved from a browser, with the pictures that stand in it as bytes; those in a folder beside it were not saved with it. */
export function layOutPage(mediaType: string, bytes: Uint8Array): LaidFile {
  return laid(pageIn({ mediaType }, bytes).html, [], () => new Uint8Array());
}

/** A page that a browser saved in one file (RFC 2557): its first part that is a page, with the pictures in the others. */
export function layOutWebArchive(bytes: Uint8Array): LaidFile | 'damaged' {
  const { leaves } = readStructure(bytes, 0, bytes.length);
  const bytesOf = (leaf: MailLeaf): Uint8Array => decodeWhole(bytes.subarray(leaf.bodyStart, leaf.bodyEnd), leaf.encoding).bytes;
  const page = leaves.find(({ type }) => type === 'text/html');
  return page === undefined ? 'damaged' : laid(readText(bytesOf(page), page.content.parameters.get('charset') ?? '').text, leaves, bytesOf);
}

function laid(html: string, leaves: readonly MailLeaf[], bytesOf: (leaf: MailLeaf) => Uint8Array): LaidFile {
  const held = heldPictures(leaves, bytesOf);
  const { laidOut, pictures } = layOutHtml([clipped(html, mailLimits.htmlChars)], held.at);
  return { laidOut: { ...laidOut, isCut: laidOut.isCut || html.length > mailLimits.htmlChars }, pictures: pictures.map((name) => async () => held.open(name)) };
}
