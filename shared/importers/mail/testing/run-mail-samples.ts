import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { memorySource, sampleFiles } from '../../testing/memory-source';
import { type MailTime } from '../../../model/mail-facts';
import { MailSourcePart, type MailPart } from '../parts';
import type { MailImporter } from '../reading';

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];

/**
 * Every sample of a mail importer: a file beside `<name>.expected`, which `vitest -u` writes and a person reads. Each is recognised by this importer alone, reads as expected, the same in pieces of any size and in any zone; every place lies in
 * its file and holds what it says, and a part is what parts.ts says.
 */
export function runMailSamples(importer: MailImporter, others: readonly MailImporter[], folder: string): void {
  const samples = readdirSync(folder).filter((name) => !name.endsWith('.expected')).sort();

  describe.each(samples)('the sample %s', (name) => {
    const bytes = sampleFiles(folder, name).get(name) ?? new Uint8Array();
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it('is recognised by its content, and by no other', async () => {
      const [file] = memorySource(name, new Map([[name, bytes]])).files;
      expect(importer.recognises(bytes.subarray(0, 256 * 1024)) && (importer.confirms === null || (await importer.confirms(file!)))).toBe(true);
      for (const other of others) expect(other.recognises(bytes.subarray(0, 256 * 1024))).toBe(false);
    });

    it('reads as its expectation says', async () => {
      await expect(`${shown(await mailPartsOf(importer, name, bytes)).join('\n')}\n`).toMatchFileSnapshot(path.join(folder, `${name}.expected`));
    });

    it.each([1, 7, 613])('reads the same in pieces of %i bytes', async (pieceBytes) => {
      expect(await mailPartsOf(importer, name, bytes, pieceBytes)).toEqual(await mailPartsOf(importer, name, bytes));
    });

    it('reads the same in every zone', async () => {
      const read: unknown[] = [];
      for (process.env['TZ'] of zones) read.push(await mailPartsOf(importer, name, bytes));
      for (const other of read) expect(other).toEqual(read[0]);
    });

    it('gives parts as they are agreed, each in its place', async () => {
      checkParts(await mailPartsOf(importer, name, bytes), bytes);
    });
  });
}

/** Parts are as agreed, ids are said once, files that mails name are those given, and every place lies in the file; where nothing is packed, headers stand where they say. */
export function checkParts(parts: readonly MailSourcePart[], bytes: Uint8Array): void {
  const ids = new Set<string>();
  const given = new Set<string>();
  const named: string[] = [];
  for (const part of parts) {
    MailSourcePart.parse(part);
    if (part.part === 'file-piece') {
      if (part.last && part.isSound) given.add(part.id);
      continue;
    }
    if (part.part === 'not-understood') {
      expect(part.sourceOffset + part.sourceLength).toBeLessThanOrEqual(bytes.length);
      continue;
    }
    expect(ids).not.toContain(part.id);
    ids.add(part.id);
    for (const { place } of [part, ...part.headers, ...part.attachments, ...part.bodies]) expect(place.offset + place.length).toBeLessThanOrEqual(bytes.length);
    for (const { file } of part.attachments) if (file !== '') named.push(file);
    if (!part.isPacked) for (const { place, raw, rawIs } of part.headers) expect(textAt(bytes, place.offset, place.length, rawIs)).toBe(raw);
  }
  expect(named.sort()).toEqual([...given].sort());
  for (const part of parts) if (part.part === 'mail') {
    if (part.within !== '') expect(ids).toContain(part.within);
    for (const { mail } of part.attachments) if (mail !== '') expect(ids).toContain(mail);
  }
}

function textAt(bytes: Uint8Array, offset: number, length: number, rawIs: 'utf-8' | 'bytes'): string {
  return Buffer.from(bytes.subarray(offset, offset + length)).toString(rawIs === 'bytes' ? 'latin1' : 'utf8').replace(/\r?\n$/, '');
}

/** All parts of one file, the pieces of each of its files joined. */
export async function mailPartsOf(importer: MailImporter, name: string, bytes: Uint8Array, pieceBytes?: number): Promise<MailSourcePart[]> {
  const parts: MailSourcePart[] = [];
  const [file] = memorySource(name, new Map([[name, bytes]]), pieceBytes).files;
  if (file === undefined) return [];
  for await (const part of importer.read(file)) {
    const before = parts.at(-1);
    if (part.part === 'file-piece' && before?.part === 'file-piece' && before.id === part.id) parts[parts.length - 1] = { ...part, bytes: Buffer.concat([before.bytes, part.bytes]) };
    else parts.push(part.part === 'file-piece' ? { ...part, bytes: Buffer.from(part.bytes) } : part);
  }
  return parts;
}

