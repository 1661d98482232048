import { z } from 'zod';
import { CasePageName } from './case/case-page';
import { Id, Sha256, UtcInstant } from './identity';
import { Recipient } from './recipient';
import { Released } from './sweep';
import { copyCodePattern } from '../copies/copy-code';

/** How a copy is shut on its way: not at all, as a PDF that asks for a passphrase, or within a ZIP that does. */
export const Protection = z.enum(['none', 'pdf', 'zip']);
export type Protection = z.infer<typeof Protection>;

/** Whom what is saved next is for. `privilegedReason`: why notes marked privileged go to somebody who is no lawyer; '' where they do not. `childrenReason`: the same of material from private proceedings about a child that goes to the police, the IOPC or the press. */
export const Handing = z.object({ recipientId: Id, protection: Protection, keepPassphrase: z.boolean(), privilegedReason: z.string().trim().max(1000), childrenReason: z.string().trim().max(1000).optional() });
export type Handing = z.infer<typeof Handing>;

export const CopyCode = z.string().regex(copyCodePattern);

/** A file of a copy. `inside`: it lies within the one that was saved, which is shut; by it a copy is known once it has been opened. `pageCount`: null of what has no pages. */
export const CopyFile = z.object({ name: z.string().max(1024), sha256: Sha256, sizeBytes: z.number().int().nonnegative(), pageCount: z.number().int().positive().nullable(), inside: z.boolean() });
export type CopyFile = z.infer<typeof CopyFile>;

/** What a copy held. */
export const CopyHeld = z.object({
  caseName: z.string(), page: CasePageName.nullable(), isBag: z.boolean(), originals: z.boolean(),
  incidentCount: z.number().int(), caseEntryCount: z.number().int(), exhibitMarks: z.array(z.string()),
  includesPrivileged: z.boolean(), privilegedReason: z.string(), childrenReason: z.string().optional(), redactionListId: Id.nullable(), redactionListName: z.string().optional(),
  released: z.array(Released),
});
export type CopyHeld = z.infer<typeof CopyHeld>;

/** A handover: one copy, for one recipient. `number`: counted for this recipient. `to`: the recipient as they were named on its pages. */
export const HandedCopy = z.object({
  id: Id, exportId: Id, recipientId: Id, number: z.number().int().positive(), code: CopyCode, atUtc: UtcInstant, sealCode: z.string(),
  to: Recipient.pick({ name: true, role: true, organisation: true, reference: true }),
  files: z.array(CopyFile).min(1), held: CopyHeld, protection: Protection,
  /** Its passphrase is kept in the vault, because she said so. */
  hasPassphrase: z.boolean(),
});
export type HandedCopy = z.infer<typeof HandedCopy>;

/** The next copy for somebody, before it is handed over: what is put on its pages. */
export const CopyAhead = HandedCopy.pick({ id: true, recipientId: true, number: true, code: true, to: true });
export type CopyAhead = z.infer<typeof CopyAhead>;

/** Where the lines of a page that we set stood before any was moved for a copy, in points from its top; `page` from 1. */
export const LinesOfPage = z.object({ page: z.number().int().positive(), lines: z.array(z.number()).max(1000) });
export type LinesOfPage = z.infer<typeof LinesOfPage>;

/** What the vault is told when a copy leaves. `lines`: by which its spacing is read. */
export const CopyLeaving = z.object({ ahead: CopyAhead, lines: z.array(LinesOfPage), files: HandedCopy.shape.files, protection: Protection, passphrase: z.string().max(200).nullable(), privilegedReason: z.string().max(1000), childrenReason: z.string().max(1000).optional() });
export type CopyLeaving = z.infer<typeof CopyLeaving>;

/** By what a copy is told. */
export const CopyTraits = HandedCopy.pick({ id: true, code: true, files: true }).extend({ lines: z.array(LinesOfPage) });
export type CopyTraits = z.infer<typeof CopyTraits>;

/** How saving a copy ended. `copy` null: she closed the dialog, and nothing was written. `passphrase`: shown once. */
export const HandedOver = z.object({ copy: HandedCopy.nullable(), passphrase: z.string().nullable() });
export type HandedOver = z.infer<typeof HandedOver>;
