import { sayDate } from '../dates';
import type { Contact } from '../model/case/contact';
import { type Deadline, emptyDeadline } from '../model/case/deadline';
import { type Dated, undated } from '../model/dated';
import type { Id } from '../model/identity';
import { isNotSure, wholeDay } from './written-days';

/** A time limit that a contact may have started, as it would be begun: offered to her, never made alone. */
export type OfferedDeadline = Pick<Deadline, 'rule' | 'fromDay' | 'secondDay'> & Partial<Pick<Deadline, 'asWritten'>>;

/** Forms of contact in which somebody tells her: an outcome noted there without its own day was told on that of the contact. A complaint or a report is hers, and what came of it came later. */
const tellsHer: readonly Contact['form'][] = ['letter', 'call', 'visit', 'meeting', 'court'];

/** Which time limits a contact may have started, each once. Only where a whole day is known: without it nothing can be worked out. */
export function deadlinesOffered({ form, happened, outcomes }: Pick<Contact, 'form' | 'happened' | 'outcomes'>): OfferedDeadline[] {
  const toldOf = (lists: readonly Contact['outcomes'][number]['list'][]): Dated => {
    const outcome = lists.flatMap((list) => outcomes.filter((one) => one.list === list));
    return outcome.find(({ told }) => wholeDay(told) !== '')?.told ?? (outcome.length > 0 && tellsHer.includes(form) ? happened : undated);
  };
  const all: OfferedDeadline[] = [
    offered('complaint-review', 'fromDay', toldOf(['misconduct', 'oversight'])),
    offered('vrr-ask', 'fromDay', toldOf(['disposal'])),
    ...(form === 'review' ? ['vrr-acknowledged', 'vrr-decided'].map((rule) => offered(rule, 'fromDay', happened)) : []),
    ...(form === 'subject-access' ? ['subject-access-police', 'subject-access-other'].map((rule) => offered(rule, 'fromDay', happened)) : []),
    ...(form === 'statement' || form === 'interview' ? [offered('common-assault', 'secondDay', happened)] : []),
  ];
  return all.filter(({ fromDay, secondDay }) => fromDay !== '' || secondDay !== '');
}

/** The draft that an offer begins, with the letters of the contact as its evidence. */
export function deadlineFromOffer(offer: OfferedDeadline, contactId: Id, { evidence }: Pick<Contact, 'evidence'>): Deadline {
  return { ...emptyDeadline, ...offer, contactId, evidence };
}

/** A day that is not certain goes along as it is known, so that the time limit is no surer than the contact. */
function offered(rule: string, which: 'fromDay' | 'secondDay', { edtf }: Dated): OfferedDeadline {
  const days = { fromDay: '', secondDay: '', [which]: wholeDay({ edtf }) };
  const known = { ...undated, edtf };
  return { rule, ...days, ...(isNotSure(known) && { asWritten: { ...emptyDeadline.asWritten, [which]: { ...known, typed: sayDate(known) } } }) };
}
