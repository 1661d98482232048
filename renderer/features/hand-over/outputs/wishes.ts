import type { Id } from '../../../../shared/model/identity';
import { type CaseHeading, emptyHeading, formatsOf, type Making, type OutputFormat, type OutputName, type OutputWanted } from '../../../../shared/model/output';

export type What = OutputName | 'bag';
type Fields<Name extends OutputName> = Omit<Extract<OutputWanted, { output: Name }>, 'output' | 'heading' | 'hasReadWarning'>;

/** What she has said of what is made. What she wrote for one paper stays while she looks at another. */
export interface Wishes {
  readonly what: What;
  /** As what kind of file, by paper; where she has not said, its usual one. */
  readonly formats: Partial<Record<OutputName, OutputFormat>>;
  /** What is a PDF is made for keeping, as PDF/A-2b. */
  readonly forKeeping: boolean;
  readonly heading: CaseHeading;
  readonly narrativeId: Id | null;
  readonly statement: Fields<'statement'>;
  readonly conversationId: Id | null;
  readonly complaint: Fields<'complaint'>;
  /** To whom the complaint was to go when she said that she has read what becomes of it. */
  readonly hasRead: Fields<'complaint'>['to'] | null;
}

export interface WishesProps { readonly wishes: Wishes; readonly onWishes: (wishes: Wishes) => void }

export const firstWishes: Wishes = {
  what: 'chronology', formats: {}, forKeeping: false, heading: emptyHeading, narrativeId: null,
  statement: { proceedings: 'family', party: 'applicant', name: '', occupation: '', number: 1 },
  conversationId: null, complaint: { to: 'iopc', name: '', force: '', about: '', whyLate: '', wanted: '' }, hasRead: null,
};

/** Which paper is planned: around an evidence bag's chronology, the chronology. */
export const outputOf = ({ what }: Wishes): OutputName => (what === 'bag' ? 'chronology' : what);

export function formatOf(wishes: Wishes): OutputFormat {
  const output = outputOf(wishes);
  return wishes.what === 'bag' ? 'pdf' : (wishes.formats[output] ?? formatsOf[output][0] ?? 'pdf');
}

/** Whether she must still say that she has read what becomes of a complaint. */
export const mustAgree = ({ what, complaint, hasRead }: Wishes): boolean => what === 'complaint' && hasRead !== complaint.to;

/** What the vault is asked for; the usual chronology where nothing else may be planned yet. */
export function makingOf(wishes: Wishes): Making {
  return { wanted: mustAgree(wishes) ? { output: 'chronology' } : wantedOf(wishes), format: formatOf(wishes), ...(wishes.forKeeping && formatOf(wishes) === 'pdf' ? { forKeeping: true } : {}) };
}

function wantedOf(wishes: Wishes): OutputWanted {
  const output = outputOf(wishes);
  switch (output) {
    case 'chronology': return { output };
    case 'allegations': return { output, heading: wishes.heading, narrativeId: wishes.narrativeId };
    case 'statement': return { output, heading: wishes.heading, ...wishes.statement };
    case 'messages': return { output, conversationId: wishes.conversationId };
    case 'complaint': return { output, ...wishes.complaint, hasReadWarning: true };
  }
}

/** A schedule of a whole conversation needs nothing chosen besides. */
export const standsAlone = ({ what, conversationId }: Wishes): boolean => what === 'messages' && conversationId !== null;
