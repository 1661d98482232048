import { z } from 'zod';
import { GivenThing } from '../copies/given-thing';
import { Handing, HandedCopy } from '../model/copy';
import { Id } from '../model/identity';
import { Recipient, RecipientSaid } from '../model/recipient';
import { ById, call, None, TaskStarted } from './call';

/** Recipients, their numbered copies, and telling whose a page is. */
export const copyCalls = {
  /** By name. */
  'recipients.list': call('vault', None, z.object({ recipients: z.array(Recipient) })),
  'recipients.add': call('vault', RecipientSaid, Recipient),
  'recipients.amend': call('vault', z.object({ id: Id, ...RecipientSaid.shape }), Recipient),
  /** Destroys their words. Refuses `in-use` of one who had a copy. */
  'recipients.remove': call('vault', ById, None),

  /** Newest first. */
  'copies.list': call('vault', None, z.object({ copies: z.array(HandedCopy) })),
  /** null where she did not have it kept. */
  'copies.passphrase': call('vault', ById, z.object({ passphrase: z.string().nullable() })),
  'copies.forgetPassphrase': call('vault', ById, HandedCopy),
  /** What was written down as given at a contact, and copies that police or those who watch over them had: in the order in which it was given. */
  'copies.given': call('vault', None, z.object({ given: z.array(GivenThing) })),

  /**
   * Marks what was built for its recipient, shuts it if she wants, asks where, writes, and records it as their next copy. Refuses `sweep-open`, `mark-tells` where the mark itself would hold what she protects, `reason-needed`, `read-only`.
   * Result of the task: HandedOver.
   */
  'copies.handOver': call('main', z.object({ exportId: Id, handing: Handing }), TaskStarted),
  /** A page that says who had what, where she chooses. saved false: she closed the dialog. Refuses `mark-tells`. */
  'copies.saveReceipt': call('main', ById, z.object({ saved: z.boolean() })),
  /** Opens the system's dialog for a PDF or picture whose copy is to be told. */
  'copies.chooseToTell': call('main', None, z.object({ chosen: z.object({ grant: Id, name: z.string() }).nullable() })),
  /** Whose copy a file, a page, a scan or a photograph is; nothing is stored. Result of the task: CopyTold. */
  'copies.tell': call('main', z.object({ grant: Id }), TaskStarted),
} as const;
