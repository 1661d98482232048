import { fileTypeFromBuffer } from 'file-type';
import type { DocumentForm } from '../../../shared/model/document';
import { markedUtf16 } from '../../../shared/text/utf16-mark';
import { tellText } from './tell-text';

interface TypeTold {
  readonly mediaType: string;
  readonly form: DocumentForm;
}

/** How each type is shown: as it is, or drawn anew by a decoder of ours (HEIC, TIFF). Everything else is kept and named, and shown by nothing. */
const forms: Readonly<Record<string, DocumentForm>> = {
  'image/jpeg': 'image', 'image/png': 'image', 'image/apng': 'image', 'image/gif': 'image', 'image/webp': 'image', 'image/bmp': 'image', 'image/avif': 'image',
  'image/heic': 'image', 'image/heif': 'image', 'image/heic-sequence': 'image', 'image/heif-sequence': 'image', 'image/tiff': 'image',
  'application/pdf': 'pdf',
  'audio/mpeg': 'audio', 'audio/ogg': 'audio', 'audio/wav': 'audio', 'audio/flac': 'audio', 'audio/aac': 'audio', 'audio/mp4': 'audio', 'audio/webm': 'audio',
  'video/mp4': 'video', 'video/webm': 'video', 'video/ogg': 'video', 'video/quicktime': 'video', 'video/3gpp': 'video', 'video/3gpp2': 'video', 'video/matroska': 'video',
};

/** One name for a type that has several. */
const sameAs: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4', 'audio/vnd.wave': 'audio/wav', 'audio/x-wav': 'audio/wav', 'audio/x-flac': 'audio/flac', 'audio/opus': 'audio/ogg', 'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4', 'video/x-matroska': 'video/matroska', 'image/x-ms-bmp': 'image/bmp',
};

/**
 * A document's type, from its bytes alone (its beginning is enough): never from its name. Media types as registered with IANA;
 * `application/octet-stream` when nothing is known.
 */
export async function tellType(bytes: Uint8Array): Promise<TypeTold> {
  if (isPdf(bytes)) return { mediaType: 'application/pdf', form: 'pdf' };
  // The mark of UTF-16 is also how an MP3 frame may begin.
  const marked = markedUtf16(bytes) === null ? null : tellText(bytes);
  if (marked !== null) return { mediaType: marked, form: 'text' };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const bare = found?.mime.split(';')[0] ?? '';
  // Text with a telling beginning (XML, SVG) is read as text: it could act.
  if (bare === '' || /(?:^text\/|xml|svg)/.test(bare)) {
    const text = tellText(bytes);
    return text ? { mediaType: text, form: 'text' } : { mediaType: bare || 'application/octet-stream', form: 'other' };
  }
  const mediaType = (sameAs[bare] ?? bare).slice(0, 200);
  return { mediaType, form: forms[mediaType] ?? recordingForm(mediaType) ?? 'other' };
}

/** Sound and film that Chromium may not play are sound and film all the same. */
function recordingForm(mediaType: string): 'audio' | 'video' | null {
  return mediaType.startsWith('audio/') && mediaType !== 'audio/midi' ? 'audio' : mediaType.startsWith('video/') ? 'video' : null;
}

/** ISO 32000-1, annex H: the mark may stand anywhere in the first 1024 bytes. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}
