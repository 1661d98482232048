import { z } from 'zod';
import { LocationDay, PlacedClaim } from '../model/location-day';
import { Mail, MailFilter, MailLine, MailThread } from '../model/mail';
import { ById, call, None } from './call';

const Page = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(500) };

/** Mail, and what services say of where a device was. Nothing here fetches anything. */
export const mailCalls = {
  /** Those with a mail that fits, the newest first. */
  'mail.threads': call('vault', z.object({ filter: MailFilter, ...Page }), z.object({ total: z.number().int(), threads: z.array(MailThread) })),
  /** Every mail of the thread in which this one is, what is answered before its answers; at most 2,000. Of a mail attached to another: that one's thread. */
  'mail.thread': call('vault', ById, z.object({ mails: z.array(MailLine) })),
  'mail.get': call('vault', ById, Mail),
  /** Days of which something is said, the newest first. */
  'locations.days': call('vault', z.object(Page), z.object({ total: z.number().int(), days: z.array(LocationDay) })),
  /** What is said of one day, '' for what has no time, in the order of its clock; at most 5,000. */
  'locations.day': call('vault', z.object({ day: z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/) }), z.object({ claims: z.array(PlacedClaim) })),
  /** How many mails and how many positions are kept. */
  'mail.counts': call('vault', None, z.object({ mailCount: z.number().int(), locationCount: z.number().int() })),
} as const;
