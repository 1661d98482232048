/**
 * What could still be asked for about an entry that has nothing attached, in plain words. Chosen by its kinds (abuse-kinds.ts) and by words of its place; nothing here needs her to speak to the person, or to record anything.
 * How long others keep things is common knowledge that nobody here confirmed: it is said as "often", and to ask soon.
 */
export interface CouldBeAsked {
  readonly id: string;
  readonly name: string;
  /** What it may hold. */
  readonly holds: string;
  /** How to ask for it. */
  readonly how: string;
  /** Why sooner is better; '' for no reason. */
  readonly soon: string;
  /** Kinds of abuse for which it is named. */
  readonly kinds: readonly string[];
  /** Words of a place for which it is named, in small letters. */
  readonly places: readonly string[];
  /** Named for every entry. */
  readonly isAlways: boolean;
}

const some = { soon: '', kinds: [], places: [], isAlways: false } as const;
const atHome = ['home', 'house', 'flat', 'kitchen', 'bedroom', 'bathroom', 'hall', 'hallway', 'stairs', 'garden', 'door', 'doorstep', 'drive', 'landing'] as const;
const outside = ['street', 'road', 'shop', 'supermarket', 'park', 'pub', 'bar', 'restaurant', 'cafe', 'café', 'gym', 'station', 'bus', 'train', 'tram', 'airport', 'hotel', 'court', 'car'] as const;

