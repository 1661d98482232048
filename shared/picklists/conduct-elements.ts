/**
 * What the law asks for of a course of conduct, element by element, reworded in plain English. An id is stored in the record: once released it is never changed or used again; words and kinds may be mended. A change of the law is one edit here.
 * `isRead`: somebody here read it at that source (legislation.gov.uk unless the source says otherwise, November 2026); else it is common knowledge that nobody confirmed.
 */
export interface ConductSource {
  readonly words: string;
  readonly isRead: boolean;
}

export interface ConductOffence {
  readonly id: string;
  readonly name: string;
  readonly law: string;
  /** One sentence for the top of its part. */
  readonly words: string;
  /** First day on which it was in force. */
  readonly since: string;
  readonly sources: readonly ConductSource[];
  /** What changed, or is often missed. */
  readonly caution: string;
}

/** What proposes an incident for an element. `kinds`: any of these kinds; `also`: and any of these; `told`: a field of the incident in which she wrote something. Always only a proposal. */
export interface ProposedBy {
  readonly kinds: readonly string[];
  readonly also: readonly string[];
  readonly told: 'effectOnMe' | null;
}

export interface ConductElement {
  readonly id: string;
  readonly offence: string;
  readonly name: string;
  /** What the law asks for. */
  readonly asks: string;
  /** How many occasions it names; null where it names no number. */
  readonly occasions: number | null;
  readonly proposedBy: ProposedBy;
  readonly source: ConductSource;
}

const nothing: ProposedBy = { kinds: [], also: [], told: null };
const byKinds = (...kinds: string[]): ProposedBy => ({ kinds, also: [], told: null });
const toldOfEffect: ProposedBy = { kinds: [], also: [], told: 'effectOnMe' };

const control = ['controlling-or-coercive', 'economic', 'control-isolation', 'control-basic-needs', 'control-time-movement', 'control-devices', 'control-rules', 'control-services', 'control-degradation', 'control-forced-acts', 'control-money-debt', 'control-threat-kill', 'control-threat-children', 'control-threat-expose', 'control-damage', 'control-transport-work', 'control-immigration', 'control-health-disability', 'control-faith', 'control-pets'];
const stalking = ['stalking-following', 'stalking-contact', 'stalking-tracking', 'stalking-turning-up', 'stalking-online', 'stalking-through-others', 'control-devices', 'police-vehicle', 'police-locating'];
const fear = ['violent-or-threatening', 'physical', 'control-threat-kill', 'strangulation'];

const section76 = (subsection: string): ConductSource => ({ words: `Serious Crime Act 2015, section 76${subsection}`, isRead: true });
const harassment = (section: string, isRead: boolean): ConductSource => ({ words: `Protection from Harassment Act 1997, section ${section}`, isRead });

export const conductOffences = [
  {
    id: 'controlling', name: 'Controlling or coercive behaviour', law: 'Serious Crime Act 2015, section 76', since: '2015-12-29',
    words: 'Behaviour towards somebody close, again and again or without a break, that controls or coerces them and has a serious effect.',
    sources: [section76(''), { words: 'In force since 29 December 2015: the commencement regulations; the day is taken from law firms’ pages', isRead: false }],
    caution: 'It is an offence only for what happened from 29 December 2015 on. Until 5 April 2023 people who were no longer together had to be living together; from that day on this is not asked any more (Domestic Abuse Act 2021, section 68). It does not cover a parent’s behaviour towards a child under 16. There is a defence (section 76(8) to (10)): that they believed it to be in the other’s best interests and it was reasonable; never where it put the other in fear of violence. Older entries can still show how it was.',
  },
  {
    id: 'stalking', name: 'Stalking', law: 'Protection from Harassment Act 1997, section 2A', since: '2012-11-25',
    words: 'A course of conduct that is harassment, made of acts that go with stalking.',
    sources: [harassment('2A', true), { words: 'In force since 25 November 2012: Home Office circular 018/2012', isRead: true }],
    caution: 'The acts that the section names are examples; others can be stalking too. What somebody else did on their behalf can count as theirs (section 7(3A)). The law names defences, among them that it was done to prevent or detect crime (section 1(3)), which a police officer may claim. It is an offence only for what happened from 25 November 2012 on; harassment was one before.',
  },
  {
    id: 'stalking-serious', name: 'Stalking that puts in fear, or causes serious alarm or distress', law: 'Protection from Harassment Act 1997, section 4A', since: '2012-11-25',
    words: 'Stalking with one of two effects: fear of violence at least twice, or serious alarm or distress that changes daily life.',
    sources: [harassment('4A', true), { words: 'In force since 25 November 2012: Home Office circular 018/2012', isRead: true }],
    caution: 'What stands under “Stalking” is asked for here too. One of the two effects is enough. Its defences stand in section 4A(4); to prevent or detect crime is one of them.',
  },
] as const satisfies readonly ConductOffence[];