function shown(parts: readonly MailSourcePart[]): string[] {
  return parts.flatMap((part) => {
    switch (part.part) {
      case 'mail': return ['', ...shownMail(part)];
      case 'file-piece': return [`file ${part.id} | ${part.name} | ${part.bytes.length} bytes${part.isSound ? '' : ', not sound'} | ${JSON.stringify(Buffer.from(part.bytes.subarray(0, 60)).toString('latin1'))}`];
      case 'not-understood': return [`not understood in ${part.path} ${part.sourceLine} @${part.sourceOffset}+${part.sourceLength} | ${JSON.stringify(part.text)}`];
      default: return [];
    }
  });
}

function shownMail(mail: MailPart): string[] {
  const people = (['from', 'sender', 'to', 'cc', 'bcc', 'replyTo'] as const).flatMap((key) => mail[key].map(({ name, address, group }) => `  ${key}: ${name} <${address}>${group === '' ? '' : ` in ${group}`}`));
  return [
    `mail ${mail.id}${mail.within === '' ? '' : ` within ${mail.within}`} ${place(mail.place)}${mail.isPacked ? ' packed' : ''} | ${mail.read}`,
    ...(mail.envelopeLine === '' ? [] : [`  envelope: ${mail.envelopeLine}`]),
    ...people,
    `  subject: ${mail.subject}`,
    `  date: ${mail.date === null ? 'none' : time(mail.date)}`,
    ...mail.claims.map((claim) => `  claim: ${claim.whose} by ${claim.by} from ${claim.from} [${claim.header ?? '-'}] ${time(claim.time)}`),
    `  ids: ${mail.messageId} | in reply to ${mail.inReplyTo.join(' ')} | references ${mail.references.join(' ')}`,
    `  mailbox: ${mail.mailbox.thread} | ${mail.mailbox.labels.join(', ')} | ${mail.mailbox.flags.join(', ')}`,
    ...mail.headers.map(({ name, value, raw, rawIs, place: at }) => `  header ${place(at)} ${name}: ${value}${raw === `${name}: ${value}` ? '' : ` | ${rawIs} ${JSON.stringify(raw)}`}`),
    ...mail.bodies.map((body) => `  body ${body.partNumber} ${body.kind} ${place(body.place)} ${body.encoding} ${body.charsetAsClaimed} > ${body.charset}`),
    ...mail.attachments.map((one) => `  attachment ${one.partNumber} ${one.kind} ${place(one.place)} | ${one.name} | ${one.mediaType}${one.isInline ? ' inline' : ''} | ${one.encoding} | cid ${one.contentId} | ${one.method} | ${one.absent ?? `${one.file}, ${one.sizeBytes} bytes`}${one.mail === '' ? '' : ` | mail ${one.mail}`}`),
    ...(mail.remote.count === 0 ? [] : [`  remote: ${mail.remote.count}, tracking ${mail.remote.trackingCount} | ${mail.remote.hosts.map(({ host, count }) => `${host} ${count}`).join(', ')}`]),
    ...mail.remote.items.map((item) => `    ${item.what} ${item.url} | ${item.host}${item.looksLikeTracking.length === 0 ? '' : ` | looks like tracking: ${item.looksLikeTracking.join(', ')} ${item.tracker}`}`),
    ...(mail.protection.length === 0 ? [] : [`  protection: ${mail.protection.join(', ')}`]),
    ...mail.findings.map(({ code, detail }) => `  finding: ${code} ${detail}`),
    `  text (${mail.textFrom}${mail.hasHtml ? ', has HTML' : ''}): ${JSON.stringify(mail.text)}`,
  ];
}

function place({ line, offset, length }: MailPart['place']): string {
  return `${line} @${offset}+${length}`;
}

function time({ at, offsetMinutes, basis, atAsWritten, utc }: MailTime): string {
  return `${at} ${basis} ${offsetMinutes ?? '?'} = ${utc} (${atAsWritten})`;
}
