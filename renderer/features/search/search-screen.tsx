import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/model/search';
import { sayDay } from '../../../shared/layouts/say';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { FoundText } from '../../ui/found-text';
import { Notice } from '../../ui/notice';
import { Page, PageHeader, Section } from '../../ui/page';
import { TextField } from '../../ui/text-field';
import { placeOfHit } from '../../app/place-of-hit';
import { groupHits } from './group-hits';
import './search-screen.css';

const aPage = 100;
const sayDayOf = ({ day }: SearchHit): string => (day === '' ? messages.finding.undated : sayDay(day));

/** From the field down to what was found and back up, as in the palette; Esc goes back to the field. */
function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const field = event.currentTarget.querySelector<HTMLElement>('input');
  const stops = [field, ...event.currentTarget.querySelectorAll<HTMLElement>('.hit')].filter((stop) => stop !== null);
  const at = stops.indexOf(event.target as HTMLElement);
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, ...(at > 0 ? { Home: 1, End: stops.length - 1, Escape: 0 } : {}) };
  const to = moves[event.key];
  const stop = at < 0 || to === undefined ? undefined : stops[to];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}

/** Everything in the record that holds some words, by kind, each leading to its place. */
export function SearchScreen() {
  const { place, go } = usePlaces();
  const words = messages.finding;
  const [typed, setTyped] = useState(place.name === 'search' ? place.text : '');
  const [found, setFound] = useState<{ text: string; total: number; more: boolean; hits: readonly SearchHit[] } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const given = place.name === 'search' ? place.text : '';
  useEffect(() => { setTyped(given); }, [given]);

  useEffect(() => {
    const text = typed.trim();
    if (text === '') { setFound(null); return; }
    let isOld = false;
    const wait = setTimeout(() => {
      void ask('search.find', { text, offset: 0, limit: aPage }).then((result) => {
        if (isOld) return;
        setRefusal(result.ok ? null : messages.errors.say(result.error));
        if (result.ok) setFound({ text, ...result.value });
      });
    }, 150);
    return () => { isOld = true; clearTimeout(wait); };
  }, [typed]);

  async function more(): Promise<void> {
    if (!found) return;
    const result = await ask('search.find', { text: found.text, offset: found.hits.length, limit: aPage });
    if (result.ok) setFound((now) => (now?.text === found.text ? { ...now, ...result.value, hits: [...found.hits, ...result.value.hits] } : now));
    else setRefusal(messages.errors.say(result.error));
  }
  return (
    <Page><div className="find" onKeyDown={moveAmong}>
      <PageHeader title={words.title} />
      <div role="search"><TextField label={words.field} hint={words.hint} value={typed} onChange={setTyped} maxLength={500} autoFocus /></div>
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <p role="status" className="quiet">{found === null ? words.start : found.total === 0 ? words.none : words.found(found.total, found.more)}</p>
      {found && groupHits(found.hits).map(({ group, hits }) => (
        <Section key={group} title={words.inGroup(words.groups[group], hits.length)}>
          <ul className="hits">
            {hits.map((hit) => (
              <li key={`${hit.id}-${hit.ordinal ?? ''}`}>
                <button type="button" className="hit" onClick={() => go(placeOfHit(hit, found.text))}>
                  <span className="hit-head"><span className="hit-title">{hit.title || sayDayOf(hit)}</span>{hit.title !== '' && <span className="small quiet">{sayDayOf(hit)}</span>}</span>
                  {hit.snippet !== '' && <span className="hit-snippet"><FoundText text={hit.snippet} marks={hit.marks} /></span>}
                </button>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {found && (found.more || found.hits.length < found.total) && <div className="row"><Button onPress={() => void more()}>{words.more}</Button></div>}
    </div></Page>
  );
}
