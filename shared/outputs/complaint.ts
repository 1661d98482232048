import { sayDate } from '../dates';
import { entryName } from '../layouts/entry-name';
import { pages } from '../messages/en-gb/pages';
import { pagesGiven } from '../messages/en-gb/pages-given';
import { pagesOutputs } from '../messages/en-gb/pages-outputs';
import type { CasePageBlock } from '../model/case/case-page';
import type { Contact } from '../model/case/contact';
import type { ExportPlan, PlannedCaseEntry, PlannedEntry } from '../model/export-plan';
import { showHidden } from '../text/show-hidden';
import type { Output, WantedOf } from './output';
import { dayOf, entryBlocks } from './parts/entry-blocks';
import { saysExhibits } from './parts/evidence';
import { exhibitBlocks } from './parts/exhibit-table';
import { footOf, noticesOf, sealBlocks } from './parts/plan-facts';
import { factsBlock, heading, paragraph, says } from './parts/texts';
import { citedWithDays, whichChronology } from './parts/which-chronology';

const words = pagesOutputs.complaint;
type Wanted = WantedOf<'complaint'>;
type ContactEntry = PlannedCaseEntry & { readonly subject: 'contact' };
type IncidentEntry = Extract<PlannedEntry, { subject: 'incident' }>;

/**
 * A complaint about the police, ready to be copied into a form or put into a letter: what it asks for, each report "told, and what happened", and the evidence by its marks. Nothing is sent, and it is planned only once she has read that the form goes on to the force (OutputWanted).
 * Source: policeconduct.gov.uk, "Submit a complaint" ("this complaint is sent directly to the police force or organisation concerned"), and askthe.police.uk ("automatically forwarded to the local force"); that a complaint later than 12 months is asked for its reasons: domain.md. The form itself could not be read here: the fields are those that the pages about it name.
 */
export const complaint: Output<'complaint'> = {
  withExhibits: false,
  isEmpty: ({ entries, exhibits }) => entries.length + exhibits.length === 0,
  paper: (plan, wanted) => ({ title: words.title[wanted.to], intro: '', isLandscape: false, look: 'page', foot: footOf(words.foot, plan), blocks: blocksOf(plan, wanted) }),
  sheets: () => [],
};

function blocksOf(plan: ExportPlan, { to, name, force, about, whyLate, wanted }: Wanted): CasePageBlock[] {
  const contacts = contactsIn(plan.entries).map((contact) => citedWithDays(contact, plan.entries));
  const incidents = plan.entries.filter((entry): entry is IncidentEntry => entry.subject === 'incident');
  return [
    paragraph('notice', words.warning[to]), paragraph('quiet', words.notSent), ...noticesOf(plan), ...(plan.entries.length === 0 ? [] : [paragraph('quiet', whichChronology(plan))]),
    heading(2, words.fields),
    factsBlock([
      [words.to, to === 'psd' ? [words.toWhom.psd, force.trim()].filter((part) => part !== '').join(', ') : words.toWhom.iopc], [words.force, force.trim() || words.noForce], [words.from, name.trim() || words.noName], [words.contact, words.noContact], [words.date, words.noDate],
      [words.officers, officersIn(contacts, incidents).join('\n')], [words.references, referencesIn(contacts).join('\n')],
    ]),
    heading(3, words.about), paragraph('hers', about.trim() || words.noAbout),
    heading(3, words.late), paragraph('hers', whyLate.trim() || words.noLate),
    heading(3, words.wanted), paragraph('hers', wanted.trim() || words.noWanted),
    ...(incidents.length === 0 ? [] : [heading(2, words.incidents), incidentTable(incidents)]),
    heading(2, words.told), ...(contacts.length === 0 ? [paragraph('plain', words.noContacts)] : [paragraph('quiet', words.toldIntro), ...byReport(contacts).flatMap((report) => reportBlocks(report))]),
    ...(plan.exhibits.length === 0 ? [] : [...exhibitBlocks(plan, 'elsewhere'), paragraph('quiet', words.evidenceIntro)]),
    ...sealBlocks(plan),
    paragraph('quiet', words.sources),
  ];
}

const contactsIn = (entries: readonly PlannedEntry[]): ContactEntry[] => entries.filter((entry): entry is ContactEntry => entry.subject === 'contact');

function contentOf({ versions }: ContactEntry): Contact | null {
  const content = versions.at(-1)?.content;
  return content?.kind === 'contact' ? content : null;
}

/** Contacts put together by the report to which they belong, each in order of time as the plan has it; a contact whose report is not among them begins one of its own. */
function byReport(contacts: readonly ContactEntry[]): ContactEntry[][] {
  const reportOf = new Map(contacts.map((contact) => [contact.id, contentOf(contact)?.reportId ?? null]));
  const firstOf = (id: string): string => {
    const seen = new Set([id]);
    let first = id;
    for (let above = reportOf.get(first); above != null && reportOf.has(above) && !seen.has(above); above = reportOf.get(first)) { seen.add(above); first = above; }
    return first;
  };
  const reports = new Map<string, ContactEntry[]>();
  for (const contact of contacts) reports.set(firstOf(contact.id), [...(reports.get(firstOf(contact.id)) ?? []), contact]);
  return [...reports.values()];
}

/** It goes to the force: notes to her solicitor stay out of it, whatever she chose. */
function reportBlocks(contacts: readonly ContactEntry[]): CasePageBlock[] {
  return contacts.flatMap((contact, index) => entryBlocks(contact, false, `${index === 0 && contacts.length > 1 ? words.report(entryName(contact)) : entryName(contact)} · ${dayOf(contact)}`));
}

/** Officers and staff of the police, each once, with as what: first those whom the incidents name, the one who did it among them. Nobody else's name goes there: it goes to the force. */
function officersIn(contacts: readonly ContactEntry[], incidents: readonly IncidentEntry[]): string[] {
  const said = new Map<string, Set<string>>();
  const note = (name: string, as: string): void => void said.set(name, (said.get(name) ?? new Set()).add(as));
  for (const { people } of incidents) for (const person of people) if (person.isOfficer === true) note(person.name, person.role === 'accused' ? pages.personRole.accused : '');
  for (const contact of contacts) {
    for (const { personId, part } of contentOf(contact)?.people ?? []) {
      const person = contact.threads.find(({ kind, id }) => kind === 'person' && id === personId);
      if (person !== undefined && !person.isGone && person.isOfficer === true) note(person.name, pagesGiven.parts[part]);
    }
  }
  return [...said].map(([name, parts]) => { const as = [...parts].filter((part) => part !== '').join(', '); return `${showHidden(name)}${as === '' ? '' : ` (${as})`}`; });
}

/** Each once, with the day on which it first comes up. */
function referencesIn(contacts: readonly ContactEntry[]): string[] {
  const first = new Map<string, string>();
  for (const contact of contacts) {
    const reference = contentOf(contact)?.reference.trim() ?? '';
    if (reference !== '' && !first.has(reference)) first.set(reference, sayDate(contact.happened));
  }
  return [...first].map(([reference, day]) => [reference, day].filter((part) => part !== '').join(', '));
}

function incidentTable(incidents: readonly PlannedEntry[]): CasePageBlock {
  const { table } = pages;
  return {
    block: 'table', table: {
      caption: '', columns: [{ name: table.number, width: 'narrow' }, { name: table.when, width: 'middle' }, { name: table.what, width: 'wide' }, { name: table.evidence, width: 'narrow' }],
      rows: incidents.map((incident) => [says(String(incident.number)), says(dayOf(incident)), says(entryName(incident)), saysExhibits(incident)]),
    },
  };
}
