import { UserCheck } from 'lucide-react';
import { useId } from 'react';
import type { Participant } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { type Person, personOf } from '../../../shared/model/person';
import type { SuggestedPerson } from '../../../shared/model/same-conversation';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';

const words = messages.conversations.about;
const nobody = 'nobody';

/** One name of a conversation and who in People that is, as she says. A suggestion stands beside it until she takes it or chooses otherwise; it is never taken for her. */
export function ParticipantRow({ participant, people, suggested, personId, onJoin }: { participant: Participant; people: readonly Person[]; suggested: SuggestedPerson | null; personId: Id | null; onJoin: (personId: Id | null) => void }) {
  const suggestionId = useId();
  const name = showHidden(participant.name);
  const handle = showHidden(participant.handle);
  const suggestedName = personId === null && suggested !== null ? personOf(people, suggested.personId)?.name ?? null : null;
  return (
    <div className="participant stack-tight">
      <Select
        label={words.who(name || handle)} hint={handle !== '' && handle !== name ? words.handle(handle) : undefined} value={personOf(people, personId)?.id ?? (personId === null || people.length === 0 ? nobody : personId)}
        options={[{ value: nobody, label: words.nobody }, ...(personId !== null && personOf(people, personId) === undefined ? [{ value: personId, label: messages.people.erasedPerson }] : []), ...people.map((person) => ({ value: person.id, label: person.name }))]} onChange={(id) => onJoin(id === nobody ? null : id)}
      />
      {suggested !== null && suggestedName !== null && (
        <div className="row participant-suggestion">
          <p className="small" id={suggestionId}>{words.suggestion[suggested.because](suggestedName)}</p>
          <Button tone="quiet" icon={UserCheck} aria-describedby={suggestionId} onPress={() => onJoin(suggested.personId)}>{words.takeSuggestion(suggestedName)}</Button>
        </div>
      )}
    </div>
  );
}
