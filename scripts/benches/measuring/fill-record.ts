import { createHash } from 'node:crypto';
import type { NeutralMessage } from '../../../shared/importers/parts';
import { madeMessage } from '../../../shared/importers/testing/made-parts';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { beginIncident, recordIncident, saveDraft } from '../../../electron/vault/record/incidents/incidents';
import { addPerson } from '../../../electron/vault/record/people/people-changes';
import { abuseKinds } from '../../../shared/picklists';
import type { RecordContext } from '../../../electron/vault/record/record-context';

/** Words by how often people use them: the first are in nearly every line, the last hardly ever. */
const words = 'the to i and you a it he my me said in was that of on not is for at we what with when home phone door money car school mum police crying sorry late work friend photo kitchen radiator warrant solicitor locksmith petunia'.split(' ');

/** A fixed sequence of numbers in [0, 1), so that every run measures the same case. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(next: () => number, count: number): string {
  return Array.from({ length: count }, () => (next() < 0.3 ? `w${Math.floor(next() ** 2 * 40_000)}` : words[Math.floor(next() ** 2.5 * words.length)])).join(' ');
}

const hex = (text: string): string => createHash('md5').update(text).digest('hex');

/** One kind or two of the list. */
const kindsOf = (i: number): string[] => [i, ...(i % 2 === 0 ? [] : [i * 7 + 3])].map((at) => abuseKinds[at % abuseKinds.length]?.id ?? '');

/**
 * Incidents of thirteen years, one in five with a vague date, one in three with somebody in it, recorded by the record's own code, many to a
 * transaction. Returns who is in them.
 */
export async function fillIncidents(context: RecordContext, count: number): Promise<string[]> {
  const next = sequence(7);
  const people = await Promise.all(['Craig', 'Amal', 'Sergeant Hale'].map(async (name) => (await addPerson(context, { name, role: 'witness' })).id));
  const together = 250;
  for (let from = 0; from < count; from += together) {
    await context.store.transact((transaction) => {
      for (let i = from; i < Math.min(count, from + together); i += 1) {
        const id = hex(`incident ${i}`);
        const inside: RecordContext = {
          store: Object.assign(Object.create(context.store) as typeof context.store, { transact: (work: (t: typeof transaction) => unknown) => Promise.resolve(work(transaction)) }),
          now: context.now,
          newId: () => id,
        };
        const month = `20${String(10 + (i % 13)).padStart(2, '0')}-${String(1 + (i % 12)).padStart(2, '0')}`;
        const edtf = i % 10 === 0 ? `${month}~` : i % 10 === 1 ? month.slice(0, 4) : `${month}-${String(1 + (i % 28)).padStart(2, '0')}`;
        const involved = people.filter((_, person) => i % 9 === person).map((personId) => ({ personId, part: 'present' as const }));
        const content = { ...emptyIncidentContent, people: involved, title: sentence(next, 5), account: sentence(next, 90), kinds: kindsOf(i), happened: { ...emptyIncidentContent.happened, typed: edtf, edtf } };
        void beginIncident(inside);
        void saveDraft(inside, id, content);
        void recordIncident(inside, id);
      }
    });
  }
  return people;
}

/** Messages as an importer hands them over. One in fifty is in Chinese, one in fifty in Arabic. */
export function* messageBatches(count: number, batch: number): Generator<NeutralMessage[]> {
  const next = sequence(11);
  const start = Date.UTC(2014, 0, 1);
  for (let from = 0; from < count; from += batch) {
    yield Array.from({ length: Math.min(batch, count - from) }, (_, i): NeutralMessage => {
      const line = from + i + 1;
      const at = new Date(start + line * 600_000).toISOString().slice(0, 19);
      const text = line % 50 === 0 ? `我们支持你 ${line}` : line % 50 === 1 ? `قال لا تخبري أحدا ${line}` : sentence(next, 4 + Math.floor(next() * 16));
      return madeMessage(line, { sender: line % 3 ? 'Craig' : 'Mara', at, text, sourceOffset: line * 80, sourceLength: 80 });
    });
  }
}
