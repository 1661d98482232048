import type { Document } from '../model/document';
import type { PlannedExhibit } from '../model/export-plan';
import type { BagChoice } from '../model/bag';

/** What a file is to its exhibit. */
export type FileRole = 'itself' | 'source' | 'attachment';

/** One file that stands behind an exhibit. */
export interface ExhibitFile {
  readonly mark: string;
  readonly role: FileRole;
  readonly document: Document;
  /** It holds more than the exhibit: a whole conversation, a mailbox, an archive. */
  readonly isWhole: boolean;
  /** It stands in the pages: what was looked for there was looked for in it. */
  readonly isPrinted: boolean;
}

/** How a file comes into a bag: `original` byte for byte, `drawn` afresh without what it says of itself, or not at all. */
export type Coming = 'original' | 'drawn' | WhyNot;
export type WhyNot = 'not-chosen' | 'whole-source' | 'erased' | 'damaged' | 'not-drawn' | 'too-large' | 'redacted' | 'extract' | 'left-out';

/** Most bytes of a picture that is drawn afresh, as for the pages. */
const mostPictureBytes = 256 * 1024 * 1024;

/** A single mail as a file of its own; anything else from which mail was read may hold others. */
const singleMail = /^(?:message\/rfc822|application\/vnd\.ms-outlook)$/;

/** Has nothing beside the words that one reads. A web page or a mail, text as well, has. */
const plainText = /^text\/(?:plain|csv)(?:;|$)/;

/** Every file of the exhibits, in the order of their marks; one that stands behind several exhibits once for each. `attachments`: of documents by id, for the messages of extracts. */
export function filesOfExhibits(exhibits: readonly PlannedExhibit[], attachments: ReadonlyMap<string, Document>): ExhibitFile[] {
  return exhibits.flatMap(({ mark, thing }): ExhibitFile[] => {
    const seen = new Set<string>();
    const each = (role: FileRole, document: Document, { isWhole = false, isPrinted = false } = {}): ExhibitFile[] => {
      if (seen.has(document.id)) return [];
      seen.add(document.id);
      return [{ mark, role, document, isWhole, isPrinted }];
    };
    switch (thing.kind) {
      case 'document': return each('itself', thing.document, { isPrinted: true });
      case 'mail': return [
        ...each('source', thing.source, { isWhole: !singleMail.test(thing.source.mediaType) || thing.mail.source.entryName !== '' }),
        ...thing.attachments.flatMap((document) => each('attachment', document)),
      ];
      case 'excerpt': return [
        ...thing.sources.flatMap((document) => each('source', document, { isWhole: true })),
        ...thing.messages.flatMap((message) => message.attachments).flatMap(({ documentId }) => {
          const document = documentId === null ? undefined : attachments.get(documentId);
          return document === undefined ? [] : each('attachment', document, { isPrinted: document.form === 'image' });
        }),
      ];
    }
  });
}

/** Documents of which only some pages go. */
export function extractedIn(exhibits: readonly PlannedExhibit[]): ReadonlySet<string> {
  return new Set(exhibits.flatMap(({ thing, inCopy }) => (thing.kind === 'document' && inCopy?.extract != null ? [thing.document.id] : [])));
}

/** How one of them comes in. Plain text comes as it is. Where something is taken out of the pages, nothing of any file comes: it would still be in it; and nothing of a file of which only some pages go. `held`: that this is so, and why; null where it is not. */
export function comingOf({ document, isWhole, isPrinted }: ExhibitFile, { originals, wholeSources }: Pick<BagChoice, 'originals' | 'wholeSources'>, held: 'redacted' | 'extract' | null): Coming {
  if (held !== null) return held;
  if (document.status === 'erased') return 'erased';
  if (isWhole) return originals && wholeSources ? 'original' : 'whole-source';
  if (originals) return 'original';
  // A copy is of what she has seen in the pages, and what was looked for there.
  if (!isPrinted) return 'not-chosen';
  if (plainText.test(document.mediaType)) return 'original';
  if (document.form !== 'image') return 'not-chosen';
  return document.sizeBytes > mostPictureBytes ? 'too-large' : 'drawn';
}
