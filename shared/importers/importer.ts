import type { ConversationPreview } from '../contract/record-calls';
import type { DateOrder } from '../model/date-order';
import type { NeutralMessage } from './neutral';

/** What a conversation's text says of itself; what is left out of its archive is the reading process's to say. */
export type TextPreview = Omit<ConversationPreview, 'leftOut' | 'leftOutCount'>;

/** What is known of a source besides its text. */
export interface SourceFacts {
  /** The file's own name, for a title to suggest; decides nothing. */
  readonly fileName: string;
  /** Names of files that travel with the text; empty for a text alone. */
  readonly attachmentNames: ReadonlySet<string>;
  /** Names of files that travel with the text and are not read. */
  readonly leftOutNames: ReadonlySet<string>;
}

/**
 * Reads one kind of exported conversation. Pure: bytes in, neutral records out, in the source's order. Every byte of the source
 * belongs to exactly one record; what is not understood is a record of that kind, never dropped.
 */
export interface ConversationImporter {
  readonly id: 'whatsapp';
  /** Whether the text is of this kind, told from its beginning alone (at least 64 KiB where there is so much). */
  recognise(head: Uint8Array): Promise<boolean>;
  /** Counts and samples before anything is stored. `dateOrder` null: found by evidence, or null in the result. */
  preview(source: AsyncIterable<Uint8Array>, facts: SourceFacts, dateOrder: DateOrder | null): Promise<TextPreview>;
  read(source: AsyncIterable<Uint8Array>, dateOrder: DateOrder): AsyncGenerator<NeutralMessage[]>;
  /** Whether so many records look cut off by the exporter's own limit. */
  mayBeTruncated(recordCount: number, hasAttachments: boolean): boolean;
}
