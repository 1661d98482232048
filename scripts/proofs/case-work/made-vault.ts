import { createHash } from 'node:crypto';
import { beginCaseEntry, recordCaseEntry } from '../../../electron/vault/record/case/case-entries';
import { keepDocument } from '../../../electron/vault/record/documents/documents';
import { linkEvidence } from '../../../electron/vault/record/incidents/links';
import { addPerson, amendPerson } from '../../../electron/vault/record/people/people-changes';
import { recordContext, type RecordContext } from '../../../electron/vault/record/record-context';
import { migrate } from '../../../electron/vault/record/schema/migrate';
import { createStore, prepareCreate } from '../../../electron/vault/store/open-store';
import { deriveKey } from '../../../electron/workers/derive-key';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import type { Contact, ContactForm, Given, Outcome } from '../../../shared/model/case/contact';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import { citationSign } from '../../../shared/model/case/narrative';
import type { TieKind } from '../../../shared/model/case/tie';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import type { PersonRole } from '../../../shared/model/person';
import { outcomeKinds } from '../../../shared/picklists';
import { fillIncidents } from '../../benches/measuring/fill-record';

export interface CaseSizes { readonly incidents: number; readonly people: number; readonly contacts: number; readonly documents: number; readonly ties: number; readonly others: number }

/** What the views are opened on. */
export interface MadeVault { readonly personId: Id; readonly contactId: Id; readonly disclosureId: Id; readonly counterAllegationId: Id; readonly entries: number }