export const conductElements: readonly ConductElement[] = [
  { id: 's76-behaviour', offence: 'controlling', name: 'Behaviour that controls or coerces, repeatedly or continuously', asks: 'They did it repeatedly or continuously. The law names no number.', occasions: null, proposedBy: byKinds(...control), source: section76('(1)(a)') },
  { id: 's76-connected', offence: 'controlling', name: 'Personally connected at the time', asks: 'When it happened, the two were or had been married, civil partners, engaged, in an intimate relationship or parents of one child, or are relatives.', occasions: null, proposedBy: nothing, source: section76('(1)(b) and (6)') },
  { id: 's76-fear', offence: 'controlling', name: 'Serious effect: fear of violence', asks: 'The person it was done to feared, on at least two occasions, that violence would be used against them. Either this effect or the next is enough.', occasions: 2, proposedBy: byKinds(...fear), source: section76('(4)(a)') },
  { id: 's76-distress', offence: 'controlling', name: 'Serious effect: alarm or distress that changes daily life', asks: 'The person it was done to was seriously alarmed or distressed, and it had a substantial effect on their usual day-to-day activities.', occasions: null, proposedBy: toldOfEffect, source: section76('(4)(b)') },
  { id: 's76-knew', offence: 'controlling', name: 'They knew, or ought to have known', asks: 'They knew that it would have a serious effect on the other, or somebody reasonable who knew the same would have known.', occasions: null, proposedBy: nothing, source: section76('(1)(d) and (5)') },

  { id: 's2a-acts', offence: 'stalking', name: 'Acts that go with stalking, at least twice', asks: 'A course of conduct is conduct on at least two occasions. Examples of the acts: following, contacting, publishing about somebody, watching what they do online, hanging about, interfering with their things, watching or spying.', occasions: 2, proposedBy: byKinds(...stalking), source: harassment('2A(1) to (3); for two occasions section 7(3)', true) },
  { id: 's2a-harassment', offence: 'stalking', name: 'It amounts to harassment', asks: 'Harassment includes alarming somebody or causing them distress.', occasions: null, proposedBy: { kinds: stalking, also: [], told: 'effectOnMe' }, source: harassment('2A(2)(a); for alarm and distress section 7(2)', true) },
  { id: 's2a-knew', offence: 'stalking', name: 'They knew, or ought to have known', asks: 'They knew that it was harassment, or ought to have known.', occasions: null, proposedBy: nothing, source: harassment('2A(2)(c)', true) },

  { id: 's4a-fear', offence: 'stalking-serious', name: 'Fear of violence', asks: 'The stalking made the person it was done to fear, on at least two occasions, that violence would be used against them. Either this effect or the next is enough.', occasions: 2, proposedBy: { kinds: stalking, also: fear, told: null }, source: harassment('4A(1)(b)(i)', true) },
  { id: 's4a-distress', offence: 'stalking-serious', name: 'Serious alarm or distress that changes daily life', asks: 'The stalking caused the person it was done to serious alarm or distress with a substantial effect on their usual day-to-day activities.', occasions: null, proposedBy: { kinds: stalking, also: [], told: 'effectOnMe' }, source: harassment('4A(1)(b)(ii)', true) },
  { id: 's4a-knew', offence: 'stalking-serious', name: 'They knew, or ought to have known, that effect', asks: 'They knew that it would cause that fear, alarm or distress, or somebody reasonable who knew the same would have known.', occasions: null, proposedBy: nothing, source: harassment('4A(1) to (3)', true) },
];

const byId = new Map(conductElements.map((element) => [element.id, element]));

/** The element with this id, or null for an id of another version, which stays in the record as it is. */
export function conductElementOf(id: string): ConductElement | null {
  return byId.get(id) ?? null;
}
