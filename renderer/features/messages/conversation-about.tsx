import { useState } from 'react';
import type { Conversation } from '../../../shared/model/conversation';
import type { Person } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { participantsAs } from './participants';

const nobody = 'nobody';

interface AboutProps { conversation: Conversation; onAmended: () => void; onClose: () => void }

/** What she says of a conversation as a whole: its name, which side is hers, who in People each name is. */
export function ConversationAbout(props: AboutProps) {
  const { readOnly } = useProgram();
  const people = useAsk('people.list', {}).value?.people ?? [];
  const words = messages.conversations.about;
  return (
    <section className="side-part stack" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={props.onClose}>{words.close}</Button></span></div>
      {readOnly ? <AboutReading conversation={props.conversation} people={people} /> : <AboutFields {...props} people={people} />}
    </section>
  );
}

/** The same to read, in a vault that cannot be changed. */
function AboutReading({ conversation: { title, participants }, people }: { conversation: Conversation; people: readonly Person[] }) {
  const words = messages.conversations.about;
  return (
    <Facts facts={[
      { name: words.name, value: title },
      { name: words.you, value: participants.find(({ isMe }) => isMe)?.name ?? words.nobodyHere },
      ...participants.map(({ name, personId }) => ({ name: words.who(name), value: people.find(({ id }) => id === personId)?.name ?? words.nobody })),
    ]} />
  );
}

function AboutFields({ conversation, onAmended, people }: AboutProps & { people: readonly Person[] }) {
  const words = messages.conversations;
  const [title, setTitle] = useState(conversation.title);
  const [me, setMe] = useState(() => String(conversation.participants.findIndex(({ isMe }) => isMe)));
  const [joined, setJoined] = useState<readonly (Id | null)[]>(() => conversation.participants.map(({ personId }) => personId));
  const [complaint, setComplaint] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'saved' | { refusal: string } | null>(null);
  const touch = (): void => { setOutcome(null); setComplaint(null); };

  async function save(): Promise<void> {
    if (title.trim() === '') { setComplaint(words.about.nameNeeded); return; }
    const result = await ask('conversations.amend', { id: conversation.id, title: title.trim(), participants: participantsAs(conversation.participants, Number(me), joined) });
    setOutcome(result.ok ? 'saved' : { refusal: messages.errors.say(result.error) });
    if (result.ok) onAmended();
  }
  return (
    <>
      <TextField label={words.bringIn.titleLabel} value={title} onChange={(typed) => { setTitle(typed); touch(); }} maxLength={300} error={complaint} />
      {conversation.participants.length > 0 && (
        <RadioGroup
          label={words.bringIn.meLabel} hint={words.bringIn.meHint} value={me} onChange={(chosen) => { setMe(chosen); touch(); }}
          options={[...conversation.participants.map(({ name }, index) => ({ value: String(index), label: name })), { value: '-1', label: words.bringIn.meNobody }]}
        />
      )}
      <Section title={words.about.whoTitle}>
        {people.length === 0 ? <p className="quiet">{words.about.noPeople}</p> : <>
          <p className="field-hint">{words.about.whoHint}</p>
          {conversation.participants.map(({ name }, index) => (
            <Select
              key={name} label={words.about.who(name)} value={joined[index] ?? nobody} options={[{ value: nobody, label: words.about.nobody }, ...people.map((person) => ({ value: person.id, label: person.name }))]}
              onChange={(id) => { setJoined(joined.map((before, at) => (at === index ? (id === nobody ? null : id) : before))); touch(); }}
            />
          ))}
        </>}
      </Section>
      {outcome !== null && outcome !== 'saved' && <Notice tone="needs-you" announce>{outcome.refusal}</Notice>}
      <p role="status" className="quiet small">{outcome === 'saved' ? words.about.saved : ''}</p>
      <div className="row"><Button tone="primary" onPress={() => void save()}>{words.about.save}</Button></div>
    </>
  );
}
