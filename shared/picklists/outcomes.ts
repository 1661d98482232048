import type { Outcome, OutcomeList } from '../model/case/contact';
import type { DaySpan } from '../model/dated';

/** One outcome of a list. Its id is in people's records: never renamed, never given to another meaning. */
export interface OutcomeKind {
  readonly id: string;
  readonly list: OutcomeList;
  readonly label: string;
  /** The same on pages for others, where the label speaks to her; null: as the label. */
  readonly printed: string | null;
  readonly explanation: string;
  /** The rule it comes from, as a solicitor would cite it; '' where no rule names it. */
  readonly source: string;
  /** First and last day of the rule, `YYYY-MM-DD`; null: no bound that matters here. What began under a rule may end under it later. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface OutcomeListWords {
  readonly label: string;
  /** As of an outcome. */
  readonly printed?: string;
  readonly explanation: string;
}

export const outcomeLists: Readonly<Record<OutcomeList, OutcomeListWords>> = {
  recording: { label: 'How it was recorded', explanation: 'Whether the police wrote it down as a crime.' },
  disposal: { label: 'What came of the crime', explanation: 'How the police or the prosecutors ended it.' },
  oversight: { label: 'Complaint: who looks into it', explanation: 'Whether it went to the police watchdog (IOPC), and who investigates.' },
  'neighbouring-force': { label: 'Another force', explanation: 'Whether a force that does not know them was asked to take it over.' },
  misconduct: { label: 'Misconduct', explanation: 'What came of a misconduct case. The names below are for police officers; for police staff the force’s own policy decides.' },
  protection: { label: 'Orders that protect you', printed: 'Protective orders', explanation: 'Court orders and police notices.' },
};

type Made = Omit<OutcomeKind, 'list' | 'from' | 'until' | 'printed'> & Partial<Pick<OutcomeKind, 'from' | 'until' | 'printed'>>;
const listed = (list: OutcomeList, kinds: readonly Made[]): OutcomeKind[] => kinds.map((kind) => ({ from: null, until: null, printed: null, ...kind, list }));
const made = (id: string, label: string, explanation: string, source = '', more: Partial<Pick<OutcomeKind, 'from' | 'until' | 'printed'>> = {}): Made => ({ id, label, explanation, source, ...more });

const counting = 'National Crime Recording Standard; Home Office Crime Recording Rules';
const outcomesFramework = (number: string): string => `Home Office crime outcomes framework, outcome ${number}`;
const schedule3 = 'Police Reform Act 2002, Schedule 3';
const conduct2020 = (rule: string): string => `Police (Conduct) Regulations 2020, ${rule}`;
const conduct2012 = 'Police (Conduct) Regulations 2012';
/** The Police (Conduct) Regulations 2020 and the new complaints system came into force. */
const reformFirstDay = '2020-02-01';
const reformEve = '2020-01-31';

/**
 * What she may be told, in the words of the field, for England and Wales (read in November 2026 in the sources that stand at each). Ids may be added, never lost or renamed: `outcomes.test.ts` keeps them.
 */
