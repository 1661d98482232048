import { BookOpenText, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { Conversation } from '../../../../shared/model/conversation';
import type { Id } from '../../../../shared/model/identity';
import type { ConversationGroup } from '../../../../shared/model/same-conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { showHidden } from '../../../../shared/text/show-hidden';
import { ask } from '../../../app/bridge';
import { useProgram } from '../../../app/program';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page, Section } from '../../../ui/page';
import { Select } from '../../../ui/select';
import { StepHeader } from '../../../ui/step-header';
import { sayDaysFromTo } from '../../../ui-record/say-when';
import { Comparison } from './comparison';
import { MergedReading } from './merged-reading';
import './exports.css';

const words = messages.sameConversation;

export interface ExportsPageProps {
  /** From which she came here. */
  conversation: Conversation;
  conversations: readonly Conversation[];
  /** The exports it is one of; null while she has said of none. */
  group: ConversationGroup | null;
  onChanged: () => void;
  onOpen: (conversationId: Id, ordinal?: number) => void;
  onBack: () => void;
}

/** The exports of one conversation: which they are, what differs between them, all of them read as one. */
export function ExportsPage({ conversation, conversations, group, onChanged, onOpen, onBack }: ExportsPageProps) {
  const { readOnly } = useProgram();
  const [isMerged, setMerged] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const exports = group === null ? [] : group.conversationIds.flatMap((id) => conversations.find((one) => one.id === id) ?? []);

  async function putTogether(ids: Id[]): Promise<void> {
    const result = await ask('conversations.group', { conversationIds: ids });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (result.ok) onChanged();
  }
  /** One of them is no export of the same after all, and is not taken for one again. */
  async function takeOut(id: Id): Promise<void> {
    const result = await ask('conversations.ungroup', { id });
    setRefusal(result.ok ? null : messages.errors.say(result.error));
    if (!result.ok) return;
    for (const other of exports) if (other.id !== id) await ask('conversations.keepApart', { conversationIds: [id, other.id] });
    onChanged();
  }
  if (isMerged && group !== null) return <MergedReading group={group} exports={exports} onOpen={onOpen} onBack={() => setMerged(false)} />;
  return (
    <Page>
      <div className="stack-tight">
        <StepHeader title={words.title} />
        <p className="measure">{words.what}</p>
      </div>
      {refusal !== null && <Notice tone="needs-you" announce>{refusal}</Notice>}
      <div className="row">
        <Button onPress={onBack}>{words.back}</Button>
        {exports.length > 1 && <Button icon={BookOpenText} onPress={() => setMerged(true)}>{words.merged}</Button>}
      </div>
      {exports.length > 1 && (
        <>
          <Section title={words.exports}>
            <ul className="stack-tight">
              {exports.map((one, index) => (
                <li key={one.id} className="export-line">
                  <span className="row">
                    <Button tone="quiet" onPress={() => onOpen(one.id)}>{words.openThis(index + 1, showHidden(one.title))}</Button>
                    {!readOnly && <Button tone="quiet" icon={Unlink} aria-label={words.apartThis(index + 1)} onPress={() => void takeOut(one.id)}>{words.apart}</Button>}
                  </span>
                  <span className="small quiet">{messages.conversations.amount(one.messageCount, one.callCount)} · {sayDaysFromTo(one.firstAt, one.lastAt)}{index === 0 && ` · ${words.endsFirst}`}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Comparison exports={exports} onOpen={onOpen} />
        </>
      )}
      {!readOnly && <AddExport conversation={conversation} conversations={conversations} group={group} onAdd={(id) => void putTogether([...(group?.conversationIds ?? [conversation.id]), id])} />}
    </Page>
  );
}

/** She says that one more conversation is an export of the same. */
function AddExport({ conversation, conversations, group, onAdd }: { conversation: Conversation; conversations: readonly Conversation[]; group: ConversationGroup | null; onAdd: (id: Id) => void }) {
  const [chosen, setChosen] = useState<Id | null>(null);
  const others = conversations.filter(({ id, kind }) => kind === conversation.kind && id !== conversation.id && !(group?.conversationIds.includes(id) ?? false));
  if (others.length === 0) return group === null ? <p className="quiet">{words.addNone}</p> : null;
  return (
    <div className="stack-tight measure">
      <Select
        label={words.add} hint={words.addHint} value={chosen} onChange={setChosen} placeholder={words.choose}
        options={others.map((other) => ({ value: other.id, label: showHidden(other.title), hint: `${messages.conversations.amount(other.messageCount, other.callCount)} · ${sayDaysFromTo(other.firstAt, other.lastAt)}` }))}
      />
      <div className="row"><Button isDisabled={chosen === null} onPress={() => { if (chosen !== null) onAdd(chosen); setChosen(null); }}>{words.addIt}</Button></div>
    </div>
  );
}
