import type { DateOrder } from '../model/date-order';
import type { ColumnMatch } from '../model/source-preview';
import type { ConversationSourceKind } from '../model/message-facts';
import type { NeutralPart } from './parts';
import type { Source, SourceFile } from './source';

/** What only she can say. Null where nothing was asked, or she has not said it: the importer then does what `question` proposes. */
export interface Choices {
  readonly dateOrder: DateOrder | null;
  readonly columns: ColumnMatch | null;
}

/** What must be asked, with what the importer takes for likely; examples are as the source writes them. */
export interface Question {
  /** Null where the order of day and month is settled or does not matter. `settled` null: both are possible; ask, with these. */
  readonly dateOrder: { readonly settled: DateOrder | null; readonly examples: readonly { readonly written: string; readonly dmy: string; readonly mdy: string }[] } | null;
  /** Null where it is no table. The first rows as text, and the columns taken for likely, null where not even the text can be told. */
  readonly columns: { readonly rows: readonly (readonly string[])[]; readonly likely: ColumnMatch | null } | null;
}

/**
 * Reads one kind of export. Pure: bytes in, neutral parts out, in the source's order, the same on every machine and in every zone. Holds no more than one element of the source at a
 * time. Whatever is not understood becomes a part that says so, and the reading goes on; it throws nothing but what `SourceFile` throws.
 */
export interface Importer {
  readonly kind: ConversationSourceKind;
  /** Whether a file is of this kind, told from its first 256 KiB (`SourceFile.head`) and never from its name. At most one importer may say so of any file. */
  recognises(head: Uint8Array): boolean;
  /** Null where nothing must be asked, whatever the bytes are. */
  readonly question: ((files: readonly SourceFile[]) => Promise<Question>) | null;
  /** `files`: those it recognised, in the source's order; their conversations may be spread over several. `source`: for the files that messages name. */
  read(files: readonly SourceFile[], source: Source, choices: Choices): AsyncGenerator<NeutralPart>;
  /** Whether so many messages look cut off by the exporter's own limit. */
  mayBeTruncated(messageCount: number, hasAttachments: boolean): boolean;
}
