import { useCallback, useMemo } from 'react';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { UndatedDocument } from '../../../shared/model/document';
import type { ExportChoice } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import type { AsideThing } from '../../../shared/model/search';
import { type BundleAsked, bundleChoice, filesChoice, nothingAsked } from './bundle/bundle-asked';
import { canGo, type Choice, exportChoice, wholeChoice } from './choice';
import { firstWishes, formatOf, makingOf, mustAgree, outputOf, type Wishes } from './outputs/wishes';
import type { LetsOut } from './pages-made';
import { useKeptWhileOpen } from './use-kept-while-open';

/** What she has said of what goes, what is made of it, and how it is asked for. */
export interface WhatGoes {
  /** Rows that can go. */
  readonly going: readonly ChronologyRow[];
  /** How many of them do. */
  readonly chosenCount: number;
  /** Documents without a date that are offered: one that was put aside has its line there. */
  readonly undated: readonly UndatedDocument[];
  readonly choice: Choice;
  readonly setChoice: (choice: Choice) => void;
  /** What was put aside and taken off that list here: drawn until she leaves, and out of what goes. */
  readonly off: ReadonlySet<Id>;
  readonly setOff: (off: ReadonlySet<Id>) => void;
  readonly wishes: Wishes;
  readonly setWishes: (wishes: Wishes) => void;
  readonly bundle: BundleAsked;
  readonly setBundle: (bundle: BundleAsked) => void;
  /** A court's bundle is made of the chronology as PDF; an evidence bag is made around that, never around a bundle. */
  readonly canBeForCourt: boolean;
  readonly isForCourt: boolean;
  /** As the record is asked for it now. */
  readonly wanted: () => ExportChoice;
  /** The same text as long as pages made before are those that would be made now. */
  readonly keyOf: (wanted: ExportChoice) => string;
  /** What stands on the list of facts, or on the redaction list, changed: pages were made under what stood there before. */
  readonly noteFacts: () => void;
  readonly noteList: () => void;
  /** Takes back what lets something out: it is to be said again. */
  readonly sayAgain: () => void;
}

/** With nothing said of what lets something out: her notes to her solicitor, words that somebody covered. */
const unsaid = (choice: Choice): Choice => ({ ...choice, includePrivileged: false, foundRedactions: [] });

/** Nor that she has read what becomes of a complaint. */
const unread = (wishes: Wishes): Wishes => ({ ...wishes, hasRead: null });

/**
 * All that decides what pages hold, kept together: what is on the screen and what is asked for must not differ. `made`: what let something out of the pages that stand beside it as she comes back; null: there are none. It is there again only
 * with pages that were made so, before her eyes; else it is said each time.
 */
export function useWhatGoes(rows: readonly ChronologyRow[], things: readonly AsideThing[], undated: readonly UndatedDocument[], made: LetsOut | null): WhatGoes {
  // An entry that she left out must not be in again because she looked something up.
  const [off, setOff] = useKeptWhileOpen<ReadonlySet<Id>>('off', new Set());
  const [choice, setChoice] = useKeptWhileOpen<Choice>('choice', wholeChoice, (before) => (isMadeWith(before, made) ? before : unsaid(before)));
  const [wishes, setWishes] = useKeptWhileOpen('wishes', firstWishes, (before) => (made === null ? unread(before) : before));
  const [bundle, setBundle] = useKeptWhileOpen('bundle', nothingAsked);
  const [factsTurn, setFactsTurn] = useKeptWhileOpen('facts turn', 0);
  const [listTurn, setListTurn] = useKeptWhileOpen('list turn', 0);
  const sayAgain = useCallback((): void => { setChoice(unsaid); setWishes(unread); }, [setChoice, setWishes]);
  const going = useMemo(() => rows.filter(canGo), [rows]);
  const offered = useMemo(() => { const aside = new Set(things.filter(({ id }) => !off.has(id)).map(({ id }) => id)); return undated.filter(({ id }) => !aside.has(id)); }, [undated, things, off]);
  const canBeForCourt = wishes.what !== 'bag' && outputOf(wishes) === 'chronology' && formatOf(wishes) === 'pdf';
  const isForCourt = canBeForCourt && bundle.profile !== 'solicitor';
  return {
    going, undated: offered, chosenCount: going.filter((row) => !choice.takenOut.has(row.id)).length, choice, setChoice, off, setOff, wishes, setWishes, bundle, setBundle, canBeForCourt, isForCourt,
    wanted: () => ({ ...exportChoice(choice, going, things.filter(({ id }) => !off.has(id)), offered), making: makingOf(wishes), ...(canBeForCourt ? filesChoice(bundle) : {}), ...(isForCourt ? bundleChoice(bundle) : {}) }),
    // Nothing stands for a complaint before she has read what becomes of it.
    keyOf: (wanted) => JSON.stringify([wanted, factsTurn, listTurn, mustAgree(wishes)]),
    noteFacts: () => setFactsTurn((turn) => turn + 1),
    noteList: () => setListTurn((turn) => turn + 1),
    sayAgain,
  };
}

function isMadeWith({ includePrivileged, foundRedactions }: LetsOut, made: LetsOut | null): boolean {
  return made !== null && made.includePrivileged === includePrivileged && JSON.stringify(made.foundRedactions) === JSON.stringify(foundRedactions);
}
