import { shifted } from '../../../shared/patterns/gaps-between';
import { messages } from '../../../shared/messages/en-gb';
import type { Patterns } from '../../../shared/model/case/patterns';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';

/** Entries that are dated in the future, counted nowhere on the page, and the way to them. */
export function EntriesToCome({ found: { toCome, today } }: { found: Patterns }) {
  const { go } = usePlaces();
  const texts = messages.patterns.overTime;
  if (toCome === null) return null;
  return (
    <div className="row">
      <p>{`${texts.toCome(toCome.count)} ${texts.toComeHint}`}</p>
      <Button onPress={() => go({ name: 'chronology', period: { fromDay: shifted(today, 1), toDay: toCome.lastDay } })}>{texts.openToCome(toCome.count)}</Button>
    </div>
  );
}
