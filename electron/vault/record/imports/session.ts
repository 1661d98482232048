import { Refusal } from '../../../../shared/contract/errors';
import type { ConversationSource } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { ImportChoices } from '../../../../shared/model/source-preview';

/** A file of the source as it was sealed. `isNew` false: its bytes were in the record before. */
export interface SealedSource {
  documentId: Id;
  path: string;
  name: string;
  sha256: string;
  isNew: boolean;
}

/** One import under way: what was sealed of its source, and where its parts lie in that. What comes of it is kept by conversations-in.ts, mails-in.ts and locations-in.ts. */
export class ImportSession {
  unclearCount = 0;
  /** Set for good once something of it could not be saved: what is here and what is stored may then differ, and it can only be abandoned. */
  failure: unknown = null;
  /** Sealed files in which something lies at a path inside. */
  readonly archives = new Set<Id>();
  /** What each sealed file is, told by what came out of it: media types, '' while nothing has. */
  readonly mediaTypes = new Map<Id, string>();

  constructor(readonly id: Id, readonly isFolder: boolean, readonly sealed: readonly SealedSource[], readonly choices: ImportChoices) {}

  /** The file in which a part was read, as the record names it. Refuses `bad-call` for one that was not sealed. */
  sourceOf({ file, entryName }: { file: number; entryName: string }): ConversationSource {
    const sealed = this.sealed[file];
    if (sealed === undefined) throw new Refusal('bad-call');
    if (entryName !== '') this.archives.add(sealed.documentId);
    return { documentId: sealed.documentId, entryName: [this.isFolder ? sealed.path : '', entryName].filter((part) => part !== '').join('/') };
  }
}
