import { useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { RedactionReason } from '../../../shared/model/redaction';
import type { SweepHit, SweepReport } from '../../../shared/model/sweep';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { reasonOfFact } from '../redaction/reason-of-fact';
import type { FoundToRedact } from '../redaction/redact-found';
import { SweepHitRow } from './sweep-hit-row';
import { keyOfOwner, type SweepOwner } from './sweep-owner';
import { useNextToDecide } from './use-next-to-decide';

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

/** Why she let findings stand, for as long as the vault is open (a lock ends the window), so that pages made again do not ask her to write it all once more. Offered only: what stands around it may be another. docs/decisions/0113-pages-kept-while-open.md */
const reasonsSaid = new Map<string, string>();

/** What the sweep found in the pages as they would leave: each to be looked at, left out, or let stand with a reason. */
export function SweepFindings({ exportId, of, report, owners, keyOf, released, onReleased, onGoTo, onLeaveOut, leftOut = new Set(), isStale = false, onRedact }: SweepFindingsProps) {
  const words = messages.sweep.found;
  const facts = useAsk('protectedFacts.list', {});
  const [asking, setAsking] = useState<readonly SweepHit[] | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { lists, goOn } = useNextToDecide(asking !== null);
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
    goOn(null);
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
    goOn(null);
  }
  async function takeBack(hit: SweepHit): Promise<void> {
    const result = await ask('exports.takeBackRelease', { exportId, of, hitIds: [hit.id] });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    onReleased(new Map([...released].filter(([id]) => id !== hit.id)));
    // What she took back is not offered again.
    reasonsSaid.delete(keyOf(hit));
    goOn(hit.id);
  }
  const stands = report.hits.filter(({ id }) => released.has(id));
  const listed = report.hits.filter(({ id }) => !released.has(id));
  const drawGroups = (those: readonly SweepHit[], which: 'open' | 'decided') => groupsOf(those, facts.value?.facts ?? []).map(({ key, title, reason: redactedAs, hits }) => {
    const Heading = which === 'open' ? 'h3' : 'h4';
    const waiting = hits.filter((hit) => !isDecided(hit));
    const saidOf = waiting.filter((hit) => reasonsSaid.has(keyOf(hit)));
    const shown = whole.has(`${which} ${key}`) ? hits : hits.slice(0, shownAtOnce);
    return (
      <section key={key} className="sweep-group" aria-label={which === 'open' ? title : words.decidedOf(title)}>
        <div className="sweep-group-head">
          <Heading dir="auto">{title}</Heading>
          {saidOf.length > 1 && !isStale && <Button tone="quiet" onPress={() => void releaseAgain(saidOf)}>{words.standAgainAll(saidOf.length)}</Button>}
          {waiting.length > 1 && !isStale && <Button tone="quiet" onPress={() => setAsking(waiting)}>{words.letAllStand(waiting.length)}</Button>}
        </div>
        <ul>{shown.map((hit) => <SweepHitRow key={hit.id} hit={hit} redactedAs={redactedAs} place={words.place(hit.place, of === 'bag' ? 0 : 1)} owners={owners.filter(({ hitId }) => hitId === hit.id)} reason={released.get(hit.id) ?? null} before={reasonsSaid.get(keyOf(hit)) ?? null} onStandAgain={() => void releaseAgain([hit])} leftOut={leftOut} isStale={isStale} onGoTo={onGoTo} onLeaveOut={onLeaveOut} onRedact={onRedact} onLetStand={() => setAsking([hit])} onTakeBack={() => void takeBack(hit)} />)}</ul>
        {hits.length > shown.length && <Button tone="quiet" onPress={() => setWhole(new Set([...whole, `${which} ${key}`]))}>{words.more(hits.length - shown.length)}</Button>}
      </section>
    );
  });
  return (
    <Notice tone={open > 0 || report.isCut ? 'needs-you' : 'plain'} title={open > 0 ? (of === 'bag' ? words.filesTitle(open) : words.openTitle(open)) : of === 'bag' ? words.filesSettled : words.settledTitle}>
      {open > 0 && <p className="small">{of === 'bag' ? words.filesWords : words.openWords}</p>}
      {report.isCut && <p className="small">{of === 'bag' ? words.filesCut : words.cut}</p>}
      {refusal && <p role="alert" className="small">{refusal}</p>}
      {isStale && leftOut.size > 0 && <p className="small">{words.leftOutWords}</p>}
      {/* What waits for her comes first, of each thing and among the things; what stands is one line below. */}
      <div ref={lists}>
        {drawGroups([...listed.filter((hit) => !isDecided(hit)), ...listed.filter(isDecided)], 'open')}
        {stands.length > 0 && <div data-decided><Folded title={words.decided(stands.length)}>{drawGroups(stands, 'decided')}</Folded></div>}
      </div>
      <AskReason title={words.reasonTitle} reasonLabel={words.reasonLabel} confirmLabel={words.reasonConfirm} isOpen={asking !== null} onClose={() => setAsking(null)} onConfirm={(reason) => release(asking ?? [], reason)}><p>{words.reasonWords}</p></AskReason>
    </Notice>
  );
}
