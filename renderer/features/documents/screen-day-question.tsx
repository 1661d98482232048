import { CalendarCheck } from 'lucide-react';
import { sayDate } from '../../../shared/dates';
import type { ScreenDayOffer } from '../../../shared/dates/screen-days';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

const words = messages.fileClaims.screenDay;
const say = (edtf: string, timeOfDay = ''): string => sayDate({ edtf, timeOfDay, timeApproximate: false });

/** Which day “Yesterday” on a picture of a screen may be: each with the day that follows from when it was taken, one press each; none is ever filled in alone. */
export function ScreenDayQuestion({ found, onUse }: { found: readonly ScreenDayOffer[]; onUse: (dated: Dated) => void }) {
  if (found.length === 0) return null;
  return (
    <Notice title={words.title}>
      <ul className="screen-days stack-tight">
        {found.map((offer) => (
          <li key={offer.start} className="stack-tight">
            <p><bdi>{questionOf(offer)}</bdi></p>
            {offer.days.length > 0 && (
              <div className="row">
                {offer.days.map((day) => <Button key={day} icon={CalendarCheck} onPress={() => onUse(datedOf(day, offer.timeOfDay))}>{words.use(say(day, offer.timeOfDay))}</Button>)}
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="small quiet">{words.hint}</p>
    </Notice>
  );
}

function questionOf({ written, takenDay, days: [day, earlier] }: ScreenDayOffer): string {
  if (day === undefined) return words.unknown(written);
  if (earlier !== undefined) return words.either(written, say(takenDay), say(day), say(earlier));
  return day === takenDay ? words.today(written, say(takenDay)) : words.before(written, say(takenDay), say(day));
}

/** Worked out from two claims, so its basis is neither the picture's own data nor her memory. */
function datedOf(edtf: string, timeOfDay: string): Dated {
  return { typed: timeOfDay === '' ? say(edtf) : `${say(edtf)} at ${timeOfDay}`, edtf, timeOfDay, timeApproximate: false, basis: 'other' };
}
