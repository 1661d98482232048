import { spanOf } from '../dates';
import { understandDate } from '../dates/understand-date';
import { sayInstant } from '../layouts/say';
import { requestDrafts as words } from '../messages/en-gb/request-drafts';
import type { ListedLookUp, LookUpPerson } from '../model/case/listed-look-up';
import { holderOf, type LookUpSystem, lookUpSystems } from '../picklists/systems';
import type { Draft, DraftPart, DraftPiece } from './draft';
import { lookUpWindow } from './look-up-window';

/**
 * A request that a force check who looked, drawn from suspected look-ups, as a draft for her solicitor. Of what she wrote it has only what she wrote for it (`searchTerms`, `sayInRequest`): all else may hold where she lives.
 * null where no system was chosen whose accesses a force can be asked to check, nor anybody of the police named.
 */
export function auditRequest(lookUps: readonly ListedLookUp[]): Draft | null {
  const systems = systemsOf(lookUps).filter(({ policeCanAudit }) => policeCanAudit);
  const persons = accessorsOf(lookUps);
  if (systems.length === 0 && persons.length === 0) return null;
  const { audit } = words;
  const forces = forcesOf(persons);
  return {
    title: audit.title, parts: [
      paragraph(words.notSent), paragraph(audit.to(forces.length === 0 ? [words.unnamedForce] : forces)), paragraph(words.identity),
      heading(audit.asked), paragraph(audit.ask), paragraph(audit.keep), paragraph(words.answerTo),
      heading(audit.systems), list(systems.length === 0 ? [audit.noSystems] : systems.map(({ label }) => label)),
      heading(audit.persons), list([...(persons.length === 0 ? [audit.noPersons] : persons.map((person) => sayPerson(person, daysOf(person, lookUps)))), audit.onTheirBehalf]),
      heading(audit.terms), list(orElse(termsOf(lookUps), audit.noTerms)),
      heading(audit.occasions), occasionsOf(lookUps, true),
      heading(audit.basis), paragraph(audit.logs), paragraph(audit.check), paragraph(audit.why),
    ],
  };
}

/** Subject access requests, one for each who holds something, as a draft for her solicitor. null where nobody holds anything that can be asked for. */
export function subjectAccessRequests(lookUps: readonly ListedLookUp[]): Draft | null {
  const { access } = words;
  const forces = forcesOf(accessorsOf(lookUps));
  const force = forces.length === 0 ? words.unnamedForce : forces.join(' and ');
  const holders = new Map<string, LookUpSystem[]>();
  const asked = systemsOf(lookUps).filter((system) => system.asked !== 'open');
  for (const system of asked) {
    const key = `${system.asked} ${holderOf(system, force)}`;
    holders.set(key, [...(holders.get(key) ?? []), system]);
  }
  if (holders.size === 0) return null;
  return {
    title: access.title, parts: [
      paragraph(words.notSent), paragraph(words.identity), paragraph(words.answerTo),
      ...[...holders.values()].flatMap((held): DraftPart[] => {
        const [first] = held;
        if (first === undefined) return [];
        const concerned = lookUps.filter(({ systems }) => held.some(({ id }) => systems.includes(id)));
        return [
          heading(access.heading(holderOf(first, force))), paragraph(access.asked), paragraph(access.where), list(held.map(({ label }) => label)),
          paragraph(access.between), occasionsOf(lookUps, false, concerned), paragraph(access.terms), list(orElse(termsOf(concerned), words.audit.noTerms)), paragraph(first.asked === 'police' ? access.police : access.general),
        ];
      }),
    ],
  };
}

const heading = (said: string): DraftPart => ({ part: 'heading', words: said });
const paragraph = (said: string): DraftPart => ({ part: 'paragraph', text: [said] });
const list = (items: readonly string[]): DraftPart => ({ part: 'list', items: items.map((item) => [item]) });
const orElse = (items: readonly string[], instead: string): readonly string[] => (items.length === 0 ? [instead] : items);

/** Every system once, in the order of the pick-list; one of another version cannot be asked for by this one. */
function systemsOf(lookUps: readonly ListedLookUp[]): LookUpSystem[] {
  const chosen = new Set(lookUps.flatMap(({ systems }) => systems));
  return lookUpSystems.filter(({ id }) => chosen.has(id));
}

