import { useState } from 'react';
import type { Conversation } from '../../../shared/model/conversation';
import { type Person, personOf } from '../../../shared/model/person';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { RadioGroup } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { ParticipantRow } from './participant-row';
import { participantsAs } from './participants';

interface AboutProps { conversation: Conversation; onAmended: () => void; onClose: () => void }

const words = messages.conversations.about;
/** More names than this are offered in a list that opens. */
const namesInSight = 8;
/** Most people of a large group that are drawn before she asks for the rest. */
const firstRows = 30;

/** What she says of a conversation as a whole: its name, which side is hers, who in People each name is. */
export function ConversationAbout(props: AboutProps) {
  const { readOnly } = useProgram();
  const people = useAsk('people.list', {}).value?.people ?? [];
  return (
    <section className="side-part stack" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={props.onClose}>{words.close}</Button></span></div>
      {readOnly ? <AboutReading conversation={props.conversation} people={people} /> : <AboutFields {...props} people={people} />}
    </section>
  );
}

/** The same to read, in a vault that cannot be changed. */
function AboutReading({ conversation: { title, participants }, people }: { conversation: Conversation; people: readonly Person[] }) {
  return (
    <Facts facts={[
      { name: words.name, value: title },
      { name: words.you, value: showHidden(participants.find(({ isMe }) => isMe)?.name ?? words.nobodyHere) },
      ...participants.map(({ name, handle, personId }) => ({ name: words.who(showHidden(name) || showHidden(handle)), value: personId === null ? words.nobody : personOf(people, personId)?.name ?? messages.people.erasedPerson })),
    ]} />
  );
}

function AboutFields({ conversation, onAmended, people }: AboutProps & { people: readonly Person[] }) {
  const bringing = messages.bringingIn.about;
  const { participants } = conversation;
  const suggested = useAsk('conversations.suggestPeople', { id: conversation.id }).value?.suggestions ?? [];
  const [title, setTitle] = useState(conversation.title);
  const [me, setMe] = useState(() => String(participants.findIndex(({ isMe }) => isMe)));
  const [joined, setJoined] = useState<readonly (Id | null)[]>(() => participants.map(({ personId }) => personId));
  const [rows, setRows] = useState(firstRows);
  const [complaint, setComplaint] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'saved' | { refusal: string } | null>(null);
  const touch = (): void => { setOutcome(null); setComplaint(null); };

  async function save(): Promise<void> {
    if (title.trim() === '') { setComplaint(words.nameNeeded); return; }
    const result = await ask('conversations.amend', { id: conversation.id, title: title.trim(), participants: participantsAs(participants, Number(me), joined) });
    setOutcome(result.ok ? 'saved' : { refusal: messages.errors.say(result.error) });
    if (result.ok) onAmended();
  }
  const names = [
    ...participants.map(({ name, handle }, index) => ({ value: String(index), label: showHidden(name) || showHidden(handle), hint: handle !== name ? showHidden(handle) : '' })),
    { value: '-1', label: bringing.meNobody },
  ];
  const meAsk = { label: bringing.meLabel, hint: bringing.meHint, value: me, options: names, onChange: (chosen: string) => { setMe(chosen); touch(); } };
  return (
    <>
      <TextField label={bringing.titleLabel} value={title} onChange={(typed) => { setTitle(typed); touch(); }} maxLength={300} error={complaint} />
      {participants.length > 0 && (participants.length > namesInSight ? <Select {...meAsk} /> : <RadioGroup {...meAsk} />)}
      {participants.length > 0 && (
        <Section title={words.whoTitle}>
          {people.length === 0 ? <p className="quiet">{words.noPeople}</p> : <>
            <p className="field-hint">{words.whoHint}</p>
            {participants.slice(0, rows).map((participant, index) => (
              <ParticipantRow
                key={index} participant={participant} people={people} suggested={suggested.find((one) => one.participant === participant.name) ?? null} personId={joined[index] ?? null}
                onJoin={(personId) => { setJoined(joined.map((before, at) => (at === index ? personId : before))); touch(); }}
              />
            ))}
            {participants.length > rows && <div className="row"><Button onPress={() => setRows(participants.length)}>{words.showAll(participants.length)}</Button></div>}
          </>}
        </Section>
      )}
      {outcome !== null && outcome !== 'saved' && <Notice tone="needs-you" announce>{outcome.refusal}</Notice>}
      <p role="status" className="quiet small">{outcome === 'saved' ? words.saved : ''}</p>
      <div className="row"><Button tone="primary" onPress={() => void save()}>{words.save}</Button></div>
    </>
  );
}
