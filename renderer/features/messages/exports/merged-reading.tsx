import { useMemo, useState, useSyncExternalStore } from 'react';
import type { Conversation } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { ConversationGroup, MergedMessage } from '../../../../shared/model/same-conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { ask } from '../../../app/bridge';
import { useAsk } from '../../../app/use-ask';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { PagedCache } from '../../../ui/paged-cache';
import { StepHeader } from '../../../ui/step-header';
import { VirtualList } from '../../../ui/virtual-list';
import { MessageLines } from './message-lines';

const words = messages.sameConversation;
const pageSize = 100;
const maxPages = 40;

/** All exports of a conversation read as one: each message once, saying in which of them it stands and from which it is missing. */
export function MergedReading({ group, exports, onOpen, onBack }: { group: ConversationGroup; exports: readonly Conversation[]; onOpen: (conversationId: Id, ordinal: number) => void; onBack: () => void }) {
  const [active, setActive] = useState(-1);
  const counted = useAsk('conversations.merged', { groupId: group.id, offset: 0, limit: 1 });
  const cache = useMemo(() => new PagedCache<MergedMessage>({
    pageSize, maxPages,
    load: async (offset, limit) => {
      const result = await ask('conversations.merged', { groupId: group.id, offset, limit });
      if (!result.ok) throw new Error(result.error.code);
      return result.value.messages;
    },
  }), [group.id]);
  useSyncExternalStore(cache.subscribe, cache.version);
  const total = counted.value?.total ?? 0;
  return (
    <Page>
      <div className="stack-tight">
        <StepHeader title={words.mergedTitle} />
        <p className="measure">{words.mergedWhat}</p>
      </div>
      {counted.error && <Notice tone="needs-you" announce>{messages.errors.say(counted.error)}</Notice>}
      <div className="row"><Button onPress={onBack}>{words.mergedBack}</Button></div>
      {total > 0 && (
        <div className="export-rows export-rows-tall">
          <VirtualList
            label={words.mergedList} description={words.showHint} count={total} rowHeightPx={84} active={active} onActiveChange={setActive} onVisible={(first, last) => cache.want(first, last)}
            onOpen={(index) => { const [place] = cache.get(index)?.stands ?? []; if (place) onOpen(place.conversationId, place.ordinal); }}
            renderRow={(index) => <MergedRow merged={cache.get(index)} exports={exports} isRefused={cache.isRefused(index)} />}
          />
        </div>
      )}
    </Page>
  );
}

function MergedRow({ merged, exports, isRefused }: { merged: MergedMessage | undefined; exports: readonly Conversation[]; isRefused: boolean }) {
  if (!merged) return <div className="export-row quiet">{isRefused ? words.couldNotLoad : words.loading}</div>;
  const named = (ids: readonly Id[]): string => ids.map((id) => words.numbered(exports.findIndex((one) => one.id === id) + 1)).join(', ');
  const { stands, missingFrom } = merged;
  const differences = [...new Set(stands.flatMap((place) => place.differences))];
  return (
    <div className="export-row" data-missing={missingFrom.length > 0 || undefined}>
      <MessageLines message={merged.message} />
      <p className="small quiet">{stands.length === exports.length ? words.inAll : words.onlyIn(named(stands.map(({ conversationId }) => conversationId)))}{missingFrom.length > 0 && <strong> · {words.missingFrom(named(missingFrom))}</strong>}{differences.length > 0 && ` · ${words.differs(differences)}`}</p>
    </div>
  );
}
