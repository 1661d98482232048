import type { VaultStore } from '../store/store';
import type { Queries } from './rows';

/** Of each work so many answers are kept: a screen asks for one, and for another when she narrows it. */
const mostKept = 4;

type Answers = Map<string, unknown>;

/** What was worked out of each open vault, by the work. */
const kept = new WeakMap<Queries, { changes: number; of: Map<unknown, Answers> }>();

/**
 * What takes long to work out from the record, kept in memory until anything in the vault changes, and gone with the process when it locks. `work` reads nothing but what it is given, and nobody changes what
 * it gives. In the middle of a transaction nothing is kept.
 */
export function keptWhileUnchanged<A extends readonly unknown[], T>(work: (from: Queries, ...asked: A) => T): (from: Queries, ...asked: A) => T {
  return (from, ...asked) => {
    const answers = answersTo(work, from);
    const key = JSON.stringify(asked);
    if (answers?.has(key)) return answers.get(key) as T;
    const answer = work(from, ...asked);
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
  const changes = (from as Pick<VaultStore, 'changes'>).changes();
  let known = kept.get(from);
  if (known?.changes !== changes) {
    known = { changes, of: new Map() };
    kept.set(from, known);
  }
  const answers = known.of.get(work) ?? new Map<string, unknown>();
  known.of.set(work, answers);
  return answers;
}
