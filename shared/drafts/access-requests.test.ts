import { expect, it } from 'vitest';
import { undated, type Dated } from '../model/dated';
import type { ListedLookUp, LookUpPerson } from '../model/case/listed-look-up';
import { auditRequest, subjectAccessRequests } from './access-requests';
import { textOfDraft, type Draft } from './draft';
import { lookUpWindow } from './look-up-window';

const on = (edtf: string): Dated => ({ ...undated, edtf, typed: edtf });
const officer = (part: Partial<LookUpPerson['officer']>, name: string, id: string, role: LookUpPerson['role'] = 'police'): LookUpPerson => ({ personId: id.repeat(32), name, role, officer: { force: '', rank: '', collarNumber: '', unit: '', ...part } });
const lookUp = (part: Partial<ListedLookUp>): ListedLookUp => ({
  id: 'a'.repeat(32), status: 'recorded', title: '', known: '', happened: undated, knowableSince: undated, who: null, through: [], systems: [], searchTerms: '', sayInRequest: '', hasOtherWays: false, marks: [], unmarkedCount: 0, firstRecordedUtc: '2024-05-10T20:04:00.000Z', ...part,
});
const text = (draft: Draft | null): string => (draft === null ? '' : textOfDraft(draft, (number) => `Occasion ${number}`));
/** What stands under a heading of a draft, a line each. */
function under(draft: Draft | null, heading: string): string[] {
  const parts = draft?.parts ?? [];
  const at = parts.findIndex((part) => part.part === 'heading' && part.words === heading);
  const end = parts.findIndex((part, index) => index > at && part.part === 'heading');
  return text({ title: '', parts: parts.slice(at + 1, end < 0 ? undefined : end) }).split('\n').filter((line) => line !== '');
}

const craig = officer({ force: 'Eastshire Police', rank: 'PS', collarNumber: '12' }, 'Craig Dunmore', '1', 'accused');
const holt = officer({ force: 'Eastshire Police', rank: 'PC', collarNumber: '4471', unit: 'Custody' }, 'PC Holt', '2');
const sarah = officer({}, 'Sarah', '3', 'friend');
const address = lookUp({ title: 'My new address', known: 'He knew I live at 9 Quince Road', who: craig, through: [holt, sarah], knowableSince: on('2024-05-03'), happened: on('2024-05-09'), systems: ['police-national-computer', 'nhs', 'force-records', 'electoral-roll'], searchTerms: ' Mara Ellis \nAB12 CDE\n\n', sayInRequest: 'He named the street.', marks: ['TM3'], unmarkedCount: 1 });
const car = lookUp({ id: 'b'.repeat(32), who: craig, knowableSince: on('2024-06'), happened: on('2024-07-01/2024-07-04'), systems: ['anpr', 'dvla'], searchTerms: 'AB12 CDE' });

it('names systems, persons with number and force, periods, search terms and references, each once', () => {
  const draft = auditRequest([address, car]);
  expect(text(draft)).toContain('To: the professional standards department and the data protection officer of Eastshire Police');
  expect(under(draft, 'Systems')).toEqual(['- Police National Computer (PNC), Police National Database (PND)', '- The force’s own crime and intelligence records', '- Number-plate cameras (ANPR)', '- Vehicle and driver records (DVLA)']);
  expect(under(draft, 'Whose accesses')).toEqual(['- PS Craig Dunmore, collar number 12, Eastshire Police', '- PC Holt, collar number 4471, Custody, Eastshire Police', '- also anybody who used an account of these persons, or searched at their request']);
  expect(under(draft, 'What may have been searched for')).toEqual(['- Mara Ellis', '- AB12 CDE']);
  expect(under(draft, 'Occasions')).toEqual([
    '- Occasion 1: Friday 3 May 2024 to Thursday 9 May 2024. He named the street. Noted in the client’s record on 10 May 2024, 21:04 BST. Evidence: TM3. Further evidence is kept with the client’s record.',
    '- Occasion 2: Saturday 1 June 2024 to Thursday 4 July 2024. [what happened, in a sentence: to be filled in by your solicitor] Noted in the client’s record on 10 May 2024, 21:04 BST.',
  ]);
  expect(text(draft)).toContain('Data Protection Act 2018, section 62');
});

