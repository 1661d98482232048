/** Where something comes from that is said here. `isRead`: somebody here read it there; else it is common knowledge that nobody confirmed, and the program says to check it with a solicitor. */
export interface SystemSource {
  readonly words: string;
  readonly isRead: boolean;
}

export type SystemGroup = 'police' | 'shared' | 'other' | 'open';

/** A place where something about her stands, and where it could have been looked up. An id, once released, is never changed or used again. */
export interface LookUpSystem {
  readonly id: string;
  readonly group: SystemGroup;
  readonly label: string;
  /** What stands in it, in plain words. */
  readonly explanation: string;
  /** Who answers for it: to whom a request goes. '{force}': the force in question. */
  readonly holder: string;
  /** By which right she can ask for what it says of her; `open`: anybody can look, nobody notes who. */
  readonly asked: 'police' | 'general' | 'open';
  /** Whether police can be asked who looked in it by their accesses: their own systems, and those they reach from there. */
  readonly policeCanAudit: boolean;
  readonly sources: readonly SystemSource[];
}

export const systemGroups: readonly { readonly id: SystemGroup; readonly label: string; readonly explanation: string }[] = [
  { id: 'police', label: 'Police systems', explanation: 'Each look leaves a trace with a name and a time, which the force can be asked to check.' },
  { id: 'shared', label: 'What police can reach, kept by others', explanation: 'Police can see into some of these, or are told of them in meetings.' },
  { id: 'other', label: 'Doctors, schools, councils, companies', explanation: 'Somebody who works there, or rings and says that they are police, can come by it.' },
  { id: 'open', label: 'Open to anybody', explanation: 'No special access is needed. It is fair to name it where it fits.' },
];

const force = '{force}';
const dpa45 = { words: 'Data Protection Act 2018, section 45', isRead: true };
const gdpr15 = { words: 'UK GDPR, article 15', isRead: true };
const unconfirmed = (words: string): SystemSource => ({ words, isRead: false });

type Made = Omit<LookUpSystem, 'group' | 'asked' | 'policeCanAudit'> & Partial<Pick<LookUpSystem, 'asked' | 'policeCanAudit'>>;
const inGroup = (group: SystemGroup, base: Pick<LookUpSystem, 'asked' | 'policeCanAudit'>, systems: readonly Made[]): LookUpSystem[] => systems.map((system) => ({ ...base, ...system, group }));

