import { randomBytes } from 'node:crypto';
import { emptyCaseContent, type CaseContent } from '../../../shared/model/case/case-entry';
import type { Outcome } from '../../../shared/model/case/contact';
import type { EvidenceTarget } from '../../../shared/model/case/evidence';
import { citationSign, type Citation, type Paragraph } from '../../../shared/model/case/narrative';
import type { Id } from '../../../shared/model/identity';
import type { ShellServices } from '../shell-services';
import { WrittenContent, type WrittenEntry, type WrittenOutcome } from './case-entry-file';
import { found } from './found';

/** What stands behind the keys of the invented case so far. `given`: things given at a contact. */
export interface Known {
  readonly people: ReadonlyMap<string, Id>;
  readonly things: Map<string, Citation>;
  readonly given: Map<string, Id>;
}

/** Makes the entries of the case in the order in which they are written down, each her record; what one points at stands before it. */
export async function loadCaseEntry(vault: ShellServices['vault'], { key, content, amendments }: WrittenEntry, known: Known): Promise<void> {
  const { id } = await vault.askRecord('case.begin', { content: contentOf(content, known) });
  await vault.askRecord('case.record', { id });
  let standing = content;
  for (const { reason, change } of amendments) {
    standing = WrittenContent.parse({ ...standing, ...change });
    await vault.askRecord('case.amend', { id, content: contentOf(standing, known), reason });
  }
  known.things.set(key, { kind: 'case', entryId: id });
}

function contentOf(written: WrittenContent, known: Known): CaseContent {
  const person = (key: string): Id => found(known.people, key);
  const personOrNot = (key: string | null): Id | null => (key === null ? null : person(key));
  const incidents = (keys: readonly string[]): Id[] => keys.map((key) => idOf(known, key, 'incident'));
  const evidence = (keys: readonly string[]): EvidenceTarget[] => keys.map((key) => thingOf(known, key));
  const entry = (key: string | null): Id | null => (key === null ? null : idOf(known, key, 'case'));
  switch (written.kind) {
    case 'contact': {
      const { body, people, promised, given, outcomes, report, incidents: about, evidence: proof, ...rest } = written;
      return {
        ...emptyCaseContent.contact, ...rest, bodyId: personOrNot(body), people: people.map(([key, part]) => ({ personId: person(key), part })), promised: promised.map((one) => ({ id: newId(), ...one })),
        given: given.map(({ key, thing, ...one }) => ({ id: givenId(known, key), target: thing === null ? null : thingOf(known, thing), ...one })), outcomes: outcomesOf(outcomes), reportId: entry(report), incidentIds: incidents(about), evidence: evidence(proof),
      };
    }
    case 'tie': {
      const { from, to, toldBy, evidence: proof, ...rest } = written;
      return { ...emptyCaseContent.tie, ...rest, fromId: person(from), toId: person(to), toldById: personOrNot(toldBy), evidence: evidence(proof) };
    }
    case 'counter-allegation': {
      const { madeBy, outcomes, incidents: about, evidence: proof, ...rest } = written;
      return { ...emptyCaseContent['counter-allegation'], ...rest, madeById: personOrNot(madeBy), outcomes: outcomesOf(outcomes), incidentIds: incidents(about), evidence: evidence(proof) };
    }
    case 'look-up': {
      const { person: who, through, incidents: about, evidence: proof, ...rest } = written;
      return { ...emptyCaseContent['look-up'], ...rest, personId: personOrNot(who), throughIds: through.map(person), incidentIds: incidents(about), evidence: evidence(proof) };
    }
    case 'disclosure': {
      const { body, contact, items, notExpected, evidence: proof, ...rest } = written;
      return {
        ...emptyCaseContent.disclosure, ...rest, bodyId: personOrNot(body), contactId: entry(contact), evidence: evidence(proof),
        items: items.map(({ text, given }) => ({ id: newId(), text, compared: '', number: '', givenIds: given.map((key) => found(known.given, key)) })), notExpected: notExpected.map(({ given, why }) => ({ givenId: found(known.given, given), why })),
      };
    }
    case 'deadline': {
      const { contact, evidence: proof, ...rest } = written;
      return { ...emptyCaseContent.deadline, ...rest, contactId: entry(contact), evidence: evidence(proof) };
    }
    case 'narrative': {
      const { paragraphs, ...rest } = written;
      return { ...emptyCaseContent.narrative, ...rest, paragraphs: paragraphs.map((one) => paragraphOf(one, known)) };
    }
  }
}

function paragraphOf({ form, text }: { form: Paragraph['form']; text: string }, known: Known): Paragraph {
  const citations = [...text.matchAll(/\{([^}]+)\}/g)].map(([, key]) => found(known.things, key ?? ''));
  return { id: newId(), form, text: text.replaceAll(/\{[^}]+\}/g, citationSign), citations };
}

function outcomesOf(outcomes: readonly WrittenOutcome[]): Outcome[] {
  return outcomes.map((outcome) => ({ id: newId(), ...outcome }));
}

/** The same thing keeps its id through every amendment of its contact. */
function givenId(known: Known, key: string): Id {
  const id = known.given.get(key) ?? newId();
  known.given.set(key, id);
  return id;
}

function thingOf(known: Known, key: string): EvidenceTarget {
  const thing = found(known.things, key);
  if (thing.kind === 'incident' || thing.kind === 'case') throw new Error('the sample case rests on something that is no document and no message');
  return thing;
}

function idOf(known: Known, key: string, kind: 'incident' | 'case'): Id {
  const thing = found(known.things, key);
  if (thing.kind === 'incident' && kind === 'incident') return thing.incidentId;
  if (thing.kind === 'case' && kind === 'case') return thing.entryId;
  throw new Error('the sample case takes one kind of thing for another');
}

function newId(): Id {
  return randomBytes(16).toString('hex');
}
