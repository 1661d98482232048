import { z } from 'zod';
import { toldKinds } from '../model/case/told-in-chronology';
import { DateBasis } from '../model/dated';
import { Sha256, UtcInstant } from '../model/identity';

const Bytes = z.number().int().nonnegative().describe('Bytes');
const Path = z.string().describe('From the folder of the bag, / between folders');

const When = z.object({
  said: z.string().describe('In words, as the chronology prints it; empty: not dated'),
  edtf: z.string().describe('Extended Date/Time Format, level 1 (ISO 8601-2:2019); empty: not dated'),
  timeOfDay: z.string().describe('HH:MM by the clock on the wall; empty: none given'),
  basis: DateBasis.nullable().describe('How the date is known, as the person says; null: not said'),
}).describe('When it happened, as the person who keeps the record knows it');

const File = z.object({
  role: z.enum(['itself', 'source', 'attachment']).describe('itself: the file is the exhibit. source: messages or mail were read from it. attachment: it went with a message or mail'),
  originalName: z.string().describe('Empty of a file that was left out of the bag: its name stays out too'),
  mediaType: z.string(),
  holdsMore: z.boolean().describe('The file holds more than the exhibit, such as a whole conversation or mailbox'),
  original: z.object({ sizeBytes: Bytes, sha256: Sha256.describe('SHA-256 (FIPS 180-4) of the bytes as they were added to the record') }),
  addedUtc: UtcInstant.describe('When it was added to the record, by the clock of that computer'),
  when: When,
  inBag: z.discriminatedUnion('as', [
    z.object({ as: z.literal('original').describe('Byte for byte as it was added'), path: Path }),
    z.object({ as: z.literal('copy').describe('A picture drawn afresh, without what its file says of itself'), path: Path, page: z.number().int().positive(), sizeBytes: Bytes, sha256: Sha256 }),
    z.object({ as: z.literal('not').describe('Not in the bag'), why: z.enum(['not-chosen', 'whole-source', 'erased', 'damaged', 'not-drawn', 'too-large', 'redacted', 'extract', 'left-out']) }),
  ]),
  claims: z.array(z.object({ part: z.string(), name: z.string(), value: z.string() })).describe('What the file says of itself (EXIF, XMP and the like): claims of a device or program, not checked. Only where the original is in the bag'),
  fileModifiedUtc: UtcInstant.nullable().describe('When the file was last changed, as the file system said when it was added. Only where the original is in the bag'),
});

/** What is in an evidence bag, for other programs: `data/index.json`. Its JSON schema is published as `docs/format/bag-index.schema.json` and lies in every bag. */
export const BagIndex = z.object({
  $schema: z.string(),
  format: z.literal('tidemark-bag-index'),
  version: z.literal(1),
  caseName: z.string(),
  preparedUtc: UtcInstant.describe('When the export was prepared, by the clock of the computer that was used'),
  isExample: z.boolean().describe('Made from the invented example case'),
  seal: z.object({ code: z.string(), historySequence: z.number().int(), historyHash: z.string() }).describe('Binds the bag to the history of the record as it was then'),
  holds: z.object({ originals: z.boolean(), wholeSources: z.boolean(), privilegedNotes: z.boolean() }),
  chronology: z.object({ path: Path, pageCount: z.number().int().positive(), sizeBytes: Bytes, sha256: Sha256 }),
  entries: z.array(z.object({
    number: z.number().int().positive().describe('As in the chronology'),
    kind: z.enum(['incident', 'excerpt', 'document', ...toldKinds]),
    title: z.string(),
    when: When,
    firstRecordedUtc: UtcInstant.nullable().describe('Set by the program when the entry became part of the record; cannot be edited in it'),
    amendments: z.array(z.object({ atUtc: UtcInstant, reason: z.string() })),
    exhibits: z.array(z.string()).describe('Marks'),
  })),
  exhibits: z.array(z.object({
    mark: z.string().describe('Never given to anything else'),
    kind: z.enum(['document', 'excerpt', 'mail']),
    name: z.string(),
    citedByEntries: z.array(z.number().int().positive()),
    files: z.array(File),
  })),
});
export type BagIndex = z.infer<typeof BagIndex>;
export type IndexedFile = BagIndex['exhibits'][number]['files'][number];

/** The published schema (JSON Schema 2020-12). */
export function bagIndexSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(BagIndex, { target: 'draft-2020-12', io: 'input' });
  const about = { title: 'Index of a Tidemark evidence bag', description: 'What is in the bag, exhibit by exhibit. Version 1; later versions may add properties.' };
  return `${JSON.stringify({ $schema, $id: 'urn:tidemark:bag-index:1', ...about, ...rest }, null, 2)}\n`;
}
