import { MapPin } from 'lucide-react';
import { useState } from 'react';
import type { BuiltExport } from '../../../shared/model/export';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { SweepHit } from '../../../shared/model/sweep';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useAsk } from '../../app/use-ask';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export type SweepOwner = BuiltExport['sweepOwners'][number];

export interface SweepFindingsProps {
  built: BuiltExport;
  /** Hits she let stand, with her reasons. */
  released: ReadonlyMap<string, string>;
  onReleased: (released: ReadonlyMap<string, string>) => void;
  onGoTo: (page: number) => void;
  /** null: nothing can be left out of these pages. */
  onLeaveOut: ((owner: SweepOwner) => void) | null;
}

const shownAtOnce = 8;

interface Group { readonly key: string; readonly title: string; readonly hits: readonly SweepHit[] }

function groupsOf(hits: readonly SweepHit[], facts: readonly ProtectedFact[]): Group[] {
  const groups = new Map<string, { title: string; hits: SweepHit[] }>();
  for (const hit of hits) {
    const key = hit.factId ?? hit.what;
    const fact = facts.find(({ id }) => id === hit.factId);
    const title = hit.what !== 'fact' ? messages.sweep.found.what[hit.what] : fact === undefined ? messages.sweep.found.unknownFact : `${messages.sweep.facts.kinds[fact.kind]}: ${fact.text}`;
    const known = groups.get(key);
    if (known) known.hits.push(hit);
    else groups.set(key, { title, hits: [hit] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** What the sweep found in the pages as they would leave: each to be looked at, left out, or let stand with a reason. */
export function SweepFindings({ built, released, onReleased, onGoTo, onLeaveOut }: SweepFindingsProps) {
  const words = messages.sweep.found;
  const facts = useAsk('protectedFacts.list', {});
  const [asking, setAsking] = useState<readonly SweepHit[] | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { sweep: report, sweepOwners, exportId } = built;
  const open = report.hits.filter(({ id }) => !released.has(id)).length;
  if (report.hits.length === 0) return <p className="small quiet">{report.factCount === 0 ? words.cleanWithout : words.clean(report.factCount)}</p>;

  async function release(hits: readonly SweepHit[], reason: string): Promise<string | null> {
    const result = await ask('exports.release', { exportId, hitIds: hits.map(({ id }) => id), reason });
    if (!result.ok) return messages.errors.say(result.error);
    onReleased(new Map([...released, ...hits.map(({ id }) => [id, reason] as const)]));
    return null;
  }
  async function takeBack(hit: SweepHit): Promise<void> {
    const result = await ask('exports.takeBackRelease', { exportId, hitIds: [hit.id] });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) onReleased(new Map([...released].filter(([id]) => id !== hit.id)));
  }
  return (
    <Notice tone={open > 0 || report.isCut ? 'needs-you' : 'plain'} title={open > 0 ? words.openTitle(open) : words.settledTitle}>
      {open > 0 && <p className="small">{words.openWords}</p>}
      {report.isCut && <p className="small">{words.cut}</p>}
      {refusal && <p role="alert" className="small">{refusal}</p>}
      {groupsOf(report.hits, facts.value?.facts ?? []).map(({ key, title, hits }) => {
        const waiting = hits.filter(({ id }) => !released.has(id));
        const shown = whole.has(key) ? hits : hits.slice(0, shownAtOnce);
        return (
          <section key={key} className="sweep-group" aria-label={title}>
            <div className="sweep-group-head">
              <h3 dir="auto">{title}</h3>
              {waiting.length > 1 && <Button tone="quiet" onPress={() => setAsking(waiting)}>{words.letAllStand(waiting.length)}</Button>}
            </div>
            <ul>{shown.map((hit) => <HitRow key={hit.id} hit={hit} owners={sweepOwners.filter(({ hitId }) => hitId === hit.id)} reason={released.get(hit.id) ?? null} onGoTo={onGoTo} onLeaveOut={onLeaveOut} onLetStand={() => setAsking([hit])} onTakeBack={() => void takeBack(hit)} />)}</ul>
            {hits.length > shown.length && <Button tone="quiet" onPress={() => setWhole(new Set([...whole, key]))}>{words.more(hits.length - shown.length)}</Button>}
          </section>
        );
      })}
      <AskReason title={words.reasonTitle} reasonLabel={words.reasonLabel} confirmLabel={words.reasonConfirm} isOpen={asking !== null} onClose={() => setAsking(null)} onConfirm={(reason) => release(asking ?? [], reason)}><p>{words.reasonWords}</p></AskReason>
    </Notice>
  );
}

interface HitRowProps { hit: SweepHit; owners: readonly SweepOwner[]; reason: string | null; onGoTo: (page: number) => void; onLeaveOut: ((owner: SweepOwner) => void) | null; onLetStand: () => void; onTakeBack: () => void }

function HitRow({ hit, owners, reason, onGoTo, onLeaveOut, onLetStand, onTakeBack }: HitRowProps) {
  const words = messages.sweep.found;
  const place = words.place(hit.place);
  const { page, file } = hit.place;
  const said = [hit.sureness === null ? '' : words.sureness[hit.sureness], words.times(hit.count)].filter((part) => part !== '').join(' · ');
  return (
    <li className="sweep-hit" data-stands={reason !== null || undefined}>
      <p><strong>{place}</strong>{said !== '' && <span className="quiet"> · {said}</span>}</p>
      {hit.shown.found !== '' && <p className="sweep-shown" dir="auto">{hit.shown.before}<mark>{hit.shown.found}</mark>{hit.shown.after}</p>}
      <div className="sweep-actions">
        {page !== null && file.length === 1 && <Button tone="quiet" icon={MapPin} aria-label={words.showNamed(page, place)} onPress={() => onGoTo(page)}>{words.show(page)}</Button>}
        {reason === null ? <>
          {onLeaveOut !== null && owners.map((owner) => <Button key={owner.ids.join(' ')} tone="quiet" onPress={() => onLeaveOut(owner)}>{words.leaveOut(owner.name)}</Button>)}
          <Button tone="quiet" aria-label={words.letStandNamed(place)} onPress={onLetStand}>{words.letStand}</Button>
        </> : <>
          <span dir="auto">{words.stands(reason)}</span>
          <Button tone="quiet" aria-label={words.takeBackNamed(place)} onPress={onTakeBack}>{words.takeBack}</Button>
        </>}
      </div>
    </li>
  );
}
