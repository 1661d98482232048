import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { eml } from './eml';
import type { MailPart } from './parts';
import { mailPartsOf } from './testing/run-mail-samples';

const folder = path.join(import.meta.dirname, 'samples/eml');
/** Where postal-mime reads otherwise, and why that is not followed: it drops damage silently, makes LF of CR LF in attachments (evened out below), decodes words in charsets nobody knows, and knows neither `.emlx` nor uuencode nor a missing boundary's text. */
const otherwise = new Set(['apple-mail.emlx', 'broken-everywhere.eml', 'broken-parts.eml', 'attachment-taken-out.eml', 'uuencoded.eml', 'names-and-words.eml']);
const names = readdirSync(folder).filter((name) => !name.endsWith('.expected') && !otherwise.has(name));

it.each(names)('postal-mime takes the same out of %s', async (name) => {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const parts = await mailPartsOf(eml, name, bytes);
  const mail = parts.find((part): part is MailPart => part.part === 'mail' && part.within === '');
  const other = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
  const own = parts.flatMap((part) => (part.part === 'file-piece' && !part.id.includes('m') ? [Buffer.from(part.bytes).toString('latin1').replaceAll('\r\n', '\n').trimEnd()] : []));
  expect(own).toEqual(other.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('latin1').replaceAll('\r\n', '\n').trimEnd()));
  expect(mail?.attachments.map((one) => one.name)).toEqual(other.attachments.map(({ filename }) => filename ?? ''));
  expect(mail?.subject ?? '').toBe(other.subject ?? '');
  expect(mail?.headers.map((header) => header.name)).toEqual(other.headers.map(({ originalKey }) => originalKey.replace('\ufeff', '')));
});
