import { useMemo, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import type { ConflictMap, MapTie } from '../../../shared/model/case/conflict-map';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { tieKnownLabels, tieLabels } from '../../../shared/picklists';
import { placeOfCase } from '../../app/place-of-case';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import './conflict-map.css';

const texts = messages.conflictMap;
const tiesAtOnce = 40;

/** Every tie of the map with its source and dates, each of which opens; the nearest to the accused first, the others on request. */
export function ConflictTable({ map: { people, ties } }: { map: ConflictMap }) {
  const { go } = usePlaces();
  const [shown, setShown] = useState(tiesAtOnce);
  const drawn = useMemo(() => ties.slice(0, shown), [ties, shown]);
  const targets = useMemo(() => drawn.flatMap(({ evidence }) => evidence).slice(0, 2000), [drawn]);
  const things = useAsk('case.evidence', { targets }).value?.things;
  const named = useMemo(() => new Map((things ?? []).map((thing) => [JSON.stringify(thing.target), thing.isGone ? messages.caseEntry.erasedThing : [thing.mark, thing.name].filter(Boolean).join(' · ')])), [things]);
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  const nameOf = (id: Id): string => names.get(id) ?? '';
  const evidenceOf = ({ evidence }: MapTie): string => evidence.map((target) => named.get(JSON.stringify(target))).filter(Boolean).join('; ');
  return (
    <div className="conflict-table-frame" role="group" aria-label={texts.tableTitle} tabIndex={0}>
      <table className="conflict-table">
        <thead><tr>{Object.entries(texts.columns).map(([column, label]) => <th key={column} scope="col">{label}</th>)}</tr></thead>
        <tbody>
          {drawn.map((tie) => (
            <tr key={tie.number}>
              <td><Button tone="quiet" aria-label={texts.openTie(tie.number)} onPress={() => go(placeOfCase(tie.entryKind, tie.entryId))}>{tie.number}</Button></td>
              <th scope="row"><span dir="auto">{sayBetween(tie, nameOf)}</span>{tie.words && <span className="conflict-words" dir="auto">{tie.words}</span>}</th>
              <td dir="auto">{sayTieDates(tie)}</td>
              <td dir="auto">{[tie.known === 'not-said' || tie.kind === 'dealing' ? '' : tieKnownLabels[tie.known], tie.toldBy, tie.source, texts.recorded(messages.dates.day(tie.firstRecordedUtc))].filter(Boolean).join('; ')}</td>
              <td dir="auto">{evidenceOf(tie)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ties.length > shown && <div className="row"><Button onPress={() => setShown(shown + tiesAtOnce)}>{messages.ui.showMoreOf(Math.min(tiesAtOnce, ties.length - shown), ties.length)}</Button></div>}
    </div>
  );
}

function sayBetween({ kind, fromId, toId }: MapTie, nameOf: (id: Id) => string): string {
  const [from, to] = [nameOf(fromId), nameOf(toId)];
  return kind === 'dealing' ? texts.dealingBetween(from, to) : tieLabels[kind].between(from, to);
}

function sayTieDates({ kind, began, ended }: MapTie): string {
  if (kind === 'dealing') return sayDate(began);
  return [began.typed && texts.from(sayDate(began)), ended.typed && texts.until(sayDate(ended))].filter(Boolean).join(', ');
}
