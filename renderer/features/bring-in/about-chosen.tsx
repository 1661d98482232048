import type { ReactNode } from 'react';
import type { ConversationFound } from '../../../shared/model/source-preview';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Folded } from '../../ui/folded';
import { RadioGroup } from '../../ui/choices';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { entriesFound } from './entries-found';
import { meIn, namesToAsk, ownerFound, type Said, titleOf } from './bringing';
import { FoundFacts, FoundNotices } from './found-facts';

const { about: words, amount } = messages.bringingIn;

/** The value of the choice "None of these"; no name in an export can hold a line feed. */
const nobody = '\n';
/** More names than this are offered in a list that opens. */
const namesInSight = 8;
/** More conversations than this are not gone through one by one. */
const mostToName = 100;

export interface AboutChosenProps {
  conversations: readonly ConversationFound[];
  said: Said;
  onSaid: (said: Said) => void;
  isOrderOpen: boolean;
}

/** What is asked of the conversations she chose: which side is hers, and what to call each. All of it may be left. */
export function AboutChosen({ conversations, said, onSaid, isOrderOpen }: AboutChosenProps) {
  const [only] = conversations;
  if (conversations.length === 1 && only) {
    return (
      <>
        <FoundFacts conversation={only} isOrderOpen={isOrderOpen} />
        <WhoIsMe conversation={only} said={said} onSaid={onSaid} />
        <TitleField conversation={only} said={said} onSaid={onSaid} />
        <FoundNotices conversation={only} />
      </>
    );
  }
  return (
    <>
      <MeInAll conversations={conversations} said={said} onSaid={onSaid} />
      <Section title={words.each}>
        {conversations.length > mostToName ? <p className="quiet measure">{words.notNamed}</p> : (
          <div className="bring-in-each">
            {conversations.map((conversation) => (
              <Folded key={conversation.key} title={showHidden(titleOf(conversation, said)) || messages.bringingIn.which.noTitle} summary={amount(entriesFound(conversation), conversation.callCount)}>
                <div className="stack">
                  <TitleField conversation={conversation} said={said} onSaid={onSaid} />
                  <MeSelect conversation={conversation} said={said} onSaid={onSaid} />
                  <FoundFacts conversation={conversation} isOrderOpen={isOrderOpen} />
                  <FoundNotices conversation={conversation} />
                </div>
              </Folded>
            ))}
          </div>
        )}
      </Section>
    </>
  );
}

interface OneProps { conversation: ConversationFound; said: Said; onSaid: (said: Said) => void }

function TitleField({ conversation, said, onSaid }: OneProps) {
  return <TextField label={words.titleLabel} value={titleOf(conversation, said)} onChange={(title) => onSaid({ ...said, titles: new Map([...said.titles, [conversation.key, title]]) })} maxLength={300} />;
}

/** In one conversation: as the export says, or asked by its names. */
function WhoIsMe({ conversation, said, onSaid }: OneProps) {
  const names = namesToAsk([conversation]);
  const set = (me: string | null): void => onSaid({ ...said, me: new Map([...said.me, [conversation.key, me]]) });
  const owner = ownerFound(conversation);
  if (names.length === 0) return null;
  return (
    <AskName
      label={words.meLabel} hint={owner === null ? words.meHint : words.ownerSaid(showHidden(owner))} names={names.map(({ name, wrote }) => ({ name, hint: words.wrote(wrote) }))}
      value={said.me.has(conversation.key) ? said.me.get(conversation.key) ?? null : owner ?? undefined} onChange={set}
    />
  );
}

/** In several at once: only where the export leaves it open in one of them. */
function MeInAll({ conversations, said, onSaid }: { conversations: readonly ConversationFound[]; said: Said; onSaid: (said: Said) => void }) {
  const owners = [...new Set(conversations.map(ownerFound))];
  const [owner] = owners;
  if (owners.length === 1 && owner) return <p className="measure">{words.ownerSaid(showHidden(owner))}</p>;
  const open = conversations.filter((conversation) => ownerFound(conversation) === null);
  const names = namesToAsk(open);
  if (names.length === 0) return null;
  return (
    <AskName
      label={words.meLabelAll} hint={words.meHint} names={names.map(({ name, inCount }) => ({ name, hint: words.inConversations(inCount, open.length) }))}
      value={said.meInAll} onChange={(meInAll) => onSaid({ ...said, meInAll })}
    />
  );
}

/** In one of several: what holds for it, to be changed. */
function MeSelect({ conversation, said, onSaid }: OneProps) {
  if (conversation.participants.length === 0) return null;
  return (
    <Select
      label={words.meLabel} value={meIn(conversation, said) ?? nobody} options={[...optionsOf(conversation.participants), { value: nobody, label: words.meNobody }]}
      onChange={(name) => onSaid({ ...said, me: new Map([...said.me, [conversation.key, name === nobody ? null : name]]) })}
    />
  );
}

const optionsOf = (participants: ConversationFound['participants']) => [...new Map(participants.map(({ name, handle }) => [name, { value: name, label: showHidden(name) || showHidden(handle), hint: showHidden(handle) }])).values()];

function AskName({ label, hint, names, value, onChange }: { label: string; hint: ReactNode; names: readonly { name: string; hint: string }[]; value: string | null | undefined; onChange: (name: string | null) => void }) {
  const options = [...names.map((one) => ({ value: one.name, label: showHidden(one.name), hint: one.hint })), { value: nobody, label: words.meNobody }];
  const now = value === undefined ? null : value ?? nobody;
  const choose = (name: string): void => onChange(name === nobody ? null : name);
  return names.length > namesInSight
    ? <Select label={label} hint={hint} value={now} options={options} onChange={choose} />
    : <RadioGroup label={label} hint={hint} value={now} options={options} onChange={choose} />;
}