export const outcomeKinds: readonly OutcomeKind[] = [
  ...listed('recording', [
    made('recorded-crime', 'Recorded as a crime', 'There should be a crime reference number.', counting),
    made('recorded-non-crime', 'Recorded as a “non-crime” incident', 'Written down, but not as a crime.', counting),
    made('recording-refused', 'Refused to record it', 'You were told that it would not be written down.', counting),
    made('recording-unknown', 'You were not told', 'You do not know whether it was recorded.', '', { printed: 'She was not told' }),
  ]),
  ...listed('disposal', [
    made('charged', 'Charged or summonsed', 'A case at court was begun.', outcomesFramework('1')),
    made('caution', 'Caution or another formal penalty', 'A caution, a conditional caution or a penalty notice.', outcomesFramework('2, 3 and 6')),
    made('community-resolution', 'Community resolution', 'Dealt with informally, such as by an apology.', outcomesFramework('8')),
    made('diversion', 'Diversion', 'Sent on a course or another intervention, and no further action.', outcomesFramework('22'), { from: '2019-04-01' }),
    made('evidential-supports', 'Evidential difficulties, although you supported it', 'They say that the evidence is not enough; you wanted it to go on.', outcomesFramework('15'), { printed: 'Evidential difficulties, although she supported it' }),
    made('evidential-does-not-support', 'Evidential difficulties, recorded as not supported by you', 'They recorded that you did not want it to go on. If that is not what you said, write what you said.', outcomesFramework('14 and 16'), { printed: 'Evidential difficulties, recorded as not supported by her' }),
    made('prosecution-prevented', 'Prosecution prevented', 'For example, because of an age, an illness or a death.', outcomesFramework('5, 11, 12 and 13')),
    made('time-limit-expired', 'Time limit for a prosecution had run out', 'They say that it can no longer be taken to court.', outcomesFramework('17')),
    made('not-in-public-interest', 'Not in the public interest', 'They say that it should not go further.', outcomesFramework('9, 10 and 21')),
    made('transferred', 'Passed to another body', 'Another force or agency is to deal with it.', outcomesFramework('20')),
    made('no-suspect', 'Complete, no suspect identified', 'They say that nobody was identified.', outcomesFramework('18')),
    made('no-further-action', 'No further action, and no reason named', 'You were told only that nothing more will be done (NFA).'),
  ]),
  ...listed('oversight', [
    made('not-referred', 'Not referred to the IOPC', 'The force kept it.', schedule3),
    made('referred-voluntary', 'Referred to the IOPC by choice', 'The force was not bound to refer it.', schedule3),
    made('referred-mandatory', 'Referred to the IOPC because it had to be', 'Some complaints must be referred.', schedule3),
    made('independent-investigation', 'Independent investigation', 'The IOPC investigates with its own people.', schedule3),
    made('directed-investigation', 'Directed investigation', 'The force’s people investigate; the IOPC directs them.', schedule3, { from: reformFirstDay }),
    made('managed-investigation', 'Managed or supervised investigation', 'The earlier forms in which the watchdog looked over the force’s shoulder.', `${schedule3}, before the Policing and Crime Act 2017 changed it`, { until: reformEve }),
    made('local-investigation', 'Local investigation', 'The force investigates by itself.', schedule3),
    made('returned-to-force', 'Returned to the force', 'The IOPC sent it back.', schedule3),
  ]),
  ...listed('neighbouring-force', [
    made('neighbour-requested', 'Asked for', 'Somebody asked that another force take it.'),
    made('neighbour-agreed', 'Agreed', 'Another force took it.'),
    made('neighbour-refused', 'Refused', 'It stayed with the same force.'),
  ]),
  ...listed('misconduct', [
    made('no-case-to-answer', 'No case to answer', 'They say that there is nothing to answer for.', conduct2020('regulation 23')),
    made('reflective-practice', 'Reflective practice', 'A talk with a line manager about how to do better. It is not a punishment.', conduct2020('Part 6 and regulation 42'), { from: reformFirstDay }),
    made('meeting-written-warning', 'Meeting: written warning', 'From a misconduct meeting.', conduct2020('regulation 42(2)')),
    made('meeting-final-warning', 'Meeting: final written warning', 'From a misconduct meeting.', conduct2020('regulation 42(2)')),
    made('hearing-written-warning', 'Hearing: written warning', 'From a misconduct hearing that found misconduct.', conduct2020('regulation 42(3)')),
    made('hearing-final-warning', 'Hearing: final written warning', 'From a misconduct hearing.', conduct2020('regulation 42(3)')),
    made('hearing-reduction-in-rank', 'Hearing: reduction in rank', 'Made a lower rank.', conduct2020('regulation 42(3)'), { from: reformFirstDay }),
    made('hearing-dismissal', 'Hearing: dismissal without notice', 'They lost the job at once.', conduct2020('regulation 42(3)')),
    made('accelerated-hearing', 'Accelerated hearing', 'A quicker hearing, where the evidence is plain already.', conduct2020('Part 5'), { from: reformFirstDay }),
    made('barred-list', 'On the barred list', 'May not work for the police again.', 'Police Act 1996, Part 4A', { from: '2017-12-15' }),
    made('left-before-hearing', 'Left before the hearing', 'Resigned or retired first. A hearing can still be held about somebody who left.', 'Policing and Crime Act 2017, section 29'),
    made('management-action', 'Management action', 'A word from a manager, under the rules before February 2020.', conduct2012, { until: reformEve }),
    made('management-advice', 'Management advice', 'The lightest result of a meeting or hearing, under the rules before February 2020.', `${conduct2012}, regulation 35`, { until: reformEve }),
    made('dismissal-with-notice', 'Dismissal with notice', 'They lost the job after a notice period, under the rules before February 2020.', `${conduct2012}, regulation 35`, { until: reformEve }),
    made('staff-outcome', 'Police staff: an outcome under the force’s own policy', 'For somebody who works for the police but is no officer, such as a call handler or a PCSO. Write the name that the force gave it.', 'The force’s own policy for police staff'),
  ]),
  ...listed('protection', [
    made('non-molestation', 'Non-molestation order', 'A family court forbids them to harm or bother you.', 'Family Law Act 1996, section 42'),
    made('occupation', 'Occupation order', 'A family court says who may live in the home.', 'Family Law Act 1996, sections 33 to 38'),
    made('restraining', 'Restraining order', 'Made by a criminal court, after a conviction or without one.', 'Sentencing Act 2020, section 360; Protection from Harassment Act 1997, section 5A'),
    made('stalking-protection', 'Stalking protection order', 'Asked for by the police.', 'Stalking Protection Act 2019', { from: '2020-01-20' }),
    made('dvpn', 'Domestic violence protection notice (DVPN)', 'Given by the police, for the first days.', 'Crime and Security Act 2010, section 24'),
    made('dvpo', 'Domestic violence protection order (DVPO)', 'Made by magistrates, for up to 28 days.', 'Crime and Security Act 2010, sections 27 and 28'),
    made('dapn', 'Domestic abuse protection notice (DAPN)', 'Given by the police. At first only in some areas.', 'Domestic Abuse Act 2021, section 22', { from: '2024-11-27' }),
    made('dapo', 'Domestic abuse protection order (DAPO)', 'Made by a court. At first only in some areas.', 'Domestic Abuse Act 2021, section 27', { from: '2024-11-27' }),
  ]),
];

