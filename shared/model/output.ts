import { z } from 'zod';
import { ExhibitSaid } from './exhibit-said';
import { Id, Sha256 } from './identity';

/** What one selection can be made into. */
export const OutputName = z.enum(['chronology', 'allegations', 'statement', 'messages', 'complaint']);
export type OutputName = z.infer<typeof OutputName>;

/** As what kind of file. `word`: .docx; `spreadsheet`: .xlsx. */
export const OutputFormat = z.enum(['pdf', 'word', 'csv', 'spreadsheet']);
export type OutputFormat = z.infer<typeof OutputFormat>;

const Line = z.string().max(200);

/** What stands above papers for a court. Each may be empty: its place is then left open for her solicitor to fill. */
export const CaseHeading = z.object({ court: Line, caseNumber: Line, applicant: Line, respondent: Line });
export type CaseHeading = z.infer<typeof CaseHeading>;

export const emptyHeading: CaseHeading = { court: '', caseNumber: '', applicant: '', respondent: '' };

/** Which paper, with what only she can say of it. Whatever she leaves empty is left open on the paper. */
export const OutputWanted = z.discriminatedUnion('output', [
  z.object({ output: z.literal('chronology') }),
  /** `narrativeId`: the story that stands before the schedule; null: none. */
  z.object({ output: z.literal('allegations'), heading: CaseHeading, narrativeId: Id.nullable() }),
  /** `number`: of her statements in these proceedings, from 1. */
  z.object({ output: z.literal('statement'), heading: CaseHeading, proceedings: z.enum(['family', 'civil']), party: z.enum(['applicant', 'respondent', 'witness']), name: Line, occupation: Line, number: z.number().int().min(1).max(99) }),
  /** `conversationId`: the whole of one conversation; null: the marked messages among what goes. */
  z.object({ output: z.literal('messages'), conversationId: Id.nullable() }),
  /** `hasReadWarning`: that the IOPC sends its form on to the force. Nothing is planned without it. */
  z.object({ output: z.literal('complaint'), to: z.enum(['iopc', 'psd']), name: Line, force: Line, about: z.string().max(20_000), whyLate: z.string().max(20_000), wanted: z.string().max(20_000), hasReadWarning: z.literal(true) }),
]);
export type OutputWanted = z.infer<typeof OutputWanted>;

/** One file that is to be made. */
export const Making = z.object({ wanted: OutputWanted, format: OutputFormat, /** Of a PDF: to be kept for long, as PDF/A-2b; not said: as it is. */ forKeeping: z.boolean().optional() });
export type Making = z.infer<typeof Making>;

/** What is made where nothing is said: the chronology as PDF. */
export const firstMaking: Making = { wanted: { output: 'chronology' }, format: 'pdf' };

/** As what kinds of file each can be made, the usual one first. */
export const formatsOf: Readonly<Record<OutputName, readonly OutputFormat[]>> = {
  chronology: ['pdf', 'word', 'csv', 'spreadsheet'], allegations: ['word', 'pdf', 'csv', 'spreadsheet'], statement: ['word', 'pdf'], messages: ['pdf', 'word', 'csv', 'spreadsheet'], complaint: ['word', 'pdf'],
};

/** One of several files in which a document left, as it was written. */
export const PartFile = z.object({ name: z.string().max(1024), sha256: Sha256, sizeBytes: z.number().int().positive(), pageCount: z.number().int().positive() });
export type PartFile = z.infer<typeof PartFile>;

/** Of a file that was made: which paper and what kind of file. */
export const MadeAs = z.object({
  output: OutputName, format: OutputFormat,
  /** The file says of itself that it is PDF/A-2b; not said: it does not. */
  isKept: z.literal(true).optional(),
  /** Of what left as several files each of them; not said: it was one. */
  parts: z.array(PartFile).optional(),
  /** Exhibits that stood in it otherwise than in the record; not said: none. Kept here and never in the history, which would keep a title after its document was erased. */
  said: z.array(ExhibitSaid).optional(),
});
export type MadeAs = z.infer<typeof MadeAs>;

/** Most messages in one schedule of a whole conversation: what prints in one piece, and what a table is still easily opened with. */
export const mostScheduled: Readonly<Record<OutputFormat, number>> = { pdf: 5000, word: 5000, csv: 20_000, spreadsheet: 20_000 };
