import { MapPin } from 'lucide-react';
import type { FileField, PositionClaim } from '../../../shared/model/file-claims';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';

/** Where the file says it was made: that it says so at once, what it says only when she asks, and never on a map. */
export function ClaimedPosition({ position, places, isShown, onShow }: { position: PositionClaim | null; places: readonly FileField[]; isShown: boolean; onShow: (isShown: boolean) => void }) {
  const words = messages.fileClaims.position;
  const named = places.filter(({ block }) => block !== 'exif').map(({ value }) => showHidden(value));
  return (
    <div className="claimed-position stack-tight">
      <p className="claimed-position-title"><MapPin size="1.125em" strokeWidth={1.75} aria-hidden /><span>{words.title}</span></p>
      <p className="small">{words.hint}</p>
      {isShown && (
        <Facts facts={[
          ...(position ? [{ name: words.latitude, value: degrees(position.latitude, 'N', 'S') }, { name: words.longitude, value: degrees(position.longitude, 'E', 'W') }] : []),
          ...(position?.altitudeMetres != null ? [{ name: words.altitude, value: words.metres(position.altitudeMetres) }] : []),
          ...(position?.accuracyMetres != null ? [{ name: words.accuracy, value: words.metres(position.accuracyMetres) }] : []),
          ...(named.length > 0 ? [{ name: words.alsoNamed, value: <bdi>{[...new Set(named)].join(' · ')}</bdi> }] : []),
        ]} />
      )}
      <div className="row"><Button aria-expanded={isShown} onPress={() => onShow(!isShown)}>{isShown ? words.hide : words.show}</Button></div>
    </div>
  );
}

/** Six places are a tenth of a metre: what devices give. */
function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(6)}° ${value < 0 ? negative : positive}`;
}
