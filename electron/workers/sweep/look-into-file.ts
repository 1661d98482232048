import { gunzipSync, inflateSync } from 'node:zlib';
import { readText } from '../../../shared/importers/bytes/charsets';
import { readRtf } from '../../../shared/importers/mail/msg/rtf';
import { tellType } from '../read-source/tell-type';
import { type FileToLookInto, type Looking, placeIn } from './looking';
import { lookIntoMail } from './look-into-mail';
import { lookIntoPackage } from './look-into-package';
import { lookIntoPdf } from './look-into-pdf';
import { lookIntoPicture, lookIntoRecording } from './look-into-picture';
import { readMarkup } from './markup';
import { textInBytes } from './plain-bytes';

const mostText = 256 * 1024 * 1024;
const looksLikeMail = /^(?:(?:from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|x-[\w-]+|dkim-signature|content-type|reply-to|sender|authentication-results|arc-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}/i;

/** Looks into one file by what its bytes are; what it calls itself counts only where they leave it open. */
export async function lookIntoFile(file: FileToLookInto, looking: Looking): Promise<void> {
  const { path, bytes } = file;
  if (bytes.length === 0) return;
  const { mediaType } = await tellType(bytes);
  const told = { ...file, mediaType };
  if (mediaType === 'application/pdf') return lookIntoPdf(told, looking);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return lookIntoPackage(told, looking);
  if (mediaType.startsWith('image/') && !mediaType.includes('svg')) return lookIntoPicture(told, looking);
  if (/^(?:audio|video)\//.test(mediaType)) return lookIntoRecording(told, looking);
  if (mediaType === 'application/gzip' || mediaType === 'application/zlib') return lookIntoPacked(told, looking);
  if (mediaType === 'application/x-cfb') return looking.say(placeIn(path, 'document'), textInBytes(bytes));
  const [, charset = ''] = /charset=([\w-]+)/.exec(mediaType) ?? [];
  if (charset === '' && mediaType !== 'application/rtf') {
    looking.say(placeIn(path, 'bytes'), textInBytes(bytes.subarray(0, mostText)));
    // What is packed or encrypted in a way nobody here knows.
    return looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
  }
  if (bytes.length > mostText) return looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
  return lookIntoText(told, charset, looking);
}

async function lookIntoText(file: FileToLookInto, charset: string, looking: Looking): Promise<void> {
  const { path, bytes, mediaType } = file;
  const { text } = readText(bytes, charset);
  const isMail = mediaType.startsWith('message/') || /\.(?:eml|mbox|mht|mhtml)$/i.test(path.at(-1) ?? '') || looksLikeMail.test(text.slice(0, 20_000));
  if (isMail) return lookIntoMail(file, looking);
  if (text.startsWith('{\\rtf')) looking.say(placeIn(path, 'document'), readRtf(bytes, 8_000_000).text);
  if (/<[a-z!?/][^>]{0,2000}>/i.test(text)) {
    const { text: words, comments, attributes } = readMarkup(text);
    looking.say(placeIn(path, 'text'), words);
    looking.say(placeIn(path, 'page-source'), `${comments}\n${attributes}`);
    return;
  }
  looking.say(placeIn(path, 'text'), text);
}

async function lookIntoPacked({ path, bytes, mediaType }: FileToLookInto, looking: Looking): Promise<void> {
  const most = 256 * 1024 * 1024;
  let inside: Uint8Array | null = null;
  try {
    inside = mediaType === 'application/gzip' ? gunzipSync(bytes, { maxOutputLength: most }) : inflateSync(bytes, { maxOutputLength: most });
  } catch {
    inside = null;
  }
  if (inside === null || !looking.mayUnpack(inside.length)) return looking.claim('not-looked-into', placeIn(path, 'bytes'), '');
  await looking.lookInto({ path: [...path, 'unpacked'], mediaType: '', bytes: inside });
}
