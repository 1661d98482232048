import { useState } from 'react';
import { sayMessageTime } from '../../../shared/layouts/message-times';
import { messages } from '../../../shared/messages/en-gb';
import { locations as words } from '../../../shared/messages/en-gb/mail';
import type { PlacedClaim } from '../../../shared/model/location-day';
import type { LocationClaim, Position } from '../../../shared/model/location-claim';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Facts, Page } from '../../ui/page';
import { sayDayOf } from '../../ui-record/say-when';

/** What is said of one day. Positions and addresses are shown when she asks, and hidden again when she leaves. */
export function LocationDayPage({ day }: { day: string }) {
  const asked = useAsk('locations.day', { day });
  const [isShown, setShown] = useState(false);
  return (
    <Page>
      <div className="stack">
        <h1>{sayDayOf(day) || words.undated}</h1>
        <Notice actions={<Button aria-pressed={isShown} onPress={() => setShown(!isShown)}>{isShown ? words.hide : words.show}</Button>}>{words.description} {words.sensitive}</Notice>
        {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
        <ol className="location-claims">{(asked.value?.claims ?? []).map((placed, index) => <li key={index}><Claim placed={placed} isShown={isShown} /></li>)}</ol>
      </div>
    </Page>
  );
}

function Claim({ placed: { claim, documentId }, isShown }: { placed: PlacedClaim; isShown: boolean }) {
  const { go } = usePlaces();
  const { kind, place, means, accuracyMetres, distanceMetres } = claim;
  const times = [claim.from, ...(claim.until === null ? [] : [claim.until])].map((time) => sayMessageTime(time) || showHidden(time.atAsWritten)).join(` ${words.until} `);
  const where = [place.name, place.address].filter((part) => part !== '').join(', ');
  return (
    <article className="stack-tight">
      <h2>{words.kinds[kind]}</h2>
      <p>{times}</p>
      {kind !== 'reading' && <p className="quiet small">{sayProbability(claim)}</p>}
      <Facts facts={[
        ...(isShown && where !== '' ? [{ name: words.place, value: <bdi>{showHidden(where)}</bdi> }] : []),
        ...(isShown && place.type !== '' ? [{ name: words.type, value: <bdi>{showHidden(place.type)}</bdi> }] : []),
        ...(isShown && claim.position !== null ? [{ name: words.at, value: sayPosition(claim.position) }] : []),
        ...(isShown && claim.end !== null ? [{ name: words.end, value: sayPosition(claim.end) }] : []),
        ...(means === '' ? [] : [{ name: words.means, value: <bdi>{showHidden(means)}{distanceMetres !== null && `, ${words.distance(distanceMetres)}`}{accuracyMetres !== null && `, ${words.accuracy(accuracyMetres)}`}</bdi> }]),
        { name: words.source, value: <Button tone="quiet" onPress={() => go({ name: 'documents', documentId })}>{words.bytes(claim.sourceOffset)}</Button> },
      ]} />
    </article>
  );
}

const sayPosition = ({ latitude, longitude }: Position): string => `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;

function sayProbability({ probability, candidateProbability }: LocationClaim): string {
  const own = probability === null ? words.noProbability : words.percent(probability);
  return `${words.inference} ${own}${candidateProbability === null ? '' : `; ${words.isThis(words.percent(candidateProbability))}`}.`;
}
