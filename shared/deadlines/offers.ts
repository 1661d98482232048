import { spanOf } from '../dates';
import type { Contact } from '../model/case/contact';
import { type Deadline, emptyDeadline } from '../model/case/deadline';
import type { Dated } from '../model/dated';
import type { Id } from '../model/identity';

/** A time limit that a contact may have started, as it would be begun: offered to her, never made alone. */
export type OfferedDeadline = Pick<Deadline, 'rule' | 'fromDay' | 'secondDay'>;

/** Which time limits a contact may have started, each once. Only where a whole day is known: without it nothing can be worked out. */
export function deadlinesOffered({ form, happened, outcomes }: Pick<Contact, 'form' | 'happened' | 'outcomes'>): OfferedDeadline[] {
  const day = wholeDay(happened);
  const told = (list: Contact['outcomes'][number]['list']): string => outcomes.filter((outcome) => outcome.list === list).map((outcome) => wholeDay(outcome.told)).find((at) => at !== '') ?? '';
  const toldOfComplaint = told('misconduct') || told('oversight');
  const toldOfDisposal = told('disposal');
  const all: OfferedDeadline[] = [
    // A complaint's outcome, or a letter or complaint about which one was noted without its own day.
    { rule: 'complaint-review', fromDay: toldOfComplaint || (hasOutcome(outcomes, ['misconduct', 'oversight']) ? day : ''), secondDay: '' },
    { rule: 'vrr-ask', fromDay: toldOfDisposal || (hasOutcome(outcomes, ['disposal']) ? day : ''), secondDay: '' },
    ...(form === 'review' ? [{ rule: 'vrr-acknowledged', fromDay: day, secondDay: '' }, { rule: 'vrr-decided', fromDay: day, secondDay: '' }] : []),
    ...(form === 'subject-access' ? [{ rule: 'subject-access-police', fromDay: day, secondDay: '' }, { rule: 'subject-access-other', fromDay: day, secondDay: '' }] : []),
    ...(form === 'statement' || form === 'interview' ? [{ rule: 'common-assault', fromDay: '', secondDay: day }] : []),
  ];
  return all.filter(({ fromDay, secondDay }) => fromDay !== '' || secondDay !== '');
}

/** The draft that an offer begins, with the letters of the contact as its evidence. */
export function deadlineFromOffer(offer: OfferedDeadline, contactId: Id, { evidence }: Pick<Contact, 'evidence'>): Deadline {
  return { ...emptyDeadline, ...offer, contactId, evidence };
}

function hasOutcome(outcomes: Contact['outcomes'], lists: readonly Contact['outcomes'][number]['list'][]): boolean {
  return outcomes.some(({ list }) => lists.includes(list));
}

function wholeDay({ edtf }: Pick<Dated, 'edtf'>): string {
  const { earliest, latest } = spanOf(edtf);
  return earliest === latest ? earliest : '';
}
