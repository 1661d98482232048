import { Refusal } from '../../../../shared/contract/errors';
import type { ChronologySubject } from '../../../../shared/model/chronology';
import { asFits, type ExhibitInCopy, saysSomething } from '../../../../shared/model/exhibit-said';
import type { ExportChoice } from '../../../../shared/model/export';
import { type ExportPlan, isFurther, type PlannedExhibit, thingOf } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import { goingOn, planBundle } from '../../../../shared/outputs/bundle/plan-bundle';
import { historyHead, verifyHistory } from '../history/history';
import { sealCode } from '../history/seal-code';
import type { RecordContext } from '../record-context';
import { countOf, type Queries } from '../rows';
import { firstMaking } from '../../../../shared/model/output';
import { isExample } from '../vault/vault-facts';
import { holdsThing, issuedMark, keyOfThing, numberOfMark, proposeMarks, type MarkedThing } from './exhibit-marks';
import { saidIn } from './exhibits-said';
import { issuedBundle } from './issued-bundles';
import { keptOut } from './kept-out';
import { notHere } from './not-here';
import { plannedExhibit } from './planned-exhibit';
import { privateChildrenIn } from './private-children';
import { plannedNarrative } from './planned-narrative';
import { plannedTalk } from './planned-talk';
import { selectionMark } from './selection-mark';
import { toldCaseEntry, toldKindOf } from './told-case-entry';
import { toldDocument } from './told-document';
import { toldExcerpt } from './told-excerpt';
import { toldIncident } from './told-incident';
import type { Line, ToldThing } from './told-thing';

function tellerOf(subject: ChronologySubject): ToldThing {
  switch (subject) {
    case 'incident': return toldIncident;
    case 'document': return toldDocument;
    case 'excerpt': return toldExcerpt;
    default: return toldCaseEntry;
  }
}

/**
 * The fact base of every output. Entries in the chronology's order; exhibits in the order in which entries cite them; marks already issued are
 * kept, the others get the next free numbers. What was put aside and no entry cites comes last, in her order. Drafts and erased entries never appear; privileged notes are emptied unless chosen.
 * Refuses `nothing-chosen`, and `tampered` when the history does not verify.
 */
