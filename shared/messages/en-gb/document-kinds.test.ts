import { expect, it } from 'vitest';
import { sayKind, sayKindPrinted } from './document-kinds';

it.each([
  ['other', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word document'], ['other', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Spreadsheet'],
  ['other', 'application/vnd.oasis.opendocument.text', 'Text document'], ['other', 'application/rtf', 'Text document'], ['other', 'application/x-cfb', 'Office file'], ['other', 'application/mbox', 'E-mail'], ['other', 'application/vnd.ms-outlook', 'E-mail'],
  ['other', 'application/zip', 'Archive'], ['other', 'application/octet-stream', 'File'], ['text', 'text/html; charset=utf-8', 'Web page'], ['text', 'text/plain; charset=utf-8', 'Text'], ['image', 'image/png', 'Picture'], ['pdf', 'application/pdf', 'PDF'],
] as const)('%s %s: %s', (form, mediaType, kind) => expect(sayKind({ form, mediaType })).toBe(kind));

it.each([
  ['other', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word document'], ['other', 'application/octet-stream', 'File'], ['text', 'text/html; charset=utf-8', 'Web page'],
  ['text', 'text/plain; charset=utf-8', 'Text file'], ['pdf', 'application/pdf', 'PDF document'], ['audio', 'audio/mpeg', 'Sound recording'],
] as const)('on printed pages, %s %s: %s', (form, mediaType, kind) => expect(sayKindPrinted({ form, mediaType })).toBe(kind));
