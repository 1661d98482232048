import { Check } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import type { ConversationFound, SourcePreview } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { StepHeader } from '../../ui/step-header';
import { VirtualList } from '../../ui/virtual-list';
import { sayDaysFromTo } from '../../ui-record/say-when';
import { isNamedBy } from '../../ui-record/named-by';
import { entriesFound } from './entries-found';
import { titleFound } from './bringing';
import { sayKinds } from './found-facts';

const { which: words, found: foundWords, amount } = messages.bringingIn;

export interface ChooseConversationsProps {
  preview: SourcePreview;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>, isAll: boolean) => void;
  /** All of them, those too that are too many to list. */
  isAll: boolean;
  complaint: string | null;
  onNext: () => void;
  onClose: () => void;
  /** What is to be asked before the list. */
  children?: ReactNode;
  /** What may be looked at after it. */
  after?: ReactNode;
}

/** Several conversations of one source: which of them does she want? Nothing is chosen for her. */
export function ChooseConversations({ preview, chosen, onChosen, isAll, complaint, onNext, onClose, children, after }: ChooseConversationsProps) {
  const { conversations, conversationCount } = preview;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const looked = useDeferredValue(typed);
  const found = useMemo(() => conversations.filter(({ title, participants }) => isNamedBy([title, ...participants.flatMap(({ name, handle }) => [name, handle])], looked)), [conversations, looked]);
  const isNarrowed = found.length < conversations.length;
  const counted = isAll ? conversations : conversations.filter(({ key }) => chosen.has(key));
  const sum = (of: (conversation: ConversationFound) => number): number => counted.reduce((before, conversation) => before + of(conversation), 0);

  function toggle(index: number): void {
    const key = found[index]?.key;
    if (key === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChosen(next, false);
  }
  const chooseFound = (): void => onChosen(new Set([...chosen, ...found.map(({ key }) => key)]), !isNarrowed);
  return (
    <>
      <div className="stack-tight">
        <StepHeader title={words.title} />
        <p className="quiet measure">{foundWords.conversations(conversationCount)}: {sayKinds(conversations)}. {words.hint}</p>
      </div>
      {children}
      <div className="bring-in-which">
        <div className="row bring-in-find">
          <SearchField value={typed} onChange={(text) => { setTyped(text.slice(0, 300)); setActive(-1); }}>
            <Label className="visually-hidden">{words.searchLabel}</Label>
            <Input className="input" placeholder={words.searchPlaceholder} dir="auto" spellCheck={false} />
          </SearchField>
          {found.length > 0 && <Button onPress={chooseFound}>{isNarrowed ? words.allFound(found.length) : words.all(conversationCount)}</Button>}
          {(isAll || chosen.size > 0) && <Button tone="quiet" onPress={() => onChosen(new Set(), false)}>{words.none}</Button>}
        </div>
        {conversationCount > conversations.length && <p className="small">{words.notListed(conversations.length)}</p>}
        {found.length === 0 ? <p className="quiet" role="status">{words.nothingFound}</p> : (
          <div className="bring-in-rows" style={{ maxHeight: `${found.length * 5}rem` }}>
            <VirtualList
              label={words.list} description={words.listHint} count={found.length} rowHeightPx={68} active={active} onActiveChange={setActive} rowKey={(index) => found[index]?.key ?? index}
              choosing={{ isChosen: (index) => isAll || chosen.has(found[index]?.key ?? ''), onToggle: toggle, onAll: chooseFound }}
              renderRow={(index) => { const conversation = found[index]; return conversation && <FoundRow conversation={conversation} isChosen={isAll || chosen.has(conversation.key)} />; }}
            />
          </div>
        )}
      </div>
      {after}
      <div className="bring-in-foot">
        <p role="status">{words.chosen(isAll ? conversationCount : chosen.size, conversationCount, sum(entriesFound), sum(({ callCount }) => callCount))}</p>
        {complaint !== null && <p className="field-error" role="alert">{complaint}</p>}
        <div className="row">
          <Button tone="primary" onPress={onNext}>{words.next}</Button>
          <Button tone="quiet" onPress={onClose}>{messages.ui.cancel}</Button>
        </div>
      </div>
    </>
  );
}

/** Who, how much, from when to when, and what is amiss; words only. */
function FoundRow({ conversation, isChosen }: { conversation: ConversationFound; isChosen: boolean }) {
  const title = titleFound(conversation);
  const { participants, service, callCount, firstAt, lastAt, attachments, notUnderstoodCount, mayBeTruncated } = conversation;
  const others = participants.filter(({ isOwner }) => !isOwner);
  const handles = others.map(({ handle }) => showHidden(handle)).filter((handle) => handle !== '' && handle !== title).slice(0, 3).join(', ');
  const missing = attachments.notThere + attachments.leftOut + attachments.notOpened;
  const amiss = [missing > 0 ? words.missing(missing) : '', notUnderstoodCount > 0 ? words.notUnderstood(notUnderstoodCount) : '', mayBeTruncated ? words.mayBeTruncated : ''].filter((part) => part !== '').join(' · ');
  return (
    <div className="bring-in-row" data-selected={isChosen || undefined}>
      <span className="choice-box" aria-hidden>{isChosen && <Check size="1em" strokeWidth={3} />}</span>
      <span className="list-row-main">
        <span className="list-row-title" dir="auto">{showHidden(title) || words.noTitle}</span>
        <span className="list-row-detail">{[handles, showHidden(service), amount(entriesFound(conversation), callCount), sayDaysFromTo(firstAt, lastAt)].filter((part) => part !== '').join(' · ')}</span>
        {amiss !== '' && <span className="list-row-detail">{amiss}</span>}
      </span>
    </div>
  );
}
