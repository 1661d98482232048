import { textOfHtml } from '../../../../shared/importers/mail/html-text';
import { findRemoteContent } from '../../../../shared/importers/mail/remote-content';
import { readText } from '../../../../shared/importers/mail/charsets';
import { asClaim, PaperFound } from '../../../../shared/importers/papers/paper-found';
import type { RangedDocument } from '../ranged-document';
import { filePage, noDetails, wordsUnits } from './paper-pages';
import type { PaperEnd, PaperJob, TakePages } from './paper-reading';
import { charsetOf } from './plain-text';

const mostBytes = 32 * 1024 * 1024;

/** The words of a page saved from a browser. Nothing in it is run or fetched; what a browser would fetch is counted, and where the browser noted it, the address it came from is told. */
export async function readSavedPage(job: Pick<PaperJob, 'mediaType'>, document: Pick<RangedDocument, 'sizeBytes' | 'read'>, take: TakePages): Promise<PaperEnd> {
  const bytes = await document.read(0, mostBytes);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  // What the page says of its own charset counts where its bytes left it open (HTML, "prescan a byte stream").
  const [, named = ''] = /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head) ?? [];
  const told = charsetOf(job.mediaType);
  const { text: html, charset } = readText(bytes, told === 'windows-1252' || told === 'latin1' ? named || told : told);
  const text = textOfHtml(html).slice(0, wordsUnits).toWellFormed();
  const found = new PaperFound();
  const { items } = findRemoteContent([html], []);
  for (const { host } of items) found.add('remote-content', host);
  if (/<script[\s>]/i.test(html)) found.add('javascript');
  if (bytes.length < document.sizeBytes) found.add('words-cut');
  const [, from = ''] = /<!-- saved from url=\(\d{1,6}\)([^\s>]{1,1000}) -->/.exec(head) ?? [];
  const [, title = ''] = /<title[^>]{0,200}>([^<]{0,1000})/i.exec(html.slice(0, 100_000)) ?? [];
  const claims = ([['title', title, 'title'], ['saved-from', from, 'saved from url']] as const).map(([name, said, place]) => ({ name, text: asClaim(said, 1000), place })).filter((claim) => claim.text !== '');
  await take([filePage(1, text)], 1, 1);
  return { state: 'done', why: '', details: { paper: { ...noDetails('html'), charset, claims, findings: found.findings } }, ocrToo: false };
}
