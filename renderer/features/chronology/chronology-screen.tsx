import { PenLine } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type ChronologyFilter, wholeChronology } from '../../../shared/model/chronology';
import { namesById } from '../../../shared/model/person';
import { isToldKind } from '../../../shared/model/case/told-in-chronology';
import { messages } from '../../../shared/messages/en-gb';
import { ask, listen } from '../../app/bridge';
import { placeOfCase } from '../../app/place-of-case';
import { type Place, usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { useOnChange } from '../../app/use-on-change';
import { useWriteNow } from '../../app/use-write-now';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/page';
import { SplitView } from '../../ui/split-view';
import { useAfterPaint } from '../../ui/use-after-paint';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { ChronologyRowView } from './chronology-row';
import { FilterBar } from './filter-bar';
import { RowPages } from './row-pages';
import { type LineOpen, useOpenRow } from './use-open-row';
import { YearStrip, YearStripComing } from './year-strip';
import './chronology.css';

/** What she last narrowed to, while the vault is open: the page is loaded afresh at every lock. */
let lastFilter: ChronologyFilter = wholeChronology;

/** What was opened from here last at a place of its own: coming back, the list stands where she left it. */
let lastLeft: LineOpen | null = null;

/** Narrowed to somebody, or to the entries of a period, when she comes from there; else as she left it. */
function startingFilter(place: Place): ChronologyFilter {
  if (place.name === 'chronology' && place.personId) lastFilter = { ...wholeChronology, personIds: [place.personId] };
  if (place.name === 'chronology' && place.period) lastFilter = { ...wholeChronology, ...place.period, show: ['incident'] };
  return lastFilter;
}

/** Everything by when it happened. `drawIncident` draws the open entry (screens.tsx joins the two features). */
export function ChronologyScreen({ drawIncident }: { drawIncident: (id: string, onChanged: () => void) => ReactNode }) {
  const texts = messages.chronology;
  const { place, go } = usePlaces();
  const openId = place.name === 'chronology' && place.open?.subject === 'incident' ? place.open.id : null;
  const [filter, setFilter] = useState(() => startingFilter(place));
  const [active, setActive] = useState(-1);
  const [erasing, setErasing] = useState<string | null>(null);
  const writeNow = useWriteNow();
  const list = useRef<VirtualListHandle>(null);
  const pages = useMemo(() => new RowPages(lastFilter, (narrowed, offset, limit) => ask('chronology.rows', { filter: narrowed, offset, limit })), []);
  const rows = useSyncExternalStore(pages.subscribe, pages.read);
  useEffect(() => { lastFilter = filter; pages.narrow(filter); setActive(-1); }, [filter, pages]);
  // The lines first: years and names are asked once they stand.
  const isPainted = useAfterPaint(rows.total !== null) && rows.total !== null;
  const years = useAsk('chronology.years', isPainted ? { filter } : null);
  const refreshYears = years.again;
  const { value: known } = useAsk('people.list', isPainted ? {} : null);
  const names = useMemo(() => namesById(known?.people ?? []), [known]);
  const { row: openRow, again: refreshRow } = useOpenRow(filter, openId === null ? null : { subject: 'incident', id: openId });
  const [left] = useState(lastLeft);
  const { row: leftRow } = useOpenRow(filter, openId === null ? left : null);

  const refresh = useCallback(() => { pages.refresh(); refreshYears(); refreshRow(); }, [pages, refreshYears, refreshRow]);
  // Reached by finding it, or moved by its new date: the list goes to where the open entry stands, and the arrows with it.
  useEffect(() => { if (openRow !== null) { setActive(openRow); list.current?.reveal(openRow); } }, [openId, openRow]);
  const hasRows = rows.total !== null && rows.total > 0;
  const wantsKeyboard = useRef(false);
  useEffect(() => {
    if (leftRow === null || !hasRows) return;
    setActive(leftRow);
    list.current?.reveal(leftRow);
    // The button that led back here is gone: the keyboard's place is nowhere, or on the heading that took it up (app/keep-focus.ts).
    wantsKeyboard.current = document.activeElement === document.body || document.activeElement instanceof HTMLHeadingElement;
  }, [leftRow, hasRows]);
  // A list that gets the keyboard and has no row yet takes the first: it gets it once this row is drawn, however long that takes.
  useEffect(() => {
    if (!wantsKeyboard.current || active !== leftRow) return;
    wantsKeyboard.current = false;
    list.current?.focus();
  }, [active, leftRow, hasRows]);
  useOnChange(openId, refresh);
  // Files and chats that were still on their way when she came here.
  useEffect(() => listen('task', (event) => { if (event.state !== 'running') refresh(); }), [refresh]);

  const open = async (index: number): Promise<void> => {
    const row = rows.row(index);
    if (!row) return;
    lastLeft = row.subject === 'incident' ? null : { subject: row.subject, id: row.id };
    if (isToldKind(row.subject)) go(placeOfCase(row.subject, row.id));
    else if (row.subject === 'incident') go({ name: 'chronology', open: { subject: 'incident', id: row.id } });
    else if (row.subject === 'document') go({ name: 'documents', documentId: row.id });
    else {
      const excerpt = await ask('excerpts.get', { id: row.id });
      if (excerpt.ok) go({ name: 'messages', conversationId: excerpt.value.conversationId, ordinal: excerpt.value.firstOrdinal });
    }
  };
  const close = (): void => { go({ name: 'chronology' }); requestAnimationFrame(() => { if (active >= 0) list.current?.reveal(active); list.current?.focus(); }); };
  const erase = async (reason: string): Promise<string | null> => {
    if (!erasing) return null;
    const erased = await ask('incidents.erase', { id: erasing, reason });
    if (!erased.ok) return messages.errors.say(erased.error);
    if (openId === erasing) close();
    refresh();
    return null;
  };

  const total = rows.total;
  const isWhole = JSON.stringify(filter) === JSON.stringify(wholeChronology);
  return (
    <>
      <SplitView
        shape="reading" onBack={close} backLabel={texts.back}
        detail={openId && <div className="chronology-open" onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) close(); }}>{drawIncident(openId, refresh)}</div>}
        list={
          <div className="chronology">
            <div className="chronology-top">
              <div className="chronology-head">
                <div className="chronology-title"><h1>{texts.title}</h1>{total !== null && total > 0 && <p className="quiet small" role="status">{texts.count(total)}</p>}</div>
                {(!isWhole || (total ?? 0) > 0) && <FilterBar filter={filter} onChange={setFilter} />}
              </div>
              {years.value === null && total !== null && total > 0 && <YearStripComing />}
              {years.value && <YearStrip years={years.value.years} undated={years.value.undated} onGo={(index) => { setActive(index); list.current?.scrollTo(index); list.current?.focus(); }} />}
            </div>
            {total === 0 ? <EmptyState title={isWhole ? texts.emptyTitle : texts.noneTitle} action={isWhole && <Button tone="primary" icon={PenLine} onPress={() => void writeNow()}>{messages.app.writeNow}</Button>}><p>{isWhole ? texts.empty : texts.none}</p></EmptyState> : total !== null && (
              <div className="chronology-list">
                <VirtualList
                  ref={list} label={texts.listLabel} count={total} rowHeightPx={132} active={active} onActiveChange={setActive}
                  onVisible={(first, last) => pages.need(first, last)} onOpen={(index) => void open(index)} onEscape={openId ? close : undefined}
                  onDelete={(index) => { const row = rows.row(index); if (row?.subject === 'incident' && row.status !== 'erased') setErasing(row.id); }}
                  range={openRow !== null ? { first: openRow, last: openRow } : null}
                  renderRow={(index) => <ChronologyRowView row={rows.row(index)} before={rows.row(index - 1)} isFirst={index === 0} query={filter.text} names={names} />}
                />
              </div>
            )}
          </div>
        }
      />
      <AskReason title={messages.incident.eraseTitle} reasonLabel={messages.incident.eraseReason} confirmLabel={messages.incident.eraseConfirm} isOpen={erasing !== null} onClose={() => setErasing(null)} onConfirm={erase} loses><p>{messages.incident.eraseText}</p></AskReason>
    </>
  );
}
