import { z } from 'zod';
import { Dated } from './dated';
import { DocumentForm } from './document';
import { Id, UtcInstant } from './identity';
import { MailTime } from './mail-facts';
import { Tag } from './tag';

/**
 * What can stand in the inbox. `mail-thread`: e-mails that answer one another, by the id of the one that came in first. `location-history`: by the id of its import. Files that came with messages or mail are not there by themselves: they are placed where their message is. An archive whose files came in is not there either, they are.
 */
export const InboxKind = z.enum(['document', 'conversation', 'mail-thread', 'location-history']);
export type InboxKind = z.infer<typeof InboxKind>;

/** Nobody has said yet what it is for; she looks at it another time; she has said it (linking something to an incident says so too); it does not matter. None of them changes the thing itself. */
export const InboxState = z.enum(['waiting', 'aside', 'placed', 'not-relevant']);
export type InboxState = z.infer<typeof InboxState>;

const Count = z.number().int().nonnegative();

export const InboxItem = z.object({
  id: Id,
  state: InboxState,
  arrivedUtc: UtcInstant,
  /** When she last decided; null while nobody has. */
  decidedUtc: UtcInstant.nullable(),
  title: z.string(),
  about: z.discriminatedUnion('kind', [
    /** `path`: where it lay in the folder or archive that it came in, '' of a file by itself. */
    z.object({ kind: z.literal('document'), form: DocumentForm, mediaType: z.string().max(200), sizeBytes: Count, happened: Dated, path: z.string() }),
    /** Wall-clock times as messages have them, '' where they have none. */
    z.object({ kind: z.literal('conversation'), messageCount: Count, firstAt: z.string(), lastAt: z.string() }),
    /** `names`: who wrote in it, at most five. `firstDate`, `lastDate`: by the senders' clocks. `newCount`: mails that came in after she decided. `showMailId`: with which to begin, the first of those, else the first of all. */
    z.object({ kind: z.literal('mail-thread'), names: z.array(z.string()), mailCount: Count, attachmentCount: Count, firstDate: MailTime.nullable(), lastDate: MailTime.nullable(), newCount: Count, showMailId: Id }),
    /** Counted, and never where: days by the clock they are shown by, '' where there is none. */
    z.object({ kind: z.literal('location-history'), dayCount: Count, firstDay: z.string(), lastDay: z.string(), visitCount: Count, journeyCount: Count, positionCount: Count }),
  ]),
  linkedIncidentIds: z.array(Id),
  tags: z.array(Tag),
});
export type InboxItem = z.infer<typeof InboxItem>;

export const InboxCounts = z.object({ waiting: Count, aside: Count, placed: Count, 'not-relevant': Count });
export type InboxCounts = z.infer<typeof InboxCounts>;

/**
 * Where a suggestion was found: the name of the file or its path, the file's own data (`own-data-utc`: a clock in UTC, put on the United Kingdom's), the words in it, a day that a
 * picture of a screen names (“Yesterday”), counted from when it was taken, who is in the messages, the head of an e-mail.
 */
export const FoundIn = z.enum(['name', 'own-data', 'own-data-utc', 'screen', 'words', 'messages', 'mail-head', 'file-date']);
export type FoundIn = z.infer<typeof FoundIn>;

/** What may belong to an item. Computed on her machine from what is in the vault; nothing is done with it until she says so. */
export const InboxSuggestions = z.object({
  /** Likeliest first. `written`: the words or figures it was read from. `readings`: more than one where day and month can change places. */
  dates: z.array(z.object({ written: z.string().max(200), foundIn: FoundIn, readings: z.array(z.object({ edtf: z.string().max(60), timeOfDay: z.string(), basis: Dated.shape.basis })).min(1).max(2) })).max(8),
  /** Entries near one of these dates, the nearest first. `daysApart` 0: the same day, or within the span. */
  incidents: z.array(z.object({ id: Id, title: z.string(), opening: z.string(), happened: Dated, daysApart: Count, near: z.string().max(60) })).max(6),
  /** People of the record whose name or handle is in it. */
  people: z.array(z.object({ personId: Id, name: z.string(), as: z.string().max(300), foundIn: FoundIn })).max(12),
});
export type InboxSuggestions = z.infer<typeof InboxSuggestions>;
