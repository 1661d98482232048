/**
 * The kinds of abuse she can name, in groups. An id is stored in the record and printed nowhere: once
 * released it is never changed or used again; words may be mended. Labels aim at a reading age of about 11.
 */
export interface AbuseGroup {
  readonly id: string;
  readonly label: string;
  /** One sentence under the heading. */
  readonly explanation: string;
  /** The law the group's items were drawn from, for her solicitor; '' for none. */
  readonly source: string;
}

export interface AbuseKind {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly explanation: string;
}

export const abuseGroups = [
  { id: 'abuse', label: 'What kind of abuse', explanation: 'The words the law uses for domestic abuse.', source: 'Domestic Abuse Act 2021, section 1' },
  { id: 'control', label: 'Controlling you', explanation: 'Things done again and again to control you or frighten you.', source: 'Serious Crime Act 2015, section 76; CPS guidance' },
  { id: 'stalking', label: 'Stalking and being followed', explanation: 'Attention you did not want, again and again.', source: 'Protection from Harassment Act 1997, sections 2A and 4A' },
  { id: 'other-harm', label: 'Other serious harm', explanation: 'Offences with a law of their own.', source: 'Sexual Offences Act 2003, section 66B; Serious Crime Act 2015, section 75A' },
  { id: 'police-power', label: 'Using the power of the police', explanation: 'Using the job, its powers or its standing against you.', source: '' },
  { id: 'police-systems', label: 'Using police systems', explanation: 'Using records and systems that are meant for police work.', source: '' },
  { id: 'police-investigation', label: 'How the police looked into it', explanation: 'What went wrong when it was reported or looked into.', source: '' },
  { id: 'police-retaliation', label: 'Getting back at you', explanation: 'What was done to you because you spoke up.', source: '' },
  { id: 'police-worker', label: 'If you work for the police', explanation: 'What happened to you at work.', source: '' },
  { id: 'about', label: 'About this entry', explanation: 'Two things that help a court see the whole.', source: 'Domestic Abuse Act 2021, section 1' },
] as const satisfies readonly AbuseGroup[];

const inGroup = (group: (typeof abuseGroups)[number]['id'], kinds: readonly (readonly [id: string, label: string, explanation: string])[]): readonly AbuseKind[] =>
  kinds.map(([id, label, explanation]) => ({ id, group, label, explanation }));

