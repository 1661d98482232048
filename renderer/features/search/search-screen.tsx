import { BookmarkPlus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { everywhere, type AsideTarget, type KeptSearch, type SearchFilter, type SearchGroup, type SearchHit, type SearchSubject } from '../../../shared/model/search';
import { onlyShutsOut } from '../../../shared/search/query-parts';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { placeOfHit } from '../../app/place-of-hit';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Page, PageHeader, Section } from '../../ui/page';
import { TextField } from '../../ui/text-field';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { HitRow } from './hit-row';
import { KeptList } from './kept-list';
import { NarrowBar } from './narrow-bar';
import { asideOf, canBeLinked, canBePutAside, linkHit, putHitAside } from './thing-of-hit';
import { useFound } from './use-found';
import './search-screen.css';

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
  const { readOnly } = useProgram();
  const words = messages.finding;
  const given = place.name === 'search' ? place.text : '';
  const [typed, setTyped] = useState(given);
  const [filter, setFilter] = useState<SearchFilter>(everywhere);
  const [said, setSaid] = useState<string | null>(null);
  const [linking, setLinking] = useState<SearchHit | null>(null);
  const kept = useAsk('searches.list', {});
  const askedAside = useAsk('aside.list', {});
  const [aside, setAside] = useState<readonly AsideTarget[] | null>(null);
  useEffect(() => { setTyped(given); }, [given]);
  const { found, refusal, setRefusal, more } = useFound(typed, filter);
  useEffect(() => { setSaid(null); }, [typed, filter]);

  const targets = aside ?? askedAside.value?.targets ?? [];
  const isAside = (target: AsideTarget | null): boolean => target !== null && targets.some(({ kind, id }) => kind === target.kind && id === target.id);
  async function putAside(hit: SearchHit): Promise<void> {
    const known = asideOf(hit);
    const wasAside = isAside(known);
    const result = known !== null && wasAside ? await ask('aside.takeBack', known) : await putHitAside(hit);
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    setAside(result.value.targets);
    setSaid(wasAside ? words.actions.wasTakenBack : words.actions.wasPutAside);
  }
  async function keep(): Promise<void> {
    const name = typed.trim().slice(0, 200);
    const result = await ask('searches.keep', { name, query: { text: typed.trim(), filter } });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) { setSaid(words.kept.wasKept(name)); kept.again(); }
  }
  async function rename({ id, name: before }: KeptSearch, name: string): Promise<string | null> {
    const result = await ask('searches.rename', { id, name });
    if (!result.ok) return messages.errors.say(result.error);
    setSaid(words.kept.wasRenamed(before, result.value.name));
    kept.again();
    return null;
  }
  async function remove({ id, name }: KeptSearch): Promise<void> {
    const result = await ask('searches.remove', { id });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) { setSaid(words.kept.wasRemoved(name)); kept.again(); }
  }
  const narrowTo = (subject: SearchSubject): void => setFilter({ ...filter, subjects: [subject] });
  const state = found === null ? words.start : onlyShutsOut(found.text) ? words.onlyShutsOut : found.groups.length === 0 ? (JSON.stringify(filter) === JSON.stringify(everywhere) ? words.none : words.noneNarrowed) : words.found(found.total, found.more);
  const drawGroup = ({ subject, total, more: isMore, hits }: SearchGroup) => (
    <Section key={subject} title={words.inGroup(words.groups[subject], words.total(total, isMore))}>
      <ul className="hits">
        {hits.map((hit) => (
          <HitRow
            key={`${hit.id}-${hit.page ?? hit.ordinal ?? ''}`} hit={hit} isAside={isAside(asideOf(hit))} onOpen={() => go(placeOfHit(hit, found?.text ?? ''))}
            onLink={!readOnly && canBeLinked(hit) ? () => setLinking(hit) : null} onAside={!readOnly && canBePutAside(hit) ? () => void putAside(hit) : null}
          />
        ))}
      </ul>
      {(isMore || hits.length < total) && <div className="row">{found?.isOneKind ? <Button onPress={() => void more()}>{words.more}</Button> : <Button tone="quiet" onPress={() => narrowTo(subject)}>{words.showAll(words.groups[subject])}</Button>}</div>}
    </Section>
  );
  return (
    <Page><div className="find" onKeyDown={moveAmong}>
      <PageHeader title={words.title} />
      <div className="stack" role="search">
        <TextField label={words.field} hint={words.hint} value={typed} onChange={setTyped} maxLength={500} autoFocus />
        {/* A search that was kept brings its own. */}
        <NarrowBar key={given} filter={filter} onChange={setFilter} />
      </div>
      {refusal && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <div className="find-state">
        <p role="status" className="quiet">{said ?? state}</p>
        {!readOnly && found !== null && <Button tone="quiet" icon={BookmarkPlus} onPress={() => void keep()}>{words.kept.keep}</Button>}
      </div>
      {found?.groups.map(drawGroup)}
      {found === null && <KeptList searches={kept.value?.searches ?? []} readOnly={readOnly} onRename={rename} onRemove={(search) => void remove(search)} onOpen={({ query }) => { setTyped(query.text); setFilter(query.filter); }} />}
      {found === null && <Folded level={2} title={words.howTitle}><ul className="find-how">{words.how.map((line) => <li key={line}>{line}</li>)}</ul></Folded>}
      {linking && <IncidentChooser target={(id) => linkHit(linking, id)} linkedIncidentIds={[]} isOpen onClose={() => setLinking(null)} onLinked={() => setSaid(words.actions.linked)} />}
    </div></Page>
  );
}
