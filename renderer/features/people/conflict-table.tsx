import { sayDate } from '../../../shared/dates';
import type { ListedTie } from '../../../shared/model/case/conflict-map';
import { messages } from '../../../shared/messages/en-gb';
import { tieKnownLabels, tieLabels } from '../../../shared/picklists';
import { placeOfCase } from '../../app/place-of-case';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import './conflict-map.css';

const texts = messages.conflictMap;
/** So many stand there first, below the map; so many more come with each press. */
export const tiesAtFirst = 20;
export const tiesAtOnce = 40;

/** Ties of the map, of so many in all, with their sources and dates, each of which opens; the nearest to the accused first, the others on request. */
export function ConflictTable({ ties, total, onMore }: { ties: readonly ListedTie[]; total: number; onMore: () => void }) {
  const { go } = usePlaces();
  return (
    <div className="conflict-table-frame" role="group" aria-label={texts.tableTitle} tabIndex={0}>
      <table className="conflict-table">
        <thead><tr>{Object.entries(texts.columns).map(([column, label]) => <th key={column} scope="col">{label}</th>)}</tr></thead>
        <tbody>
          {ties.map((tie) => (
            <tr key={tie.number}>
              <td><Button tone="quiet" aria-label={texts.openTie(tie.number)} onPress={() => go(placeOfCase(tie.entryKind, tie.entryId))}>{tie.number}</Button></td>
              <th scope="row"><span dir="auto">{sayBetween(tie)}</span>{tie.words && <span className="conflict-words" dir="auto">{tie.words}</span>}</th>
              <td dir="auto">{sayTieDates(tie)}</td>
              <td dir="auto">{[tie.known === 'not-said' || tie.kind === 'contact' ? '' : tieKnownLabels[tie.known], tie.toldBy, tie.source, texts.recorded(messages.dates.day(tie.firstRecordedUtc))].filter(Boolean).join('; ')}</td>
              <td dir="auto">{tie.evidence.map(({ isGone, mark, name }) => (isGone ? messages.caseEntry.erasedThing : [mark, name].filter(Boolean).join(' · '))).filter(Boolean).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > ties.length && <div className="row"><Button onPress={onMore}>{messages.ui.showMoreOf(Math.min(tiesAtOnce, total - ties.length), total)}</Button></div>}
    </div>
  );
}

function sayBetween({ kind, fromName, toName }: ListedTie): string {
  return kind === 'contact' ? texts.contactBetween(fromName, toName) : tieLabels[kind].between(fromName, toName);
}

function sayTieDates({ kind, began, ended }: ListedTie): string {
  if (kind === 'contact') return sayDate(began);
  return [began.typed && texts.from(sayDate(began)), ended.typed && texts.until(sayDate(ended))].filter(Boolean).join(', ');
}
