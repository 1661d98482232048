import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import { type InboxItem, InboxState } from '../../../shared/model/inbox';
import type { Incident } from '../../../shared/model/incident';
import type { Tag } from '../../../shared/model/tag';
import { ask } from '../../app/bridge';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { PagedCache } from '../../ui/paged-cache';
import { Select } from '../../ui/select';
import { SplitView } from '../../ui/split-view';
import { UndoLine } from '../../ui/undo-line';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { DateDialog } from './date-dialog';
import { type Act, type Acted, date, decide, link, linked, tagged, targetOf } from './inbox-acts';
import { InboxRow } from './inbox-row';
import { InboxThing } from './inbox-thing';
import { leaveToWrite, leftToWrite, settleWriting } from './left-to-write';
import { sayTitle } from './say-about';
import '../../ui/place-list.css';
import './inbox.css';

const pageSize = 100;
const maxPages = 12;
const mostUndone = 50;
const writes = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role="dialog"], [role="combobox"], select') !== null;

/** The place "Inbox": what came in, one after another, by keyboard if she likes. */
export function InboxScreen() {
  const { readOnly } = useProgram();
  const { go } = usePlaces();
  const words = messages.inbox;
  const [back] = useState(leftToWrite);
  const [state, setState] = useState<InboxState>(back?.state ?? 'waiting');
  const [active, setActive] = useState(-1);
  const [isOpen, setOpen] = useState(false);
  const [chosenMail, setChosenMail] = useState<{ of: Id; mailId: Id } | null>(null);
  const [asking, setAsking] = useState<'link' | 'date' | null>(null);
  const [acts, setActs] = useState<readonly Act[]>(back?.acts ?? []);
  const [notWritten, setNotWritten] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const list = useRef<VirtualListHandle>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const counts = useAsk('inbox.counts', {});
  const count = counts.value?.[state] ?? 0;
  const cache = useMemo(() => new PagedCache<InboxItem>({
    pageSize, maxPages,
    load: async (offset, limit) => {
      const result = await ask('inbox.list', { state, offset, limit });
      if (!result.ok) throw new Error(result.error.code);
      return result.value.items;
    },
  }), [state]);
  useSyncExternalStore(cache.subscribe, cache.version);
  const seen = useRef({ first: 0, last: 30 });
  const { again: countAgain } = counts;
  const refresh = useCallback(() => { cache.clear(); countAgain(); cache.want(seen.current.first, seen.current.last); }, [cache, countAgain]);
  const refreshNow = useRef(refresh);
  refreshNow.current = refresh;
  const at = active < count ? active : count - 1;
  const item = isOpen && at >= 0 ? cache.get(at) : undefined;
  useEffect(() => { if (at >= 0) cache.want(at, at); }, [cache, at]);
  // While the list is fetched anew, what was in sight stays; keys and buttons do nothing meanwhile.
  const held = useRef<InboxItem | null>(null);
  held.current = item ?? (isOpen ? held.current : null);
  const drawn = held.current;
  const mailId = drawn?.about.kind !== 'mail-thread' ? null : chosenMail?.of === drawn.id ? chosenMail.mailId : drawn.about.showMailId;
  const target = item ? targetOf(item, mailId) : null;

  // The undo line takes the keyboard when it appears; here the next key is for the next thing in the list.
  const acted = acts.length;
  useEffect(() => {
    if (acted === 0) return;
    list.current?.focus();
    if (document.activeElement?.getAttribute('role') !== 'listbox') head.current?.focus();
  }, [acted]);

  const note = (act: Act): void => { setRefusal(null); setNotWritten(null); setActs((before) => [...before.slice(1 - mostUndone), act]); refresh(); };
  // Back from writing: she goes on where she was; where nothing was written, with the thing that she had before her.
  const settled = useRef(note);
  settled.current = note;
  useEffect(() => {
    if (!back) return;
    void settleWriting(back).then((how) => {
      if (how === null) return;
      setActive(back.active);
      setOpen(true);
      if (how === 'written') settled.current(back.act);
      else { setNotWritten(words.notWritten(sayTitle(back.item))); refreshNow.current(); requestAnimationFrame(() => list.current?.focus()); }
    });
  }, [back, words]);
  const write = (incident: Incident): void => {
    if (!item || !target) return;
    leaveToWrite({ incidentId: incident.id, item, act: linked(item, target, incident.id), state, active: at, acts });
    go({ name: 'chronology', open: { subject: 'incident', id: incident.id } });
  };
  const take = (result: Acted): void => { if ('act' in result) note(result.act); else setRefusal(messages.errors.say(result.error)); };
  async function undo(): Promise<void> {
    const last = acts.at(-1);
    if (!last) return;
    setNotWritten(null);
    const error = await last.undo();
    setRefusal(error ? messages.errors.say(error) : null);
    if (!error) setActs((before) => before.slice(0, -1));
    refresh();
  }
  const choose = (next: InboxState): void => { setState(next); setActive(-1); setOpen(false); };
  const putState = (wanted: InboxState): void => { if (item && item.state !== wanted) void decide(item, wanted).then(take); };
  const putLink = (incidentId: Id): void => { if (item && target) void link(item, target, incidentId).then(take); };
  const putDate = (happened: Dated): void => { if (item) void date(item, happened).then(take); };
  const noteTag = (tag: Tag): void => { if (item) note(tagged(item, tag)); };
  const close = (): void => { setOpen(false); requestAnimationFrame(() => list.current?.focus()); };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && isOpen && !event.defaultPrevented && !asking && !writes(event.target)) { event.preventDefault(); close(); return; }
    if (readOnly || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !item || writes(event.target) || asking) return;
    const does: Readonly<Record<string, () => void>> = {
      l: () => (target ? setAsking('link') : go(item.about.kind === 'conversation' ? { name: 'messages', conversationId: item.id } : { name: 'locations' })),
      ...(item.about.kind === 'document' ? { d: () => setAsking('date') } : {}),
      t: () => document.querySelector<HTMLInputElement>('.inbox-tags input')?.focus(),
      p: () => putState('placed'), s: () => putState('aside'), x: () => putState('not-relevant'),
    };
    const act = does[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const isEmpty = counts.value !== null && InboxState.options.every((each) => counts.value?.[each] === 0);
  const last = acts.at(-1);
  if (isEmpty) return <EmptyState isWhole title={words.emptyTitle}><p>{words.emptyWords}</p></EmptyState>;
  return (
    <div className="inbox" onKeyDown={onKeyDown}>
      <SplitView
        shape="talk" backLabel={words.all} onBack={close}
        list={
          <div className="place-list">
            <div className="place-list-head">
              <PageHeader title={words.title} description={words.description}>
                <Select label={words.showLabel} value={state} onChange={choose} options={InboxState.options.map((each) => ({ value: each, label: words.stateWith(words.states[each], counts.value?.[each] ?? 0) }))} />
              </PageHeader>
            </div>
            {notWritten && <p className="inbox-said" role="status" dir="auto">{notWritten}</p>}
            {last && <div className="inbox-said"><UndoLine text={last.says} onUndo={() => void undo()} /></div>}
            {(refusal ?? counts.error) && <Notice tone="needs-you" announce>{refusal ?? (counts.error && messages.errors.say(counts.error))}</Notice>}
            {count === 0 ? <EmptyState title={words.noneTitle[state]} /> : (
              <div className="place-list-rows">
                <VirtualList
                  ref={list} label={words.listLabel} description={words.listKeys} count={count} rowHeightPx={72} active={at} onActiveChange={setActive}
                  onVisible={(first, end) => { seen.current = { first, last: end }; cache.want(first, end); }}
                  onOpen={(index) => { setActive(index); setOpen(true); }} onEscape={close}
                  renderRow={(index) => <InboxRow item={cache.get(index)} isOpen={isOpen && index === at} />}
                />
              </div>
            )}
          </div>
        }
        detail={!isOpen || count === 0 ? null : drawn ? (
          <InboxThing
            key={drawn.id} item={drawn} mailId={mailId} onChooseMail={(chosen) => setChosenMail({ of: drawn.id, mailId: chosen })} headRef={head} onDecide={putState} onAskLink={() => setAsking('link')} onAskDate={() => setAsking('date')}
            onDate={putDate} onLink={putLink} onTagged={noteTag} onTagsChanged={refresh}
          />
        ) : <p className="viewer-note quiet" role="status">{words.loading}</p>}
        empty={<EmptyState title={words.pickOne}><p>{words.pickOneKeys}</p></EmptyState>}
      />
      {item && target && asking === 'link' && (
        <IncidentChooser target={target} linkedIncidentIds={target.kind === 'mail' ? [] : item.linkedIncidentIds} isOpen onClose={() => setAsking(null)} onLinked={(incident) => note(linked(item, target, incident.id))} onBegun={write} />
      )}
      {item && asking === 'date' && item.about.kind === 'document' && <DateDialog before={item.about.happened} onClose={() => setAsking(null)} onDate={putDate} />}
    </div>
  );
}
