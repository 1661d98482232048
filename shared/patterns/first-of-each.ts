import { ascending } from 'd3-array';
import type { DaySpan } from '../model/dated';
import type { KindDates, KindFirst } from '../model/case/patterns';
import { saysWhatWasDone } from './kind-groups';

/** An entry of a kind. `edtf`: its date as it is noted. */
export interface ToldOnce { readonly span: DaySpan; readonly edtf: string; readonly kinds: readonly string[] }

interface Found { readonly kind: string; count: number; first: ToldOnce | null; firstExact: ToldOnce | null; last: ToldOnce | null; lastExact: ToldOnce | null }

/**
 * Kinds in the order of the first day on which each can have been told of; those without any date last. A date as loose as a season or a year is said as it is noted; where an exact one lies in it, which of the two was first is not known, and both are given. `exact`: those known at least to their month, neither about nor uncertain.
 */
export function firstOfEach<T extends ToldOnce>(entries: readonly T[], exact: ReadonlySet<T>): KindFirst[] {
  const found = new Map<string, Found>();
  for (const entry of entries) {
    for (const kind of entry.kinds) {
      if (!saysWhatWasDone(kind)) continue;
      const at = found.get(kind) ?? { kind, count: 0, first: null, firstExact: null, last: null, lastExact: null };
      found.set(kind, at);
      at.count += 1;
      if (entry.span.earliest === '') continue;
      at.first = earlier(at.first, entry);
      at.last = later(at.last, entry);
      if (!exact.has(entry)) continue;
      at.firstExact = earlier(at.firstExact, entry);
      at.lastExact = later(at.lastExact, entry);
    }
  }
  return [...found.values()].sort((a, b) => ascending(a.first?.span.earliest ?? '9', b.first?.span.earliest ?? '9') || b.count - a.count || ascending(a.kind, b.kind)).map(({ kind, count, first, firstExact, last, lastExact }) => ({
    kind, count,
    first: both(first, firstExact !== null && first !== null && firstExact.span.earliest <= first.span.latest ? firstExact : null),
    last: both(last, lastExact !== null && last !== null && lastExact.span.latest >= last.span.earliest ? lastExact : null),
  }));
}

function both(one: ToldOnce | null, exact: ToldOnce | null): KindDates {
  return one === null ? [] : exact === null || exact.edtf === one.edtf ? [one.edtf] : [one.edtf, exact.edtf];
}

/** Of two that can begin on one day the more exact one is said. */
function earlier(known: ToldOnce | null, entry: ToldOnce): ToldOnce {
  if (known === null || entry.span.earliest < known.span.earliest) return entry;
  return entry.span.earliest === known.span.earliest && entry.span.latest < known.span.latest ? entry : known;
}

function later(known: ToldOnce | null, entry: ToldOnce): ToldOnce {
  if (known === null || entry.span.latest > known.span.latest) return entry;
  return entry.span.latest === known.span.latest && entry.span.earliest > known.span.earliest ? entry : known;
}
