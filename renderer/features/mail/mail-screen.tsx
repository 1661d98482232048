import { MailPlus } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { mail as words } from '../../../shared/messages/en-gb/mail';
import type { BroughtIn } from '../../../shared/model/import';
import type { MailFilter, MailThread } from '../../../shared/model/mail';
import { ask } from '../../app/bridge';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import { PagedCache } from '../../ui/paged-cache';
import { SplitView } from '../../ui/split-view';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list';
import { MailFilterBar, everyThread } from './mail-filter-bar';
import { OpenThread } from './open-thread';
import { ThreadRow } from './thread-row';
import '../../ui/place-list.css';
import './mail.css';

const pageSize = 50;
const maxPages = 20;
const settleMs = 250;

/** What brings e-mail in, in the place of what is open: a feature of its own, which the screen is handed. */
export type DrawBringIn = (bringing: { onKept: (kept: BroughtIn) => void; onClose: () => void }) => ReactNode;

/** The place "E-mail": exchanges, the newest first, narrowed by what she looks for, and the one that is open. */
export function MailScreen({ drawBringIn }: { drawBringIn: DrawBringIn }) {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isBringing, setBringing] = useState(false);
  const [typed, setTyped] = useState<MailFilter>(everyThread);
  const [filter, setFilter] = useState<MailFilter>(everyThread);
  const [active, setActive] = useState(-1);
  const openId = place.name === 'mail' && !isBringing ? place.mailId ?? null : null;
  useEffect(() => {
    const wait = setTimeout(() => setFilter(typed), settleMs);
    return () => clearTimeout(wait);
  }, [typed]);
  const counts = useAsk('mail.counts', {});
  const counted = useAsk('mail.threads', { filter, offset: 0, limit: 1 });
  const cache = useMemo(() => new PagedCache<MailThread>({
    pageSize, maxPages,
    load: async (offset, limit) => {
      const result = await ask('mail.threads', { filter, offset, limit });
      if (!result.ok) throw new Error(result.error.code);
      return result.value.threads;
    },
  }), [filter]);
  useSyncExternalStore(cache.subscribe, cache.version);
  const seen = useRef({ first: 0, last: 20 });
  const list = useRef<VirtualListHandle>(null);
  const total = counted.value?.total ?? 0;
  const hasMail = (counts.value?.mailCount ?? 0) > 0;
  useEffect(() => { cache.want(seen.current.first, seen.current.last); }, [cache]);
  const wasOpen = useRef(openId);
  useEffect(() => { if (openId === null && wasOpen.current !== null) list.current?.focus(); wasOpen.current = openId; }, [openId]);
  const begin = useCallback((): void => setBringing(true), []);
  useCommands(readOnly ? [] : [{ id: 'mail-add', label: words.add, icon: MailPlus, run: begin }]);

  function onKept({ mailCount, conversations, locationCount }: BroughtIn): void {
    setBringing(false);
    counts.again();
    counted.again();
    cache.clear();
    cache.want(0, pageSize);
    if (mailCount === 0) go({ name: conversations.length > 0 ? 'messages' : locationCount > 0 ? 'locations' : 'mail' });
  }
  const addButton = (tone: 'primary' | 'plain') => !readOnly && <Button tone={tone} icon={MailPlus} onPress={begin}>{words.add}</Button>;
  if (counts.value?.mailCount === 0 && !isBringing) return <EmptyState isWhole title={words.emptyTitle} action={addButton('primary')}><p>{words.emptyWords}</p></EmptyState>;
  return (
    <SplitView
      shape="talk" backLabel={words.all}
      onBack={() => { setBringing(false); go({ name: 'mail' }); }}
      list={
        <div className="place-list">
          <div className="place-list-head">
            <PageHeader title={words.title} description={counted.value && hasMail ? words.threads(total) : undefined} actions={addButton('plain')} />
            {hasMail && <MailFilterBar filter={typed} onFilter={(next) => { setTyped(next); setActive(-1); }} />}
          </div>
          {counted.error && <Notice tone="needs-you">{messages.errors.say(counted.error)}</Notice>}
          {!hasMail ? null : counted.value !== null && total === 0 ? <p className="quiet mail-none" role="status">{words.noneFound}</p> : (
            <div className="place-list-rows">
              <VirtualList
                ref={list} label={words.listLabel} count={total} rowHeightPx={84} active={active} onActiveChange={setActive} rowKey={(index) => cache.get(index)?.id ?? index}
                onVisible={(first, last) => { seen.current = { first, last }; cache.want(first, last); }}
                onOpen={(index) => { const thread = cache.get(index); if (thread) { setBringing(false); go({ name: 'mail', mailId: thread.id }); } }}
                renderRow={(index) => <ThreadRow thread={cache.get(index)} isOpen={cache.get(index)?.id === openId} />}
              />
            </div>
          )}
        </div>
      }
      detail={isBringing ? drawBringIn({ onKept, onClose: () => setBringing(false) }) : openId === null ? null : <OpenThread key={openId} id={openId} find={place.name === 'mail' ? place.find ?? '' : ''} />}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
