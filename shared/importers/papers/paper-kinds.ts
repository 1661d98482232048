import type { PaperDetails } from '../../model/paper-details';

export type PaperKind = PaperDetails['kind'];

const kinds: Readonly<Record<string, PaperKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template': 'docx',
  'application/vnd.ms-word.document.macroenabled.12': 'docx', 'application/vnd.ms-word.template.macroenabled.12': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.template': 'xlsx',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'xlsx', 'application/vnd.ms-excel.template.macroenabled.12': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt', 'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods', 'application/vnd.oasis.opendocument.spreadsheet-template': 'ods',
  'application/rtf': 'rtf', 'application/msword': 'doc', 'application/x-cfb': 'doc',
  'text/html': 'html', 'multipart/related': 'mhtml', 'text/csv': 'csv',
};

/** The kind of paper that a media type names, as the reading process told it from the bytes; null for what holds no words of its own: pictures, sound, film, programs. */
export function paperKindOf(mediaType: string): PaperKind | null {
  const bare = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(kinds, bare)) return kinds[bare] ?? null;
  return /^text\/|^message\/rfc822$|^image\/svg\+xml$/.test(bare) ? 'text' : null;
}
