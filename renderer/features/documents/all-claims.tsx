import type { FileField } from '../../../shared/model/file-claims';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';

/** Every entry of a file's own data, in its own words, with the bytes where it stands; those that tell a place only when she has asked for it. */
export function AllClaims({ fields, showsPlaces }: { fields: readonly FileField[]; showsPlaces: boolean }) {
  const words = messages.fileClaims;
  const shown = fields.filter(({ tellsPlace }) => showsPlaces || !tellsPlace);
  const hidden = fields.length - shown.length;
  return (
    <Folded title={words.all}>
      <div className="stack-tight">
        <p className="small quiet">{words.allCount(fields.length)}</p>
        {hidden > 0 && <p className="small">{words.placesHidden(hidden)}</p>}
        <dl className="all-claims">
          {shown.map(({ block, name, value, place }, index) => (
            <div key={index}>
              <dt><bdi>{showHidden(name)}</bdi></dt>
              <dd dir="auto">{showHidden(value)}</dd>
              <dd className="small quiet">{words.blocks[block]}{place && place.length > 0 ? `, ${words.bytes(place.offset, place.offset + place.length - 1)}` : ''}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Folded>
  );
}
