import { EyeOff, MapPin } from 'lucide-react';
import type { RedactionReason } from '../../../shared/model/redaction';
import type { SweepHit } from '../../../shared/model/sweep';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import type { FoundToRedact } from '../redaction/redact-found';
import { keyOfOwner, type SweepOwner } from './sweep-owner';

/** Shorter ones are not cut out of anything. */
const longExcerpt = 30;

/** Words around a find are cut after so many letters: never shown from or up to the middle of a word. */
const beginningOf = (before: string): string => (before.length < longExcerpt ? before : `… ${before.replace(/^\S{1,15}\s/, '')}`);
const endOf = (after: string): string => (after.length < longExcerpt ? after : `${after.replace(/\s\S{1,15}$/, '')} …`);

interface SweepHitRowProps { hit: SweepHit; redactedAs: RedactionReason | null; /** In words. */ place: string; owners: readonly SweepOwner[]; reason: string | null; /** Why she let the same stand in pages made before; null: she did not. */ before: string | null; onStandAgain: () => void; leftOut: ReadonlySet<string>; isStale: boolean; onGoTo: ((page: number) => void) | null; onLeaveOut: ((owner: SweepOwner) => void) | null; onRedact: ((found: FoundToRedact) => void) | null; onLetStand: () => void; onTakeBack: () => void }

/** One finding: where it stands, the words around it, and what can be done with it or was. */
export function SweepHitRow({ hit, redactedAs, place, owners, reason, before, onStandAgain, leftOut, isStale, onGoTo, onLeaveOut, onRedact, onLetStand, onTakeBack }: SweepHitRowProps) {
  const words = messages.sweep.found;
  const { page, file } = hit.place;
  const said = [hit.sureness === null ? '' : words.sureness[hit.sureness], words.times(hit.count)].filter((part) => part !== '').join(' · ');
  return (
    <li className="sweep-hit" data-hit={hit.id}>
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
          {!isStale && <Button tone="quiet" data-decides aria-label={words.letStandNamed(place)} onPress={onLetStand}>{words.letStand}</Button>}
        </> : <>
          <span dir="auto">{words.stands(reason)}</span>
          <Button tone="quiet" aria-label={words.takeBackNamed(place)} onPress={onTakeBack}>{words.takeBack}</Button>
        </>}
      </div>
    </li>
  );
}