const byId = new Map(outcomeKinds.map((kind) => [kind.id, kind]));

/** null: an id of another version; it stays readable as it is. */
export function outcomeKindOf(id: string): OutcomeKind | null {
  return byId.get(id) ?? null;
}

/** What an outcome is called: "Local investigation"; an id of another version as it stands. */
export function outcomeLabel(id: string): string {
  return outcomeKindOf(id)?.label ?? id;
}

/** An outcome on a page for others, with its list: "What came of the crime: Caution or another formal penalty". */
export function outcomeInPrint({ list, value }: Pick<Outcome, 'list' | 'value'>): string {
  const { label, printed = label } = outcomeLists[list];
  return value === '' ? printed : `${printed}: ${outcomeKindOf(value)?.printed ?? outcomeLabel(value)}`;
}

/**
 * Whether the rule of an outcome was not in force when she was told: `not-yet`, every possible day lies before its first; `no-longer`, after its last. Never a refusal: a case that began under earlier rules ends under them, and dates are remembered wrongly.
 */
export function outcomeOutOfTime({ from, until }: Pick<OutcomeKind, 'from' | 'until'>, { earliest, latest }: DaySpan): 'not-yet' | 'no-longer' | null {
  if (earliest === '') return null;
  if (from !== null && latest < from) return 'not-yet';
  return until !== null && earliest > until ? 'no-longer' : null;
}