/** Who knew and who could have looked, of those who are police, each once. */
function accessorsOf(lookUps: readonly ListedLookUp[]): LookUpPerson[] {
  const all = lookUps.flatMap(({ who, through }) => [...(who === null ? [] : [who]), ...through]).filter(isPolice);
  return [...new Map(all.map((person) => [person.personId, person])).values()];
}

function isPolice({ name, role, officer }: LookUpPerson): boolean {
  return name !== '' && (role === 'police' || officer.force !== '' || officer.collarNumber !== '' || officer.rank !== '');
}

function forcesOf(persons: readonly LookUpPerson[]): string[] {
  return [...new Set(persons.map(({ officer }) => officer.force.trim()).filter((force) => force !== ''))];
}

/** "PC Holt, collar number 4471, Custody, Eastshire Police". A post that says since when it is held is named only where it was held in all of the days asked; else that it is of another time. */
function sayPerson({ name, officer }: LookUpPerson, days: readonly string[]): string {
  const [rank, unit] = [postOn(officer.rank, days), postOn(officer.unit, days)];
  const withRank = rank.said === '' || ` ${name} `.toLocaleLowerCase('en-GB').includes(` ${rank.said} `.toLocaleLowerCase('en-GB')) ? name : `${rank.said} ${name}`;
  const other = [rank.ofAnotherTime, unit.ofAnotherTime].filter((post) => post !== '');
  return [withRank, officer.collarNumber && words.collarNumber(officer.collarNumber), unit.said, officer.force, other.length === 0 ? '' : words.postOfAnotherTime(other)].filter((part) => part !== '').join(', ');
}

/** The first days asked for of the look-ups that somebody has to do with; '' of one that has none. */
function daysOf({ personId }: LookUpPerson, lookUps: readonly ListedLookUp[]): string[] {
  return lookUps.filter(({ who, through }) => who?.personId === personId || through.some((one) => one.personId === personId)).map((lookUp) => {
    const { fromDay, toDay } = lookUpWindow(lookUp);
    return fromDay || toDay;
  });
}

/** "Public protection, since August 2023": what is said of the days asked. A post without such words is said as it is noted, as is one whose date is not understood. */
function postOn(post: string, days: readonly string[]): { said: string; ofAnotherTime: string } {
  const since = sincePattern.exec(post)?.[1] ?? '';
  const read = since === '' ? null : understandDate(since, farDay);
  if (read?.kind !== 'understood') return { said: post, ofAnotherTime: '' };
  const { latest } = spanOf(read.edtf);
  // Somewhere within that month it began: what was asked of its days is before it as far as anybody knows.
  return latest !== '' && days.every((day) => day !== '' && day > latest) ? { said: post, ofAnotherTime: '' } : { said: '', ofAnotherTime: post };
}

const sincePattern = /\b(?:since|from)\s+([^,;()]{3,40})\)?\s*$/i;
/** Dates without a year are of no use here: none can be read against this day. */
const farDay = '0001-01-01';

function termsOf(lookUps: readonly ListedLookUp[]): string[] {
  return [...new Set(lookUps.flatMap(({ searchTerms }) => searchTerms.split('\n').map((line) => line.trim()).filter((line) => line !== '')))];
}

/** The periods, by the number that each look-up has among `lookUps`. `whole`: with what may be said of each, and what bears it out. */
function occasionsOf(lookUps: readonly ListedLookUp[], whole: boolean, shown: readonly ListedLookUp[] = lookUps): DraftPart {
  return {
    part: 'list', items: lookUps.flatMap((lookUp, index): DraftPiece[][] => {
      if (!shown.includes(lookUp)) return [];
      const { fromDay, toDay, isTurned } = lookUpWindow(lookUp);
      const period = `${words.period(fromDay, toDay)}.${isTurned ? ` ${words.turned}` : ''}`;
      const more = whole ? [lookUp.sayInRequest.trim() || words.sayNothing, lookUp.firstRecordedUtc === null ? '' : words.recorded(sayInstant(lookUp.firstRecordedUtc)), words.exhibits(lookUp.marks, lookUp.unmarkedCount)] : [];
      return [[{ occasion: index + 1 }, `: ${[period, ...more].filter((part) => part !== '').join(' ')}`]];
    }),
  };
}
