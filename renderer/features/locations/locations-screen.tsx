import { MapPinPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { locations as words } from '../../../shared/messages/en-gb/mail';
import type { BroughtIn } from '../../../shared/model/import';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { SplitView } from '../../ui/split-view';
import { sayDayOf } from '../../ui-record/say-when';
import { LocationDayPage } from './location-day-page';
import '../../ui/place-list.css';
import './locations.css';

const daysAtOnce = 500;
/** The key of what has no time, in the list. */
const undated = 'undated';

/** The place "Locations": days of which a service says something, and what it says of one. */
export function LocationsScreen({ drawBringIn }: { drawBringIn: (bringing: { onKept: (kept: BroughtIn) => void; onClose: () => void }) => ReactNode }) {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isBringing, setBringing] = useState(false);
  const [offset, setOffset] = useState(0);
  const asked = useAsk('locations.days', { offset, limit: daysAtOnce });
  const day = place.name === 'locations' && !isBringing ? place.day ?? null : null;
  const { total, days } = asked.value ?? { total: 0, days: [] };
  const add = !readOnly && <Button icon={MapPinPlus} onPress={() => setBringing(true)}>{words.add}</Button>;
  if (asked.value !== null && total === 0 && !isBringing) return <EmptyState isWhole title={words.emptyTitle} action={add}><p>{words.emptyWords}</p></EmptyState>;
  return (
    <SplitView
      shape="list" backLabel={words.all} onBack={() => { setBringing(false); go({ name: 'locations' }); }}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} description={words.description} actions={add} /></div>
          {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
          <ListBox
            label={words.days} openId={day === '' ? undated : day} onOpen={(id) => { setBringing(false); go({ name: 'locations', day: id === undated ? '' : id }); }}
            entries={days.map((one) => ({ id: one.day || undated, title: sayDayOf(one.day) || words.undated, detail: words.counts(one.visitCount, one.journeyCount, one.passedCount + one.readingCount) }))}
          />
          {total > daysAtOnce && (
            <div className="row">
              <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - daysAtOnce))}>{words.newer}</Button>
              <Button isDisabled={offset + daysAtOnce >= total} onPress={() => setOffset(offset + daysAtOnce)}>{words.older}</Button>
            </div>
          )}
        </div>
      }
      detail={isBringing ? drawBringIn({ onKept: () => { setBringing(false); asked.again(); }, onClose: () => setBringing(false) }) : day === null ? null : <LocationDayPage key={day} day={day} />}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
