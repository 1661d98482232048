import type { VaultStore } from '../store/store';
import type { Queries } from './rows';

/** Of each work so many answers are kept: a screen asks for one, and for another when she narrows it. */
const mostKept = 4;

type Answers = Map<string, unknown>;

/** What was worked out of each open vault, by the work. */
const kept = new WeakMap<Queries, { changes: number; of: Map<unknown, Answers> }>();

/** Changed by what the program notes of its own work (`Changed` in store.ts), while she looks at a page: nothing that is kept may rest on these. */
const noted = /\b(document|document_reading|document_page|document_number|page_index|evidence_check)\b/;

/**
 * What takes long to work out from the record, kept in memory until the record changes, and gone with the process when it locks. `work` reads nothing but what it is given, none of it about documents, and nobody
 * changes what it gives. In the middle of a transaction nothing is kept.
 */
export function keptWhileUnchanged<A extends readonly unknown[], T>(work: (from: Queries, ...asked: A) => T): (from: Queries, ...asked: A) => T {
  return (from, ...asked) => {
    const answers = answersTo(work, from);
    const key = JSON.stringify(asked);
    if (answers?.has(key)) return answers.get(key) as T;
    const answer = work(answers === null ? from : withoutNotes(from), ...asked);
    if (answers !== null && answers.size >= mostKept) answers.clear();
    answers?.set(key, answer);
    return answer;
  };
}

/** Lets go what is kept of a vault at once: after an erasure, not with the next question. */
export function forgetKept(from: Queries): void {
  kept.delete(from);
}

function answersTo(work: unknown, from: Queries): Answers | null {
  if (!('changes' in from)) return null;
  const vault = vaultOf.get(from) ?? from;
  const changes = (from as Pick<VaultStore, 'changes'>).changes('record');
  let known = kept.get(vault);
  if (known?.changes !== changes) {
    known = { changes, of: new Map() };
    kept.set(vault, known);
  }
  const answers = known.of.get(work) ?? new Map<string, unknown>();
  known.of.set(work, answers);
  return answers;
}

/** The vault behind each guard. */
const vaultOf = new WeakMap<Queries, Queries>();
const guardOf = new WeakMap<Queries, Queries>();

/** Answers as the vault does, and refuses what may change without a change of the record. */
function withoutNotes(from: Queries): Queries {
  if (vaultOf.has(from)) return from;
  const known = guardOf.get(from);
  if (known !== undefined) return known;
  const vault = from as VaultStore;
  const guard: Pick<VaultStore, 'all' | 'changes'> = {
    all: (sql, parameters) => {
      if (noted.test(sql)) throw new Error('what is kept may not rest on this');
      return vault.all(sql, parameters);
    },
    changes: (of) => vault.changes(of),
  };
  guardOf.set(from, guard);
  vaultOf.set(guard, from);
  return guard;
}