export const couldBeAskedFor: readonly CouldBeAsked[] = [
  {
    ...some, id: 'somebody-told', isAlways: true, name: 'Somebody you told', holds: 'A message to a friend, a diary, a call to a helpline, notes of a support worker: what you said soon afterwards, with its date.',
    how: 'Look through your own messages and e-mails from the days after it. A support service can give you its notes about you if you ask in writing.',
  },
  {
    ...some, id: 'own-phone', name: 'What is still on your own phone', holds: 'Messages, voicemail, call lists, photos: also on an old phone or in a backup of it.',
    how: 'Save the whole conversation and bring it in under Messages, so that nobody can say a part was left out.',
    kinds: ['violent-or-threatening', 'psychological', 'control-threat-kill', 'control-threat-children', 'control-threat-expose', 'control-degradation', 'control-isolation', 'control-rules', 'control-time-movement', 'control-immigration', 'control-faith', 'control-pets', 'controlling-or-coercive', 'other-abuse', 'stalking-contact', 'stalking-online', 'stalking-through-others', 'image-abuse', 'police-not-believed', 'police-threat-arrest', 'police-colleagues', 'about-another', 'about-single', 'about-course'],
  },
  {
    ...some, id: 'phone-records', name: 'Records of your phone company', holds: 'Which numbers called or wrote to you, when, and for how long.', how: 'Ask your own phone company in writing for what it holds about your number (a subject access request). Have it sent where only you read it.',
    soon: 'Often kept for about a year.', kinds: ['stalking-contact', 'control-threat-kill', 'control-threat-children', 'control-threat-expose', 'stalking-through-others', 'control-devices', 'control-time-movement', 'violent-or-threatening'],
  },
  {
    ...some, id: 'doctor', name: 'Notes of a doctor, hospital, midwife or therapist', holds: 'What you told them and what they saw, with the date: also when you did not say who did it.',
    how: 'Ask the surgery or hospital in writing for your records (a subject access request). They should answer within a month. Say where the answer may go, and that nobody else may have it.',
    kinds: ['physical', 'sexual', 'strangulation', 'psychological', 'violent-or-threatening', 'control-services', 'control-health-disability', 'control-basic-needs', 'police-medical'], places: ['hospital', 'surgery', 'gp', 'doctor', 'doctors', 'clinic', 'a&e', 'ward'],
  },
  {
    ...some, id: 'emergency-calls', name: 'Calls to 999 or 101, and the police log', holds: 'The recording of a call that you or somebody else made, and what was written down while you spoke.',
    how: 'Ask the force for it in writing (a subject access request), with the day and about what time. Your solicitor can ask instead, if that force should not hear from you yet.',
    soon: 'Recordings are not kept for ever.', kinds: ['physical', 'sexual', 'strangulation', 'violent-or-threatening', 'control-threat-kill', 'control-damage', 'stalking-turning-up', 'police-discouraged', 'police-recorded-wrongly', 'police-counter-allegation', 'police-arrested'],
  },
  {
    ...some, id: 'police-papers', name: 'The police’s own papers and films', holds: 'Crime report, incident log, officers’ notebooks, film of body-worn cameras, property records.',
    how: 'Ask in writing (a subject access request), or let your solicitor ask. What they answer can be held against what you gave, under Police & agencies.',
    soon: 'Film is often deleted after about a month, unless it was marked as evidence.',
    kinds: ['police-discouraged', 'police-recorded-wrongly', 'police-evidence-lost', 'police-statement-leaked', 'police-statement-missing', 'police-investigator-tied', 'police-quiet-word', 'police-no-misconduct', 'police-promotion', 'police-counter-allegation', 'police-arrested', 'police-warrant-card', 'police-report-reverse', 'police-threat-arrest', 'police-skill'],
    places: ['police', 'custody', 'cell'],
  },
  {
    ...some, id: 'audit', name: 'Who looked you up', holds: 'Police and health systems note who opened a record, and when.', how: 'It is best asked for through your solicitor. What you suspect can be written down first, under “How did they know?”.',
    kinds: ['police-database', 'police-vehicle', 'police-medical', 'police-locating', 'stalking-tracking', 'stalking-turning-up', 'stalking-following'],
  },
  {
    ...some, id: 'school', name: 'Notes of a school or nursery', holds: 'What a child said or how they were, who came to collect them, what the police told the school.', how: 'Ask the school in writing for what it holds. Another parent may be able to ask as well: speak to your solicitor first.',
    kinds: ['about-child', 'control-threat-children'], places: ['school', 'nursery', 'playground', 'college', 'club'],
  },
  {
    ...some, id: 'neighbours', name: 'Somebody who saw or heard it', holds: 'What a neighbour, a passer-by or a guest saw or heard, in their own words.', how: 'Only if it is safe for you and for them. Your solicitor can ask for you. Nobody should be told what to say.',
    kinds: ['physical', 'violent-or-threatening', 'control-damage', 'control-pets', 'stalking-turning-up', 'stalking-following', 'control-degradation', 'about-another'], places: [...atHome, ...outside],
  },
  {
    ...some, id: 'cameras', name: 'Cameras that were there anyway', holds: 'Cameras of shops, buses, stations, car parks and councils, and doorbells.', how: 'Ask whoever runs the camera, in writing, with the day, the time and the place. From a doorbell of your own, save the clip and bring it in.',
    soon: 'Often overwritten after about 30 days.', kinds: ['stalking-following', 'stalking-turning-up', 'control-damage', 'police-warrant-card'], places: [...outside, 'door', 'doorstep', 'drive', 'work', 'office'],
  },
  {
    ...some, id: 'bank', name: 'Bank statements and letters about debts', holds: 'What was taken, paid or borrowed, and when.', how: 'Your own bank can give you your statements of past years. Many banks have people for this: ask for the team for domestic abuse, and say where letters may go.',
    kinds: ['economic', 'control-money-debt', 'control-transport-work', 'control-forced-acts', 'control-basic-needs'], places: ['bank'],
  },
  {
    ...some, id: 'work', name: 'Records at work', holds: 'Days you were absent, what you told a manager or occupational health, visits and calls there.', how: 'Ask your employer in writing for what it holds about you (a subject access request). A union can help.',
    kinds: ['control-transport-work', 'worker-confidentiality', 'worker-ostracism', 'worker-transfer', 'worker-grievance', 'worker-career'], places: ['work', 'office', 'workplace'],
  },
  {
    ...some, id: 'own-photos', name: 'Photographs that exist already', holds: 'Of an injury, a room, a broken thing: yours, or those you sent to somebody.', how: 'Bring in the original file, not a picture of the screen: its own date stays with it.',
    kinds: ['physical', 'strangulation', 'control-damage', 'control-pets'],
  },
  {
    ...some, id: 'accounts', name: 'Sign-ins to your accounts', holds: 'When and from what device somebody signed in to your e-mail, your phone’s account or a social network.', how: 'Look in the account’s security page, from a device that only you use. Changing anything can be noticed: ask a support service first.',
    kinds: ['control-devices', 'stalking-tracking', 'stalking-online', 'image-abuse'],
  },
  {
    ...some, id: 'family-court', name: 'Court papers', holds: 'Statements, orders and letters of the court, with their dates.', how: 'Your solicitor has them or can ask the court. Some of them may not be shown to others: ask before you hand them over.',
    kinds: ['police-family-court', 'control-threat-expose', 'control-immigration', 'police-arrested'], places: ['court'],
  },
];

/** Words of a place that are looked at; more is no place. */
const longestPlace = 2000;

/** What could be asked for about an entry, in the order of the list. `where`: her own words. */
export function couldBeAsked(kinds: readonly string[], where: string): readonly CouldBeAsked[] {
  const words = new Set(where.slice(0, longestPlace).toLowerCase().split(/[^\p{L}\p{N}&]+/u));
  return couldBeAskedFor.filter(({ kinds: ofKinds, places, isAlways }) => isAlways || kinds.some((kind) => ofKinds.includes(kind)) || places.some((place) => words.has(place)));
}
