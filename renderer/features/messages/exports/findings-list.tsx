import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Message } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { Finding, FindingKind } from '../../../../shared/model/same-conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { PagedCache } from '../../../ui/paged-cache';
import { VirtualList } from '../../../ui/virtual-list';
import { MessageLines } from './message-lines';

const words = messages.sameConversation;
const pageSize = 100;
const maxPages = 20;

/** What differs between two exports, of one kind, in the order of time. Enter opens the message where it stands. */
export function FindingsList({ olderId, newerId, kind, count, onOpen }: { olderId: Id; newerId: Id; kind: FindingKind; count: number; onOpen: (conversationId: Id, ordinal: number) => void }) {
  const [active, setActive] = useState(-1);
  const cache = useMemo(() => new PagedCache<Finding>({
    pageSize, maxPages,
    load: async (offset, limit) => {
      const result = await ask('conversations.findings', { olderId, newerId, kind, offset, limit });
      if (!result.ok) throw new Error(result.error.code);
      return result.value.findings;
    },
  }), [olderId, newerId, kind]);
  useSyncExternalStore(cache.subscribe, cache.version);
  function open(index: number): void {
    const finding = cache.get(index);
    const message = finding?.older ?? finding?.newer;
    if (message) onOpen(message.conversationId, message.ordinal);
  }
  return (
    <div className="export-rows" style={{ maxHeight: `${count * 12}rem` }}>
      <VirtualList
        label={words.kinds[kind].name} description={words.showHint} count={count} rowHeightPx={84} active={active} onActiveChange={setActive} onOpen={open} onVisible={(first, last) => cache.want(first, last)}
        renderRow={(index) => <FindingRow finding={cache.get(index)} isRefused={cache.isRefused(index)} />}
      />
    </div>
  );
}

function FindingRow({ finding, isRefused }: { finding: Finding | undefined; isRefused: boolean }) {
  if (!finding) return <div className="export-row quiet">{isRefused ? words.couldNotLoad : words.loading}</div>;
  const { older, newer, differences } = finding;
  return (
    <div className="export-row">
      {older && <Side name={newer ? words.inOlder : null} message={older} />}
      {newer && <Side name={older ? words.inNewer : null} message={newer} />}
      {differences.length > 0 && <p className="small quiet">{words.differs(differences)}</p>}
    </div>
  );
}

function Side({ name, message }: { name: string | null; message: Message }) {
  return <div className="stack-tight">{name !== null && <p className="small quiet">{name}</p>}<MessageLines message={message} /></div>;
}