export const abuseKinds: readonly AbuseKind[] = [
  ...inGroup('abuse', [
    ['physical', 'Physical', 'Hitting, pushing, holding you down, throwing things, hurting your body in any way.'],
    ['sexual', 'Sexual', 'Any sexual act or touching you did not freely agree to.'],
    ['violent-or-threatening', 'Violent or threatening', 'Violence, or words or acts that made you fear violence.'],
    ['controlling-or-coercive', 'Controlling or coercive', 'Making rules for you, cutting you off, or scaring you so that you obey.'],
    ['economic', 'Money and things you own', 'Taking, hiding or controlling money, work, food, a home or belongings.'],
    ['psychological', 'Harm to your mind or feelings', 'Insults, blame, mind games, making you doubt what you know.'],
    ['other-abuse', 'Something else', 'Abuse that does not fit the other words.'],
  ]),
  ...inGroup('control', [
    ['control-isolation', 'Cut off from family or friends', 'Stopping or making it hard to see or talk to people.'],
    ['control-basic-needs', 'Kept from basic needs', 'Food, sleep, warmth, washing or medicine kept from you.'],
    ['control-time-movement', 'Time or movements watched', 'Having to say where you are, being timed, checked on or followed.'],
    ['control-devices', 'Phone or accounts watched', 'Reading your messages, spy apps, knowing or demanding your passwords, tracking.'],
    ['control-rules', 'Rules for daily life', 'What you wear, eat, do, when you sleep, how the house must be.'],
    ['control-services', 'Kept from help or services', 'Stopped from seeing a doctor, support worker, school or the police.'],
    ['control-degradation', 'Put down or shamed', 'Insults, shaming, making you feel worth nothing.'],
    ['control-forced-acts', 'Forced to do things or to break the law', 'Made to do something against your will, or to take part in a crime.'],
    ['control-money-debt', 'Money taken or debts forced on you', 'Wages or benefits taken, an allowance, debts put in your name.'],
    ['control-threat-kill', 'Threats to hurt or kill', 'Threats against you, someone else or themselves.'],
    ['control-threat-children', 'Threats about the children', 'Threats to take them, hurt them, or have them taken away.'],
    ['control-threat-expose', 'Threats to expose you or accuse you falsely', 'Threats to share private things, or to make false reports about you.'],
    ['control-damage', 'Things damaged', 'Your belongings or home broken or damaged.'],
    ['control-transport-work', 'Kept from transport or work', 'Car keys taken, stopped from working, studying or getting there.'],
    ['control-immigration', 'Threats about your right to stay', 'Papers kept from you, threats to have you removed from the country.'],
    ['control-health-disability', 'Using your health or disability', 'Aids or care kept from you, your condition used against you.'],
    ['control-faith', 'Using your faith or culture', 'Made to follow or give up beliefs, or faith used to control you.'],
    ['control-pets', 'Harm or threats to pets', 'Hurting, taking or threatening an animal.'],
  ]),
  ...inGroup('stalking', [
    ['stalking-following', 'Followed or watched', 'Following you, waiting outside, watching your home or work.'],
    ['stalking-contact', 'Contact you did not want', 'Calls, messages, letters or gifts after you wanted them to stop.'],
    ['stalking-tracking', 'Tracked', 'A tracker, a phone, an app or a camera used to find you.'],
    ['stalking-turning-up', 'Turning up', 'Coming to places where you are.'],
    ['stalking-online', 'Followed online', 'Watching or contacting you through accounts, real or fake.'],
    ['stalking-through-others', 'Through other people', 'Getting others to watch you, ask about you or pass things on.'],
  ]),
  ...inGroup('other-harm', [
    ['image-abuse', 'Private pictures', 'Intimate pictures taken, shared or threatened to be shared.'],
    ['strangulation', 'Choking or stopping your breath', 'Hands, an arm or anything else on the neck, nose, mouth or chest. See a doctor even if nothing shows.'],
  ]),
  ...inGroup('police-power', [
    ['police-not-believed', '“No one will believe you”', 'Telling you that the police will take their side.'],
    ['police-threat-arrest', 'Threat of arrest', 'Threats to have you arrested or charged.'],
    ['police-warrant-card', 'Using the uniform, card or equipment', 'Warrant card, uniform, car, handcuffs, baton or spray used to frighten or impress.'],
    ['police-skill', 'Using police skills to make you look bad', 'Knowing what to say, how to record or question, so that you are not believed.'],
    ['police-family-court', 'Using the family court', 'Using the job or its knowledge to steer a case about children or home.'],
  ]),
  ...inGroup('police-systems', [
    ['police-database', 'Looked you up', 'You, your family or a friend looked up in police records.'],
    ['police-vehicle', 'Traced a car', 'Number plate cameras or vehicle records used to find you.'],
    ['police-medical', 'Got at medical or other records', 'Records of a doctor, school, council or company.'],
    ['police-locating', 'Found your new address', 'Finding out where you live now.'],
    ['police-report-reverse', 'Reported the opposite to a supervisor', 'Told a boss or filed a report that said you were the one.'],
  ]),
  ...inGroup('police-investigation', [
    ['police-discouraged', 'Put off from reporting', 'Told it was not worth it, or asked to leave it.'],
    ['police-recorded-wrongly', 'Recorded wrongly or not at all', 'No crime recorded, or recorded as something else.'],
    ['police-evidence-lost', 'Evidence lost', 'Something you gave was lost or not looked at.'],
    ['police-statement-leaked', 'Statement leaked', 'What you said was passed on to someone who should not have it.'],
    ['police-statement-missing', 'Statement missing', 'Your statement cannot be found.'],
    ['police-investigator-tied', 'The investigator knows them', 'The person looking into it is a friend, colleague or relative.'],
    ['police-quiet-word', 'Only a "quiet word"', 'Someone spoke to them and nothing was written down.'],
    ['police-no-misconduct', 'No misconduct case', 'No inquiry into how they behaved as an officer.'],
    ['police-promotion', 'Promoted or moved to a trusted post', 'Promotion, or a post that protects the public, after you reported.'],
  ]),
  ...inGroup('police-retaliation', [
    ['police-counter-allegation', 'Accused you back', 'A report or claim made against you.'],
    ['police-arrested', 'You were arrested or interviewed', 'You were treated as the suspect.'],
    ['police-colleagues', 'Colleagues used as messengers', 'Other officers passing on messages or pressure.'],
  ]),
  ...inGroup('police-worker', [
    ['worker-confidentiality', 'Told others at work', 'Your report was not kept private.'],
    ['worker-ostracism', 'Left out or shunned', 'Colleagues turned against you.'],
    ['worker-transfer', 'Moved', 'You were moved instead of them.'],
    ['worker-grievance', 'Grievance', 'A grievance by you or against you.'],
    ['worker-career', 'Harm to your career', 'Postings, training or promotion lost.'],
  ]),
  ...inGroup('about', [
    ['about-child', 'Aimed at a child', 'Done to a child, or to hurt you through a child.'],
    ['about-another', 'Aimed at another person', 'Done to someone else to hurt or control you.'],
    ['about-single', 'Happened once', 'One event that stands alone.'],
    ['about-course', 'Part of a pattern', 'One of several, or something that kept happening.'],
  ]),
];

const byId = new Map(abuseKinds.map((kind) => [kind.id, kind]));

/** The kind with this id, or null for an id of another version, which stays in the record as it is. */
export function abuseKindOf(id: string): AbuseKind | null {
  return byId.get(id) ?? null;
}
