import { useState } from 'react';
import type { Document } from '../../../shared/model/document';
import type { DocumentDetails } from '../../../shared/model/document-details';
import type { TimeClaim } from '../../../shared/model/file-claims';
import type { RecordingDetails } from '../../../shared/model/recording-details';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Facts } from '../../ui/page';
import { clockOf } from '../../ui-viewer/playing-time';
import { AllClaims } from './all-claims';
import { ClaimedPosition } from './claimed-position';
import { LivePartner } from './live-partner';
import './file-claims.css';

const words = messages.fileClaims;

/** What a picture or recording says of itself, in plain words: device, length, clocks as they are written, whether it tells a place; all of it folded. */
export function FileClaims({ document, details: { picture, recording } }: { document: Document; details: DocumentDetails }) {
  const [isPlaceShown, setPlaceShown] = useState(false);
  const found = picture ?? recording;
  if (found === undefined) return null;
  const places = found.fields.filter(({ tellsPlace }) => tellsPlace);
  const [sign] = picture?.screenshotSigns ?? [];
  return (
    <section className="stack-tight" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="small quiet">{words.hint}</p>
      <Facts facts={[
        ...(sign ? [{ name: words.screenshot.title, value: words.screenshot.signs[sign] }] : []),
        ...(recording ? [{ name: words.length, value: lengthOf(recording) }, ...(recording.tracks.length > 0 ? [{ name: words.tracks, value: holdsOf(recording) }] : [])] : []),
        ...(picture && picture.pageCount > 1 ? [{ name: words.pages, value: picture.isAnimated ? words.animation(picture.pageCount) : String(picture.pageCount) }] : []),
        ...timesOf(found.times),
        ...(found.device ? [{ name: words.device, value: <bdi>{showHidden(found.device)}</bdi> }] : []),
        ...(picture?.software ? [{ name: words.software, value: <bdi>{showHidden(picture.software)}</bdi> }] : []),
      ]} />
      <LivePartner document={document} />
      {(found.position !== null || places.length > 0) && <ClaimedPosition position={found.position} places={places} isShown={isPlaceShown} onShow={setPlaceShown} />}
      {found.notRead.map((reason) => <p key={reason} className="small">{words.notRead[reason]}</p>)}
      {found.fields.length > 0 && <AllClaims fields={found.fields} showsPlaces={isPlaceShown} />}
    </section>
  );
}

function lengthOf({ seconds, isLengthEstimated }: RecordingDetails): string {
  if (seconds === null) return words.lengthNotSaid;
  return isLengthEstimated ? words.about(clockOf(seconds)) : clockOf(seconds);
}

function holdsOf({ tracks }: RecordingDetails): string {
  return tracks.filter(({ kind }) => kind !== 'other').map(({ kind, codec, widthPx, heightPx, channels }) => (kind === 'picture' ? words.picture(words.codec(showHidden(codec)), widthPx, heightPx) : words.sound(words.codec(showHidden(codec)), channels))).join('; ');
}

/** One line for each that says something of its own: the same clock in several places of the file is said once. */
function timesOf(times: readonly TimeClaim[]): { name: string; value: string }[] {
  const lines = new Map<string, { name: string; value: string[] }>();
  for (const { says, asWritten, clock, offset } of times) {
    const zone = clock === '' ? '' : offset === '' ? words.noZone : offset === 'Z' ? words.utc : '';
    const value = [showHidden(asWritten), zone].filter(Boolean).join(', ');
    const line = lines.get(says) ?? { name: words.times[says], value: [] };
    if (!line.value.includes(value)) line.value.push(value);
    lines.set(says, line);
  }
  return [...lines.values()].map(({ name, value }) => ({ name, value: value.join(' · ') }));
}
