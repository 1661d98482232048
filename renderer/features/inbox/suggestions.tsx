import { CalendarCheck, Link2, Users } from 'lucide-react';
import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import type { InboxItem, InboxSuggestions } from '../../../shared/model/inbox';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';

type DateSuggested = InboxSuggestions['dates'][number];

/** What may belong to an item, each offered with where it was found. Nothing is done before she presses. */
export function Suggestions({ item, onDate, onLink }: { item: InboxItem; onDate: (happened: Dated) => void; onLink: (incidentId: Id) => void }) {
  const { go } = usePlaces();
  const words = messages.inbox.suggestions;
  const { kind } = item.about;
  const isLinkable = kind === 'document' || kind === 'mail-thread';
  const { value } = useAsk('inbox.suggest', { kind, id: item.id });
  if (!value || value.dates.length + value.incidents.length + value.people.length === 0) return null;
  return (
    <section className="inbox-suggestions" aria-label={words.title}>
      <div><h2>{words.title}</h2><p className="small quiet measure">{words.hint}</p></div>
      {value.dates.length > 0 && (
        <div className="stack-tight">
          <h3>{words.dates}</h3>
          <ul className="stack-tight">{value.dates.map((found) => <li key={`${found.foundIn} ${found.written}`}><DateOffer found={found} onDate={onDate} /></li>)}</ul>
        </div>
      )}
      {value.incidents.length > 0 && (
        <div className="stack-tight">
          <h3>{words.incidents}</h3>
          <ul className="stack-tight">
            {value.incidents.map(({ id, title, opening, happened, daysApart }) => {
              const name = title || opening.slice(0, 60) || messages.linking.untitled;
              const open = (): void => go({ name: 'chronology', open: { subject: 'incident', id } });
              return (
                <li key={id} className="row">
                  {isLinkable ? <Button icon={Link2} onPress={() => onLink(id)}><bdi>{words.linkTo(name)}</bdi></Button> : <Button tone="quiet" onPress={open}><bdi>{name}</bdi></Button>}
                  <span className="small quiet">{sayDate(happened)}, {words.daysApart(daysApart)}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {value.people.length > 0 && (
        <div className="stack-tight">
          <h3>{words.people}</h3>
          <ul className="stack-tight">
            {value.people.map(({ personId, name, as, foundIn }) => (
              <li key={personId} className="row">
                <Button tone="quiet" icon={Users} onPress={() => go({ name: 'chronology', personId })}><bdi>{words.showEntries(name)}</bdi></Button>
                <span className="small quiet">{as === name ? words.foundIn[foundIn] : `${words.as(as)}, ${words.foundIn[foundIn]}`}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** A day that can be read in two ways is offered in both, and neither is likelier than the other. */
function DateOffer({ found: { written, foundIn, readings }, onDate }: { found: DateSuggested; onDate: (happened: Dated) => void }) {
  const words = messages.inbox.suggestions;
  return (
    <div className="row">
      {readings.length > 1 && <span className="small">{words.eitherDay(written)}</span>}
      {readings.map(({ edtf, timeOfDay, basis }) => {
        const says = sayDate({ edtf, timeOfDay, timeApproximate: false });
        return <Button key={edtf} icon={CalendarCheck} onPress={() => onDate({ typed: says, edtf, timeOfDay, timeApproximate: false, basis })}>{words.useDate(says)}</Button>;
      })}
      <span className="small quiet">{foundIn === 'screen' && readings.length === 1 ? words.onScreen(written) : words.foundIn[foundIn]}</span>
    </div>
  );
}