it('names a post that says since when it is held only where it was held in all of the days asked', () => {
  const later = officer({ force: 'Eastshire Police', rank: 'Sergeant', unit: 'Public protection, since August 2023' }, 'Craig Dunmore', '1', 'accused');
  const asked = (...windows: [string, string][]): string => under(auditRequest(windows.map(([since, showed], at) => lookUp({ id: String(at + 1).repeat(32), who: later, knowableSince: on(since), happened: on(showed), systems: ['anpr'] }))), 'Whose accesses')[0]!;
  const elsewhere = '- Sergeant Craig Dunmore, Eastshire Police, post in the days asked not noted (noted of another time: Public protection, since August 2023)';
  expect(asked(['2022-11-01', '2022-11-13'])).toBe(elsewhere);
  expect(asked(['2023-09-01', '2023-09-13'])).toBe('- Sergeant Craig Dunmore, Public protection, since August 2023, Eastshire Police');
  expect(asked(['2023-09-01', '2023-09-13'], ['2022-11-01', '2022-11-13'])).toBe(elsewhere);
  expect(asked(['', ''])).toBe(elsewhere);
});

it('asks each holder under the right law, with the month and its source, only of what was chosen there', () => {
  const draft = subjectAccessRequests([address, car]);
  const headings = draft?.parts.flatMap((part) => (part.part === 'heading' ? [part.words] : []));
  expect(headings).toEqual([
    'To ACRO Criminal Records Office, for the chief officers of the forces', 'To Eastshire Police', 'To Eastshire Police, or the Home Office for the national service', 'To DVLA (Driver and Vehicle Licensing Agency)',
    'To the surgery or hospital; for the Summary Care Record, the privacy officer of the body that looked',
  ]);
  const police = under(draft, 'To Eastshire Police').join('\n');
  expect(police).toContain('Data Protection Act 2018, section 45');
  expect(police).toContain('within one month (sections 45(3) and 54)');
  expect(police).toContain('Occasion 1: Friday 3 May 2024');
  expect(police).not.toContain('Occasion 2');
  expect(under(draft, headings!.at(-1)!).join('\n')).toMatch(/UK GDPR, article 15\..*within one month \(article 12\(3\)\)/);
  expect(under(draft, 'To DVLA (Driver and Vehicle Licensing Agency)').join('\n')).not.toContain('Mara Ellis');
});

it('holds nothing of what she wrote besides what she wrote for it', () => {
  const both = text(auditRequest([address])) + text(subjectAccessRequests([address]));
  expect(both).not.toMatch(/Quince|new address|Sarah/);
  expect(both).toContain('[name, date of birth and proof of identity: to be filled in by your solicitor]');
});

it('leaves for the solicitor what is not known, and drafts nothing where nothing can be asked', () => {
  const bare = text(auditRequest([lookUp({ systems: ['force-records'] })]));
  for (const left of ['[name of the force: ', '[whose accesses: ', '[from when to when: ', '[what happened, in a sentence: ', '[name, former names, date of birth,']) expect(bare).toContain(left);
  expect(text(auditRequest([lookUp({ systems: ['force-records'], knowableSince: on('2024-05-03') })]))).toContain('since Friday 3 May 2024; to [when it showed: to be filled in by your solicitor]');
  for (const draft of [auditRequest, subjectAccessRequests]) for (const systems of [[], ['electoral-roll'], ['from-another-version']]) expect(draft([lookUp({ systems })])).toBeNull();
  expect(auditRequest([lookUp({ systems: ['nhs'] })])).toBeNull();
  expect(auditRequest([lookUp({ who: sarah })])).toBeNull();
});

it('takes a rank that stands in the name once, a name within a word for no rank, and a force’s name as it is written', () => {
  const odd = officer({ rank: 'PC', force: 'Force $& of $1' }, 'Upchurch', '4');
  expect(under(auditRequest([lookUp({ who: odd, systems: ['anpr'] })]), 'Whose accesses')[0]).toBe('- PC Upchurch, Force $& of $1');
  expect(text(subjectAccessRequests([lookUp({ who: odd, systems: ['custody'] })]))).toContain('To Force $& of $1');
});

it('reckons the days from the first on which it could be known to the last on which it can have shown', () => {
  const days = (since: string, showed: string): unknown => { const { fromDay, toDay, isTurned } = lookUpWindow({ knowableSince: on(since), happened: on(showed) }); return [fromDay, toDay, isTurned]; };
  expect(days('2024-05', '2024-05-09~')).toEqual(['2024-05-01', '2024-05-09', false]);
  expect(days('', '2024-05-09')).toEqual(['', '2024-05-09', false]);
  expect(days('../2024-05-03', '2024-05-09/..')).toEqual(['', '', false]);
  expect(days('2024-05-10', '2024-05-09')).toEqual(['2024-05-10', '2024-05-09', true]);
  expect(text(auditRequest([lookUp({ systems: ['anpr'], knowableSince: on('2024-05-10'), happened: on('2024-05-09') })]))).toContain('The days do not fit each other');
});
