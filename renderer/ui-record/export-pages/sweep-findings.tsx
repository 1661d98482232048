import { EyeOff, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { BuiltExport } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { RedactionReason } from '../../../shared/model/redaction';
import type { SweepHit, SweepReport } from '../../../shared/model/sweep';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { reasonOfFact } from '../redaction/reason-of-fact';
import type { FoundToRedact } from '../redaction/redact-found';

/** What to leave out for a hit to be gone; `exhibit`: as which others may cite it; `at`: where it can be blacked out. */
export type SweepOwner = BuiltExport['sweepOwners'][number];

export interface SweepFindingsProps {
  exportId: Id;
  /** The pages, or the files that go into an evidence bag with them. */
  of: 'pages' | 'bag';
  report: SweepReport;
  owners: readonly SweepOwner[];
  /** The same text for the same finding in pages made before. */
  keyOf: (hit: SweepHit) => string;
  /** Hits she let stand, with her reasons. */
  released: ReadonlyMap<string, string>;
  onReleased: (released: ReadonlyMap<string, string>) => void;
  /** null: what was found is not in the pages that are shown. */
  onGoTo: ((page: number) => void) | null;
  /** null: nothing can be left out of these pages. */
  onLeaveOut: ((owner: SweepOwner) => void) | null;
  /** What she left out since these were made, by `keyOfOwner`: it is gone once they are made again. */
  leftOut?: ReadonlySet<string>;
  /** These pages are not the ones that leave: nothing in them is let stand any more. */
  isStale?: boolean;
  /** Takes what was found out of copies, where it stands; null: nothing can be redacted here. */
  onRedact: ((found: FoundToRedact) => void) | null;
}

const shownAtOnce = 8;

/** What is left out for a hit to be gone, whichever hit it was found by. */
export const keyOfOwner = ({ ids, exhibit }: SweepOwner): string => JSON.stringify([ids, exhibit]);

interface Group { readonly key: string; readonly title: string; /** Why what was found may be taken out; null: it is no words of hers. */ readonly reason: RedactionReason | null; readonly hits: readonly SweepHit[] }

function groupsOf(hits: readonly SweepHit[], facts: readonly ProtectedFact[]): Group[] {
  const groups = new Map<string, { title: string; reason: RedactionReason | null; hits: SweepHit[] }>();
  for (const hit of hits) {
    const key = hit.factId ?? hit.what;
    const fact = facts.find(({ id }) => id === hit.factId);
    const title = hit.what !== 'fact' ? messages.sweep.found.what[hit.what] : fact === undefined ? messages.sweep.found.unknownFact : `${messages.sweep.facts.kinds[fact.kind]}: ${fact.text}`;
    const known = groups.get(key);
    if (known) known.hits.push(hit);
    else groups.set(key, { title, reason: hit.what === 'fact' ? reasonOfFact[fact?.kind ?? 'other'] : null, hits: [hit] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** Shorter ones are not cut out of anything. */
const longExcerpt = 30;

/** Words around a find are cut after so many letters: never shown from or up to the middle of a word. */
const beginningOf = (before: string): string => (before.length < longExcerpt ? before : `… ${before.replace(/^\S{1,15}\s/, '')}`);
const endOf = (after: string): string => (after.length < longExcerpt ? after : `${after.replace(/\s\S{1,15}$/, '')} …`);

/** Why she let findings stand, for as long as the vault is open (a lock ends the window), so that pages made again do not ask her to write it all once more. Offered only: what stands around it may be another. docs/decisions/0113-pages-kept-while-open.md */
const reasonsSaid = new Map<string, string>();

/** What the sweep found in the pages as they would leave: each to be looked at, left out, or let stand with a reason. */
export function SweepFindings({ exportId, of, report, owners, keyOf, released, onReleased, onGoTo, onLeaveOut, leftOut = new Set(), isStale = false, onRedact }: SweepFindingsProps) {
  const words = messages.sweep.found;
  const facts = useAsk('protectedFacts.list', {});
  const [asking, setAsking] = useState<readonly SweepHit[] | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string | null>(null);
  const isGone = (id: string): boolean => {
    const of = owners.filter(({ hitId }) => hitId === id);
    return of.length > 0 && of.every((owner) => leftOut.has(keyOfOwner(owner)));
  };
  const isDecided = ({ id }: SweepHit): boolean => released.has(id) || isGone(id);
  const open = report.hits.filter((hit) => !isDecided(hit)).length;
  if (report.hits.length === 0 && !report.isCut) return <p className="small quiet">{of === 'bag' ? words.filesClean(report.factCount) : report.factCount === 0 ? words.cleanWithout : words.clean(report.factCount)}</p>;

  async function release(hits: readonly SweepHit[], reason: string): Promise<string | null> {
    const result = await ask('exports.release', { exportId, of, hitIds: hits.map(({ id }) => id), reason });
    if (!result.ok) return messages.errors.say(result.error);
    onReleased(new Map([...released, ...hits.map(({ id }) => [id, reason] as const)]));
    for (const hit of hits) reasonsSaid.set(keyOf(hit), reason);
    return null;
  }
  /** Each for the reason that she gave for it before. */
  async function releaseAgain(hits: readonly SweepHit[]): Promise<void> {
    const next = new Map(released);
    for (const reason of new Set(hits.flatMap((hit) => reasonsSaid.get(keyOf(hit)) ?? []))) {
      const those = hits.filter((hit) => reasonsSaid.get(keyOf(hit)) === reason);
      const result = await ask('exports.release', { exportId, of, hitIds: those.map(({ id }) => id), reason });
      setRefusal(result.ok ? null : messages.errors.say(result.error));
      if (!result.ok) break;
      for (const { id } of those) next.set(id, reason);
    }
    onReleased(next);
  }
  async function takeBack(hit: SweepHit): Promise<void> {
    const result = await ask('exports.takeBackRelease', { exportId, of, hitIds: [hit.id] });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    onReleased(new Map([...released].filter(([id]) => id !== hit.id)));
    // What she took back is not offered again.
    reasonsSaid.delete(keyOf(hit));
  }
  return (
    <Notice tone={open > 0 || report.isCut ? 'needs-you' : 'plain'} title={open > 0 ? (of === 'bag' ? words.filesTitle(open) : words.openTitle(open)) : of === 'bag' ? words.filesSettled : words.settledTitle}>
      {open > 0 && <p className="small">{of === 'bag' ? words.filesWords : words.openWords}</p>}
      {report.isCut && <p className="small">{of === 'bag' ? words.filesCut : words.cut}</p>}
      {refusal && <p role="alert" className="small">{refusal}</p>}
      {isStale && leftOut.size > 0 && <p className="small">{words.leftOutWords}</p>}
      {/* What waits for her comes first, of each thing and among the things. */}
      {groupsOf([...report.hits.filter((hit) => !isDecided(hit)), ...report.hits.filter(isDecided)], facts.value?.facts ?? []).map(({ key, title, reason: redactedAs, hits }) => {
        const waiting = hits.filter((hit) => !isDecided(hit));
        const saidOf = waiting.filter((hit) => reasonsSaid.has(keyOf(hit)));
        const shown = whole.has(key) ? hits : hits.slice(0, shownAtOnce);
        return (
          <section key={key} className="sweep-group" aria-label={title}>
            <div className="sweep-group-head">
              <h3 dir="auto">{title}</h3>
              {saidOf.length > 1 && !isStale && <Button tone="quiet" onPress={() => void releaseAgain(saidOf)}>{words.standAgainAll(saidOf.length)}</Button>}
              {waiting.length > 1 && !isStale && <Button tone="quiet" onPress={() => setAsking(waiting)}>{words.letAllStand(waiting.length)}</Button>}
            </div>
            <ul>{shown.map((hit) => <HitRow key={hit.id} hit={hit} redactedAs={redactedAs} place={words.place(hit.place, of === 'bag' ? 0 : 1)} owners={owners.filter(({ hitId }) => hitId === hit.id)} reason={released.get(hit.id) ?? null} before={reasonsSaid.get(keyOf(hit)) ?? null} onStandAgain={() => void releaseAgain([hit])} leftOut={leftOut} isStale={isStale} onGoTo={onGoTo} onLeaveOut={onLeaveOut} onRedact={onRedact} onLetStand={() => setAsking([hit])} onTakeBack={() => void takeBack(hit)} />)}</ul>
            {hits.length > shown.length && <Button tone="quiet" onPress={() => setWhole(new Set([...whole, key]))}>{words.more(hits.length - shown.length)}</Button>}
          </section>
        );
      })}
      <AskReason title={words.reasonTitle} reasonLabel={words.reasonLabel} confirmLabel={words.reasonConfirm} isOpen={asking !== null} onClose={() => setAsking(null)} onConfirm={(reason) => release(asking ?? [], reason)}><p>{words.reasonWords}</p></AskReason>
    </Notice>
  );
}

interface HitRowProps { hit: SweepHit; redactedAs: RedactionReason | null; /** In words. */ place: string; owners: readonly SweepOwner[]; reason: string | null; /** Why she let the same stand in pages made before; null: she did not. */ before: string | null; onStandAgain: () => void; leftOut: ReadonlySet<string>; isStale: boolean; onGoTo: ((page: number) => void) | null; onLeaveOut: ((owner: SweepOwner) => void) | null; onRedact: ((found: FoundToRedact) => void) | null; onLetStand: () => void; onTakeBack: () => void }

function HitRow({ hit, redactedAs, place, owners, reason, before, onStandAgain, leftOut, isStale, onGoTo, onLeaveOut, onRedact, onLetStand, onTakeBack }: HitRowProps) {
  const words = messages.sweep.found;
  const { page, file } = hit.place;
  const said = [hit.sureness === null ? '' : words.sureness[hit.sureness], words.times(hit.count)].filter((part) => part !== '').join(' · ');
  return (
    <li className="sweep-hit" data-stands={reason !== null || undefined}>
      <p><strong>{place}</strong>{said !== '' && <span className="quiet"> · {said}</span>}</p>
      {hit.shown.found !== '' && <p className="sweep-shown" dir="auto">{beginningOf(hit.shown.before)}<mark>{hit.shown.found}</mark>{endOf(hit.shown.after)}</p>}
      {reason === null && before !== null && <p className="small" dir="auto">{words.stoodBefore(before)}</p>}
      <div className="sweep-actions">
        {onGoTo !== null && page !== null && file.length === 1 && <Button tone="quiet" icon={MapPin} aria-label={words.showNamed(page, place)} onPress={() => onGoTo(page)}>{words.show(page)}</Button>}
        {reason === null ? <>
          {before !== null && !isStale && <Button tone="quiet" aria-label={words.standAgainNamed(place)} onPress={onStandAgain}>{words.standAgain}</Button>}
          {onRedact !== null && redactedAs !== null && <Button tone="quiet" icon={EyeOff} aria-label={words.redactNamed(place)} onPress={() => onRedact({ words: hit.shown.found, reason: redactedAs, at: owners.find(({ at }) => at !== null)?.at ?? null })}>{words.redact}</Button>}
          {onLeaveOut !== null && owners.map((owner) => (leftOut.has(keyOfOwner(owner))
            ? <span key={keyOfOwner(owner)} role="status">{words.leftOut(owner.name)}</span>
            : <Button key={keyOfOwner(owner)} tone="quiet" onPress={() => onLeaveOut(owner)}>{words.leaveOut(owner.name)}</Button>))}
          {!isStale && <Button tone="quiet" aria-label={words.letStandNamed(place)} onPress={onLetStand}>{words.letStand}</Button>}
        </> : <>
          <span dir="auto">{words.stands(reason)}</span>
          <Button tone="quiet" aria-label={words.takeBackNamed(place)} onPress={onTakeBack}>{words.takeBack}</Button>
        </>}
      </div>
    </li>
  );
}
