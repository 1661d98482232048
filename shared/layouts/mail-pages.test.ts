import { expect, it } from 'vitest';
import type { Document } from '../model/document';
import type { Mail } from '../model/mail';
import { listedFiles } from './export/integrity';
import { mailPages } from './mail-pages';

const id = (letter: string): string => letter.repeat(32);
const dated = { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null };
const file = (letter: string, originalName: string): Document => ({
  id: id(letter), status: 'kept', originalName, sizeBytes: 9000, fileModifiedUtc: null, mediaType: 'application/mbox', form: 'other', sha256: letter.repeat(64), addedUtc: '2026-01-02T03:04:05.000Z', origin: 'mail-source', picture: null,
  title: '', happened: dated, happenedSpan: { earliest: '', latest: '' }, note: '', linkedIncidentIds: [], erased: null,
});
const mail: Mail = {
  id: id('a'), source: { documentId: id('d'), entryName: 'Takeout/Mail/All.mbox', place: { line: 40, offset: 1200, length: 800 }, isPacked: false }, importedUtc: '2026-01-02T03:04:05.000Z', withinId: null, messageId: 'one@x',
  from: [{ name: 'Dan <b>', address: 'dan@example.org', group: '' }], sender: [], replyTo: [], to: [{ name: '', address: 'mara@example.org', group: '' }], cc: [], bcc: [], subject: 'The <i>flat</i>',
  date: { at: '2019-03-12T09:00:00', offsetMinutes: 0, basis: 'offset-written', atAsWritten: 'Tue, 12 Mar 2019 09:00:00 +0000', utc: '2019-03-12T09:00:00Z' }, text: 'I know <script>x</script>', textFrom: 'html',
  headers: [{ name: 'X-Odd', value: '<img src=x>', raw: 'X-Odd: <img src=x>', rawIs: 'utf-8', place: { line: 41, offset: 1300, length: 18 } }],
  details: {
    read: 'whole', envelopeLine: '', claims: [{ whose: 'server', by: 'mx.example.org', from: '', header: 0, time: { at: '2019-03-12T14:00:00', offsetMinutes: 0, basis: 'offset-written', atAsWritten: 'Tue, 12 Mar 2019 14:00:00 +0000', utc: '2019-03-12T14:00:00Z' } }],
    inReplyTo: [], references: [], mailbox: { thread: '', labels: [], flags: [] }, hasHtml: true, bodies: [], protection: ['smime-signed'], findings: [{ code: 'date-far-from-first-received', detail: '-300' }],
    remote: { count: 3, trackingCount: 1, hosts: [{ host: 'p.example', count: 3 }], items: [{ url: 'https://p.example/o.gif?"><script>', host: 'p.example', what: 'image', looksLikeTracking: ['one-by-one'], tracker: 'Mailtrack' }] },
  },
  attachments: [{ name: 'door.png', mediaType: 'image/png', isInline: false, kind: 'file', method: '', sizeBytes: 12, partNumber: '2', documentId: id('e'), absent: null, mailId: null }],
  copyIds: [], linkedIncidentIds: [],
};

it('prints who, when and whose claim that is, words, files with their hashes, what was not loaded, findings and headers: and no markup of the mail', () => {
  const printed = mailPages({ kind: 'mail', holdsPosition: false, mail, source: file('d', 'all.mbox'), attachments: [file('e', 'door.png')] }, null, null);
  const source = `${(printed as { source: string }).source}`;
  for (const said of [
    'dan@example.org', 'not checked', 'written: Tue, 12 Mar 2019 09:00:00 +0000'.slice(9), 'd'.repeat(64), 'e'.repeat(64), 'bytes 1,200 to 1,999 of the file', 'would have fetched 3 things', 'one dot in size', 'Mailtrack',
    '5 hours earlier than the first server', 'The signature was not checked', 'mx.example.org', 'And 2 more',
  ]) expect(source).toContain(said);
  // The heading stands on the page on which the words begin.
  expect(source).toMatch(/<div class="text-page"><h3>Text<\/h3>(?:<p class="quiet">[^<]*<\/p>)?<div class="words">/);
  expect(source).toContain('X-Odd: &lt;img src=x&gt;');
  expect(source).not.toMatch(/<script|<img|<i>/);
});

it('is named with its mailbox and its files among those whose SHA-256 is told, as what they are', () => {
  const thing = { kind: 'mail' as const, holdsPosition: false, mail, source: file('d', 'all.mbox'), attachments: [file('e', 'door.png')] };
  expect(listedFiles([{ exhibit: { mark: 'TM4', citedBy: [], thing }, rendition: { kind: 'mail', asHtml: null } }]).map(({ uses, document }) => [document.originalName, uses])).toEqual([['all.mbox', [{ role: 'Source of the e-mail', marks: ['TM4'] }]], ['door.png', [{ role: 'Attachment of the e-mail', marks: ['TM4'] }]]]);
});

it('a file that several exhibits rest on is told once, with each of their marks and what it is to them', () => {
  const mailbox = file('d', 'all.mbox');
  const picture = file('e', 'door.png');
  const of = (mark: string) => ({ exhibit: { mark, citedBy: [], thing: { kind: 'mail' as const, holdsPosition: false, mail, source: mailbox, attachments: [picture] } }, rendition: { kind: 'mail' as const, asHtml: null } });
  const alone = { exhibit: { mark: 'TM9', citedBy: [], thing: { kind: 'document' as const, document: mailbox } }, rendition: { kind: 'native' as const } } as never;
  expect(listedFiles([of('TM4'), of('TM6'), alone]).map(({ uses, document }) => [document.originalName, uses])).toEqual([
    ['all.mbox', [{ role: 'Source of the e-mail', marks: ['TM4', 'TM6'] }, { role: 'E-mail', marks: ['TM9'] }]],
    ['door.png', [{ role: 'Attachment of the e-mail', marks: ['TM4', 'TM6'] }]],
  ]);
});