export function planExport(context: RecordContext, choice: ExportChoice): ExportPlan {
  const { store } = context;
  const stayOut = new Set((choice.exhibits ?? []).flatMap((said) => (said.leftOut ? [keyOfThing(said)] : [])));
  const staysOut = (thing: MarkedThing): boolean => stayOut.has(keyOfThing(thing));
  const chosen: Line[] = [
    ...choice.incidentIds.map((id): Line => ({ subject: 'incident', id })),
    ...choice.caseIds.flatMap((id): Line[] => { const subject = toldKindOf(store, id); return subject === null ? [] : [{ subject, id }]; }),
    ...choice.excerptIds.map((id): Line => ({ subject: 'excerpt', id })),
    ...choice.documentIds.map((id): Line => ({ subject: 'document', id })),
  ].filter(({ subject, id }) => tellerOf(subject).mayGo(store, id) && !((subject === 'document' || subject === 'excerpt') && staysOut({ kind: subject, id })));
  const aside = choice.aside.filter((thing) => holdsThing(store, thing) && !staysOut(thing));
  const making = choice.making ?? firstMaking;
  const { wanted } = making;
  const conversationId = wanted.output === 'messages' ? wanted.conversationId : null;
  // Of a whole conversation a schedule can be made for itself.
  if (chosen.length + aside.length === 0 && conversationId === null) throw new Refusal('nothing-chosen');
  // The pages print the seal of a history: only of one that verifies from its first entry on.
  if (verifyHistory(store) !== null) throw new Refusal('tampered');
  const told = inOrder(store, chosen);
  const leftOut = new Set(choice.leaveOutExhibitOf);
  const cited = new Map<string, { target: MarkedThing; citedBy: Id[] }>();
  const evidenceOf = new Map(told.map(({ subject, id }) => [id, tellerOf(subject).evidence(store, id)]));
  const bringsNone = ({ subject, id }: Line): boolean => leftOut.has(id) && subject !== 'document' && subject !== 'excerpt';
  for (const line of told) {
    for (const target of bringsNone(line) ? [] : evidenceOf.get(line.id) ?? []) {
      if (staysOut(target)) continue;
      const known = cited.get(keyOfThing(target)) ?? { target, citedBy: [] };
      known.citedBy.push(line.id);
      cited.set(keyOfThing(target), known);
    }
  }
  // What an entry cites keeps its place among those; the rest comes after, under marks of the same series.
  for (const target of aside) if (!cited.has(keyOfThing(target))) cited.set(keyOfThing(target), { target, citedBy: [] });
  // An entry that brings none of its own exhibits still goes with those that are here for another's sake: 'None' beside it would not be true.
  for (const line of told.filter(bringsNone)) for (const target of evidenceOf.get(line.id) ?? []) cited.get(keyOfThing(target))?.citedBy.push(line.id);
  // A court's bundle is made of the chronology as PDF, and of nothing else; nothing else leaves in several files.
  const isChronologyPdf = wanted.output === 'chronology' && making.format === 'pdf';
  const bundleAsked = isChronologyPdf ? choice.bundle : undefined;
  const issued = bundleAsked?.continues === undefined ? null : issuedBundle(store, bundleAsked.continues.exportId);
  const asked = goingOn(bundleAsked, issued);
  // As each stood in the bundle that is gone on from, unless she says otherwise now.
  const said = new Map([...(issued === null || asked?.continues === undefined ? [] : saidIn(store, asked.continues.exportId)), ...(choice.exhibits ?? [])].flatMap((one) => (one.inCopy === undefined ? [] : [[keyOfThing(one), one.inCopy] as const])));
  const out = keptOut(store, asked, [...cited.values()].map((each) => each.target));
  for (const thing of out) cited.delete(keyOfThing(thing));
  // What is its own exhibit has no line where that stays out.
  const keysOut = new Set(out.map(keyOfThing));
  const lines = told.filter(({ subject, id }) => !keysOut.has(keyOfThing({ kind: subject, id })));
  const marks = proposeMarks(store, [...cited.values()].map((each) => each.target));
  const isHere = (thing: MarkedThing): boolean => cited.has(keyOfThing(thing));
  const markOf = (thing: MarkedThing): string | null => (isHere(thing) ? (marks.get(keyOfThing(thing)) ?? null) : null);
  const numbers = new Map(lines.map(({ id }, index) => [id, index + 1]));
  const numberOf = (id: Id): number | null => numbers.get(id) ?? null;
  const exhibits = [...cited.values()].map(({ target, citedBy }) => asSaid(plannedExhibit(store, target, marks.get(keyOfThing(target)) ?? '', citedBy), said)).sort((a, b) => Number(isFurther(a)) - Number(isFurther(b)) || numberOfMark(a.mark) - numberOfMark(b.mark));
  const bundle = planBundle(asked, exhibits, out, issued);
  // A court's bundle goes to the other side: what is for her solicitor alone is never in it.
  const includePrivileged = choice.includePrivileged && bundle === null;
  const titles = new Map(exhibits.flatMap((exhibit) => (exhibit.inCopy === undefined || exhibit.inCopy.title === '' ? [] : [[keyOfThing(thingOf(exhibit)), exhibit.inCopy.title] as const])));
  const entries = lines.map(({ subject, id }, index) => {
    const entry = tellerOf(subject).plan(store, id, { number: index + 1, exhibitMarks: (evidenceOf.get(id) ?? []).flatMap((target) => markOf(target) ?? []), includePrivileged, markOf, numberOf });
    const away = (evidenceOf.get(id) ?? []).filter((target) => !isHere(target)).map((target) => issuedMark(store, target) ?? '');
    // What is its own exhibit has the same title in its line.
    return { ...entry, title: titles.get(keyOfThing({ kind: subject, id })) ?? entry.title, ...(away.length === 0 ? {} : { marksNotHere: away }) };
  });
  const head = historyHead(store);
  return {
    planId: context.newId(),
    making,
    caseName: choice.caseName,
    preparedUtc: context.now(),
    example: isExample(store),
    includesPrivileged: includePrivileged,
    entries,
    selectionMark: selectionMark(entries),
    exhibits,
    notHere: notHere(store, entries, { evidenceOf: (id) => evidenceOf.get(id) ?? [], isHere, isLeftOut: staysOut, keptOut: out }),
    bundle,
    ...(isChronologyPdf && choice.fileMB !== undefined ? { fileMB: choice.fileMB } : {}),
    privateChildren: privateChildrenIn(store, { entries, exhibits }),
    narrative: wanted.output === 'allegations' && wanted.narrativeId !== null ? plannedNarrative(store, wanted.narrativeId, { markOf, numberOf }) : null,
    talk: conversationId === null ? null : plannedTalk(store, conversationId, making.format),
    erasedCount: countOf(store, `incident WHERE status = 'erased'`) + countOf(store, `case_entry WHERE status = 'erased'`) + countOf(store, `document WHERE status = 'erased'`),
    redaction: null,
    foundRedactions: choice.foundRedactions,
    sealCode: sealCode(store.vaultId, head),
    historySequence: head.sequence,
    historyHash: head.hash,
    historyEntryCount: head.sequence,
  };
}

/** With how it stands in this copy, where anything was said of it that it can take. */
function asSaid(exhibit: PlannedExhibit, said: ReadonlyMap<string, ExhibitInCopy>): PlannedExhibit {
  const hers = said.get(keyOfThing(thingOf(exhibit)));
  const inCopy = hers === undefined ? null : asFits(hers, exhibit.thing.kind === 'document' ? exhibit.thing.document : null);
  return inCopy === null || !saysSomething(inCopy) ? exhibit : { ...exhibit, inCopy };
}

/** The chronology's own order; documents without a date, which have no line there, come last as they were added. */
function inOrder(from: Queries, chosen: readonly Line[]): Line[] {
  const lineKey = ({ subject, id }: Line): string | undefined => from.all<{ sort_key: string }>(`SELECT sort_key FROM chronology_line WHERE subject = ? AND id = ?`, [subject, id])[0]?.sort_key;
  const addedKey = (id: Id): string => `~ ${from.all<{ added_utc: string }>(`SELECT added_utc FROM document WHERE id = ?`, [id])[0]?.added_utc ?? ''}`;
  const sortKey = (line: Line): string => lineKey(line) ?? (line.subject === 'document' ? addedKey(line.id) : '~');
  return chosen.map((line) => ({ line, key: `${sortKey(line)} ${line.subject} ${line.id}` })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}
