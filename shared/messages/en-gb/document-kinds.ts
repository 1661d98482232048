import type { Document } from '../../model/document';
import { pages } from './pages';

const forms: Readonly<Record<Document['form'], string>> = { image: 'Picture', pdf: 'PDF', text: 'Text', audio: 'Sound', video: 'Film', other: 'File' };

/** Kinds by media type, told from the bytes; the beginning of a type stands for all that begin so. The first that fits. */
const kinds: readonly (readonly [beginning: string, kind: string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.', 'Word document'], ['application/vnd.ms-word', 'Word document'], ['application/msword', 'Word document'],
  ['application/vnd.oasis.opendocument.text', 'Text document'], ['application/rtf', 'Text document'], ['text/rtf', 'Text document'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.', 'Spreadsheet'], ['application/vnd.ms-excel', 'Spreadsheet'], ['application/vnd.oasis.opendocument.spreadsheet', 'Spreadsheet'],
  ['application/vnd.openxmlformats-officedocument.presentationml.', 'Presentation'], ['application/vnd.ms-powerpoint', 'Presentation'], ['application/vnd.oasis.opendocument.presentation', 'Presentation'],
  // Microsoft's old container: Word, Excel and Outlook of before 2007 look alike from outside.
  ['application/x-cfb', 'Office file'], ['application/mbox', 'E-mail'], ['message/', 'E-mail'], ['application/vnd.ms-outlook', 'E-mail'], ['text/html', 'Web page'], ['multipart/related', 'Web page'],
  ['application/zip', 'Archive'], ['application/x-7z-compressed', 'Archive'], ['application/x-rar-compressed', 'Archive'], ['application/x-tar', 'Archive'], ['application/gzip', 'Archive'], ['application/x-bzip2', 'Archive'], ['application/x-xz', 'Archive'], ['application/zstd', 'Archive'],
  ['application/epub+zip', 'Book'],
];

type Told = Pick<Document, 'form' | 'mediaType'>;

const knownKind = ({ form, mediaType }: Told): string | undefined => (form === 'other' || form === 'text' ? kinds.find(([beginning]) => mediaType.startsWith(beginning))?.[1] : undefined);

/** What a document is, in a word or two, for lists: by what its bytes are, never by its name. */
export const sayKind = (document: Told): string => knownKind(document) ?? forms[document.form];

/** The same on printed pages, where there is room: a Word file is no mere “File” to whoever reads of it there. */
export const sayKindPrinted = (document: Told): string => knownKind(document) ?? pages.exhibit.forms[document.form];