const together = 250;
const roles: readonly PersonRole[] = ['police', 'police', 'police', 'witness', 'friend', 'professional', 'family', 'organisation'];
const forms: readonly ContactForm[] = ['report', 'call', 'visit', 'letter', 'statement', 'complaint', 'subject-access', 'review', 'court', 'meeting'];
const tieKinds: readonly TieKind[] = ['worked-with', 'supervised', 'friend', 'married', 'trained'];
const hex = (text: string): string => createHash('md5').update(text).digest('hex');
const day = (i: number): string => `20${10 + (i % 13)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
const on = (iso: string): Dated => ({ typed: iso, edtf: iso, timeOfDay: '', timeApproximate: false, basis: null });
/** One of a list, over and over. */
const nth = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** A vault with a case of this size, closed again; through the record's own functions, many saves to one transaction. It opens with `passphrase`, derived quickly. */
export async function makeVault(folder: string, passphrase: string, sizes: CaseSizes, say: (progress: string) => void): Promise<MadeVault> {
  const parameters = await prepareCreate(folder, { quickKdf: true });
  const secretKey = await deriveKey(new TextEncoder().encode(passphrase), parameters);
  const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey }] });
  await migrate(store);
  const context = recordContext(store);
  const few = await fillIncidents(context, sizes.incidents);
  const incidents = Array.from({ length: sizes.incidents }, (_, i) => hex(`incident ${i}`));
  say(`${sizes.incidents} incidents`);
  const people = await fillPeople(context, few, sizes.people);
  const documents = await fillDocuments(context, sizes.documents);
  await inBatches(context, Math.floor(sizes.incidents * 0.6), (inside, i) => { void linkEvidence(inside, nth(incidents, i), { kind: 'document', documentId: nth(documents, i) }); });
  say(`${people.length} people, ${documents.length} documents`);
  // Their papers were read long ago. There are no files behind them, and the program would try each of them all the while that it is timed.
  await store.transact((transaction) => transaction.run(`DELETE FROM document_reading`));
  const made = await fillCase(context, sizes, { people, documents, incidents });
  say(`${made.entries} entries of the case`);
  await store.close();
  return made;
}

/** Runs the record's own functions inside one transaction per batch; each of them does its work before it first waits. */
async function inBatches(context: RecordContext, count: number, each: (inside: RecordContext, index: number) => void): Promise<void> {
  for (let from = 0; from < count; from += together) {
    await context.store.transact((transaction) => {
      const inside: RecordContext = {
        store: Object.assign(Object.create(context.store) as typeof context.store, { transact: (work: (t: typeof transaction) => unknown) => Promise.resolve(work(transaction)) }), now: context.now, newId: context.newId,
      };
      for (let i = from; i < Math.min(count, from + together); i += 1) each(inside, i);
    });
  }
}

async function fillPeople(context: RecordContext, few: readonly Id[], count: number): Promise<Id[]> {
  const ids: Id[] = [];
  await inBatches(context, count, (inside, i) => {
    const id = i < few.length ? nth(few, i) : hex(`person ${i}`);
    if (i >= few.length) void addPerson({ ...inside, newId: () => id }, { name: `${nth(['Sergeant', 'PC', 'DC', 'Ms', 'Mr'], i)} Person ${i}`, role: nth(roles, i) });
    const officer = { force: i % 2 ? 'Northshire Police' : 'Eastshire Police', rank: nth(['PC', 'DC', 'PS'], i), collarNumber: String(1000 + i), unit: `Unit ${i % 12}` };
    void amendPerson(inside, { id, role: i === 0 ? 'accused' : nth(roles, i), officer, aliases: [`Alias ${i}`], handles: [`07700 900${String(i).padStart(3, '0')}`], note: 'Said by two people. '.repeat(4) });
    ids.push(id);
  });
  return ids;
}

async function fillDocuments(context: RecordContext, count: number): Promise<Id[]> {
  const ids: Id[] = [];
  await inBatches(context, count, (inside, i) => {
    const sha256 = createHash('sha256').update(`document ${i}`).digest('hex');
    void inside.store.transact((transaction) => {
      ids.push(keepDocument(inside, transaction, { objectName: sha256.slice(0, 32), key: new Uint8Array(32), sizeBytes: 1000, sha256, duplicateTag: sha256 }, { originalName: `letter ${i}.pdf`, fileModifiedUtc: null, mediaType: 'application/pdf', form: 'pdf', origin: 'added', status: 'kept' }));
    });
  });
  return ids;
}

interface Around { readonly people: readonly Id[]; readonly documents: readonly Id[]; readonly incidents: readonly Id[] }

async function fillCase(context: RecordContext, { contacts, ties, others }: CaseSizes, { people, documents, incidents }: Around): Promise<MadeVault> {
  let entries = 0;
  const keep = (inside: RecordContext, id: Id, content: CaseContent): void => {
    void beginCaseEntry({ ...inside, newId: () => id }, content);
    void recordCaseEntry(inside, id);
    entries += 1;
  };
  const evidence = (i: number, many: number): EvidenceTarget[] => Array.from({ length: many }, (_, at) => ({ kind: 'document' as const, documentId: nth(documents, i * 7 + at) }));
  const contactId = (i: number): Id => hex(`contact ${i}`);
  const givenOf = (i: number): Given[] => (i % 2 === 0 ? [] : [{ id: hex(`given ${i}`), what: `photograph number ${i}`, target: i % 4 === 1 ? { kind: 'document', documentId: nth(documents, i) } : null, manner: 'copy', receipt: `PR/${5000 + i}/22` }]);
  const outcomesOf = (i: number): Outcome[] => (i % 5 === 0 ? [{ id: hex(`outcome ${i}`), list: nth(outcomeKinds, i).list, value: nth(outcomeKinds, i).id, told: on(day(i)), note: '' }] : []);
  await inBatches(context, contacts, (inside, i) => {
    const content: Contact = {
      ...emptyCaseContent.contact, form: nth(forms, i), title: `Contact ${i}`, happened: on(day(i)), bodyId: nth(people, 7), reference: `47/${i}`, said: 'I told them again. '.repeat(10), told: 'They said that somebody would ring. '.repeat(10),
      people: [{ personId: nth(people, i * 3 + 1), part: 'in-charge' }, { personId: nth(people, i * 5 + 2), part: 'supervisor' }], promised: i % 3 === 0 ? [{ id: hex(`promise ${i}`), what: 'A call', by: on(day(i)), kept: 'no' }] : [],
      given: givenOf(i), outcomes: outcomesOf(i), incidentIds: [nth(incidents, i * 11)], evidence: evidence(i, i % 4),
      // Fifty reports of twenty; of each half follow one another.
      reportId: i % 20 === 0 ? null : contactId(i % 2 === 0 ? i - 1 : i - (i % 20)),
    };
    keep(inside, contactId(i), content);
  });
  await inBatches(context, ties, (inside, i) => {
    // A third of them with the accused, the others among a hundred people.
    const [from, to] = [1 + (i % 99), i % 3 === 0 ? 0 : 1 + ((i * 13 + 5) % 99)];
    keep(inside, hex(`tie ${i}`), { ...emptyCaseContent.tie, fromId: nth(people, from), toId: nth(people, to === from ? to + 1 : to), tie: nth(tieKinds, i), words: 'In one team.', began: on(day(i)), known: 'told', source: 'Said so at Christmas.', evidence: evidence(i, 1) });
  });
  await inBatches(context, others, (inside, i) => {
    keep(inside, hex(`claim ${i}`), {
      ...emptyCaseContent['counter-allegation'], title: `Claim ${i}`, happened: { ...on(''), typed: 'that month', edtf: `${day(i).slice(0, 7)}` }, made: on(day(i)), learned: on(day(i)), madeById: nth(people, 0), theirVersion: 'That I rang forty times. '.repeat(8),
      incidentIds: [nth(incidents, i)], evidence: evidence(i, 2),
    });
    keep(inside, hex(`look-up ${i}`), { ...emptyCaseContent['look-up'], title: `Look-up ${i}`, known: 'My new address.', happened: on(day(i)), personId: nth(people, 0), systems: [], incidentIds: [nth(incidents, i)], evidence: evidence(i, 1) });
    keep(inside, hex(`deadline ${i}`), { ...emptyCaseContent.deadline, rule: 'complaint-review', fromDay: `2026-${day(i).slice(5)}`, contactId: contactId(i), settled: i % 3 === 0 ? 'done' : 'no' });
    if (i % 10 !== 0) return;
    const items = Array.from({ length: 100 }, (_, at) => ({ id: hex(`item ${i} ${at}`), text: `${at}. Property PR/${5000 + at * 2 + 1}/22, a photograph`, compared: '', number: '', givenIds: at % 2 === 0 ? [hex(`given ${at * 2 + 1}`)] : [] }));
    keep(inside, hex(`list ${i}`), { ...emptyCaseContent.disclosure, title: `List ${i}`, happened: on('2025-01-01'), bodyId: nth(people, 7), contactId: contactId(i), items, evidence: evidence(i, 1) });
  });
  await inBatches(context, 1, (inside) => {
    const paragraphs = Array.from({ length: 60 }, (_, i) => ({
      id: hex(`paragraph ${i}`), form: 'text' as const, text: `He did it again ${citationSign}, as I told them ${citationSign}. ${'I wrote it down that night. '.repeat(10)}`,
      citations: [{ kind: 'incident' as const, incidentId: nth(incidents, i * 31) }, { kind: 'case' as const, entryId: contactId(i) }],
    }));
    keep(inside, hex('story'), { ...emptyCaseContent.narrative, title: 'What happened', paragraphs });
  });
  return { personId: nth(people, 4), contactId: contactId(Math.min(39, contacts - 1)), disclosureId: hex('list 0'), counterAllegationId: hex('claim 0'), entries };
}

