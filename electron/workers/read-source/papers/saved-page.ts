import { textOfHtml } from '../../../../shared/importers/mail/html-text';
import { findRemoteContent } from '../../../../shared/importers/mail/remote-content';
import { readText } from '../../../../shared/importers/bytes/charsets';
import { firstValue } from '../../../../shared/importers/mail/headers';
import { readStructure } from '../../../../shared/importers/mail/structure';
import { decodeWhole } from '../../../../shared/importers/mail/transfer-encodings';
import { asClaim, PaperFound } from '../../../../shared/importers/papers/paper-found';
import type { RangedDocument } from '../ranged-document';
import { failed, filePage, noDetails, wordsUnits } from './paper-pages';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { charsetOf } from './plain-text';

const mostBytes = 32 * 1024 * 1024;

/** The words of a page saved from a browser. Nothing in it is run or fetched; what a browser would fetch is counted, and where the browser noted it, the address it came from is told. */
export async function readSavedPage(job: Pick<PaperJob, 'mediaType'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const bytes = await document.read(0, mostBytes);
  return tellPage({ ...pageIn(job, bytes), kind: 'html', fromPlace: 'saved from url', isCut: bytes.length < document.sizeBytes }, take);
}

/** A saved page in the charset that it is in, and where it says that it was saved from. */
export function pageIn({ mediaType }: Pick<PaperJob, 'mediaType'>, bytes: Uint8Array): { html: string; charset: string; from: string } {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  // What the page says of its own charset counts where its bytes left it open (HTML, "prescan a byte stream").
  const [, named = ''] = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head) ?? [];
  const told = charsetOf(mediaType);
  const { text: html, charset } = readText(bytes, told === 'windows-1252' || told === 'latin1' ? named || told : told);
  const [, from = ''] = /<!-- saved from url=\(\d{1,6}\)([^\s>]{1,1000}) -->/.exec(head) ?? [];
  return { html, charset, from };
}

/**
 * The words of a page that a browser saved in one file, with its pictures (MHTML, RFC 2557): of its first part that is a page, which is the one she saw. Where the browser noted it, the address it came from
 * is told; what the parts hold besides stays in the file.
 */
export async function readWebArchive(document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const bytes = await document.read(0, mostBytes);
  const { fields, leaves } = readStructure(bytes, 0, bytes.length);
  const page = leaves.find(({ type }) => type === 'text/html') ?? leaves.find(({ type }) => type.startsWith('text/'));
  if (page === undefined) return failed('damaged');
  const whole = decodeWhole(bytes.subarray(page.bodyStart, page.bodyEnd), page.encoding);
  const { text: html, charset } = readText(whole.bytes, page.content.parameters.get('charset') ?? '');
  const [from, fromPlace] = [[fields, 'snapshot-content-location'] as const, [page.fields, 'content-location'] as const].map(([of, key]) => [firstValue(of, key).trim(), key] as const).find(([said]) => said !== '') ?? ['', ''];
  return tellPage({ html, charset, kind: 'mhtml', from, fromPlace, isCut: bytes.length < document.sizeBytes }, take);
}

async function tellPage({ html, charset, kind, from, fromPlace, isCut }: { html: string; charset: string; kind: 'html' | 'mhtml'; from: string; fromPlace: string; isCut: boolean }, take: TakePages): Promise<PaperEnd> {
  const text = textOfHtml(html).slice(0, wordsUnits).toWellFormed();
  const found = new PaperFound();
  const { items } = findRemoteContent([html], []);
  for (const { host } of items) found.add('remote-content', host);
  if (/<script[\s>]/i.test(html)) found.add('javascript');
  if (isCut) found.add('words-cut');
  const [, title = ''] = /<title[^>]{0,200}>([^<]{0,1000})/i.exec(html.slice(0, 100_000)) ?? [];
  const claims = ([['title', title, 'title'], ['saved-from', from, fromPlace]] as const).map(([name, said, place]) => ({ name, text: asClaim(said, 1000), place })).filter((claim) => claim.text !== '');
  await take([filePage(1, text)], 1, 1);
  return { state: 'done', why: '', details: { paper: { ...noDetails(kind), charset, claims, findings: found.findings } }, ocrToo: false };
}