export const lookUpSystems: readonly LookUpSystem[] = [
  ...inGroup('police', { asked: 'police', policeCanAudit: true }, [
    {
      id: 'police-national-computer', label: 'Police National Computer (PNC), Police National Database (PND)', explanation: 'National records of people, vehicles and intelligence. Every force can search them.', holder: 'ACRO Criminal Records Office, for the chief officers of the forces',
      sources: [{ words: 'ACRO and Ask the Police: what national systems hold is asked for at ACRO; what a force’s own hold, at that force', isRead: true }, dpa45, unconfirmed('That the Law Enforcement Data Service (LEDS) takes the place of the PNC step by step')],
    },
    { id: 'force-records', label: 'The force’s own crime and intelligence records', explanation: 'Crimes, incidents, reports, people and addresses. Called Niche, Connect, Athena or by another name.', holder: force, sources: [{ words: 'Ask the Police: asked for at the force itself', isRead: true }, dpa45] },
    { id: 'command-and-control', label: '999 and 101 logs', explanation: 'What was said on a call, from where, and who went. Called command and control.', holder: force, sources: [dpa45] },
    {
      id: 'anpr', label: 'Number-plate cameras (ANPR)', explanation: 'Where and when a number plate was seen.', holder: '{force}, or the Home Office for the national service',
      sources: [{ words: 'Home Office, rights of data subjects notice for the National ANPR Capability (2021): requests go to the force or to the Home Office', isRead: true }, dpa45],
    },
    { id: 'custody', label: 'Custody records', explanation: 'Of somebody arrested or interviewed at a station: names, addresses, who was told.', holder: force, sources: [dpa45] },
    { id: 'body-worn-video', label: 'Body-worn video and interviews', explanation: 'Recordings of you, your home or your statement.', holder: force, sources: [dpa45] },
    { id: 'mobile-terminals', label: 'Officers’ phones and in-car terminals', explanation: 'The same records, looked up on the move. The device and its place may be logged too.', holder: force, sources: [dpa45, unconfirmed('What such devices log')] },
  ]),
  ...inGroup('shared', { asked: 'general', policeCanAudit: true }, [
    { id: 'marac', label: 'Domestic-abuse referrals and meetings (DASH, MARAC)', explanation: 'Safety plans, where you live, who helps you. Shared between police, council, health and refuges.', holder: 'the body that runs the meeting, often the force or the council', asked: 'police', sources: [dpa45, gdpr15, unconfirmed('Who answers for the papers of a meeting differs from place to place')] },
    { id: 'dvla', label: 'Vehicle and driver records (DVLA)', explanation: 'Who keeps a car, and at which address. Police see it from their own systems.', holder: 'DVLA (Driver and Vehicle Licensing Agency)', sources: [{ words: 'DVLA privacy policy (2024): you may ask what it holds about you, and its source', isRead: true }, gdpr15] },
    { id: 'social-services', label: 'Children’s or adult social care', explanation: 'Referrals, assessments, addresses, schools. Shared with police in meetings about children.', holder: 'the council', sources: [gdpr15] },
    { id: 'probation-court', label: 'Courts, probation, Witness Care, Cafcass', explanation: 'Papers of a case with names and sometimes addresses.', holder: 'the court, HM Prison and Probation Service, the force’s Witness Care Unit or Cafcass', sources: [unconfirmed('Each has its own rules; what stands in court files is not asked for as other data is')] },
    { id: 'phone-network', label: 'Phone company', explanation: 'Calls, numbers and where a phone was. Police can ask the company for it, with approval.', holder: 'your own phone company', sources: [gdpr15, unconfirmed('Investigatory Powers Act 2016, Part 3: requests by police need approval outside the team')] },
  ]),
  ...inGroup('other', { asked: 'general', policeCanAudit: false }, [
    { id: 'nhs', label: 'Doctor, hospital, NHS records', explanation: 'Your address, telephone, appointments, what you said there. Looks at some of these records are noted by name.', holder: 'the surgery or hospital; for the Summary Care Record, the privacy officer of the body that looked', sources: [gdpr15, { words: 'NHS guidance for Summary Care Records: each body that looks has a privacy officer who can audit who looked', isRead: true }] },
    { id: 'school', label: 'School or nursery', explanation: 'Addresses, who collects a child, what was noted about safety.', holder: 'the school or nursery', sources: [gdpr15] },
    { id: 'council-housing', label: 'Council, housing, benefits', explanation: 'Council tax, housing applications, benefits: each with an address.', holder: 'the council, the landlord or the Department for Work and Pensions', sources: [gdpr15] },
    { id: 'bank-utility', label: 'Bank, energy, water, insurance, parcels', explanation: 'An account in your name, or one you once shared.', holder: 'the company', sources: [gdpr15] },
    { id: 'employer', label: 'Employer or landlord', explanation: 'Your address, hours, references.', holder: 'the employer or the letting agent', sources: [gdpr15] },
    { id: 'refuge-services', label: 'Refuge or support service', explanation: 'Somebody who rang and said that they were police or family.', holder: 'the service', sources: [gdpr15] },
  ]),
  ...inGroup('open', { asked: 'open', policeCanAudit: false }, [
    { id: 'electoral-roll', label: 'Electoral register', explanation: 'Names and addresses of voters. You can be entered without them (anonymous registration).', holder: 'the council’s electoral registration officer', sources: [{ words: 'Electoral Commission: anonymous registration where safety would be at risk', isRead: true }] },
    { id: 'land-registry', label: 'Land Registry, Companies House', explanation: 'Who owns a home; who runs a company, and from where.', holder: 'nobody: anybody can look for a small fee or none', sources: [unconfirmed('That looks by others cannot be learned of')] },
    { id: 'online', label: 'Social media, people-search sites, pictures online', explanation: 'What you or others showed, and what sites put together from it.', holder: 'the site', sources: [gdpr15] },
    { id: 'devices', label: 'Your own phone, car, accounts or tags', explanation: 'A shared account, a tag, an app, a car that sends its place. Here no record of others was needed.', holder: 'the maker or the site', sources: [unconfirmed('What makers keep')] },
  ]),
];

const byId = new Map(lookUpSystems.map((system) => [system.id, system]));

/** null: an id of another version; it stays readable as it is. */
export function lookUpSystemOf(id: string): LookUpSystem | null {
  return byId.get(id) ?? null;
}

/** Who answers for it. `force`: what the force in question is called. */
export function holderOf({ holder }: Pick<LookUpSystem, 'holder'>, forceName: string): string {
  return holder.replace('{force}', () => forceName);
}

export function lookUpSystemLabel(id: string): string {
  return lookUpSystemOf(id)?.label ?? id;
}
