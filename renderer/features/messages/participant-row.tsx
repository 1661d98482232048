import { UserCheck } from 'lucide-react';
import { useId } from 'react';
import type { Participant } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { suggestFor } from './who-is-who';

const words = messages.conversations.about;
const nobody = 'nobody';

/** One name of a conversation and who in People that is, as she says. A suggestion stands beside it until she takes it or chooses otherwise; it is never taken for her. */
export function ParticipantRow({ participant, people, personId, onJoin }: { participant: Participant; people: readonly Person[]; personId: Id | null; onJoin: (personId: Id | null) => void }) {
  const suggestionId = useId();
  const name = showHidden(participant.name);
  const handle = showHidden(participant.handle);
  const suggestion = personId === null ? suggestFor(participant, people) : null;
  return (
    <div className="participant stack-tight">
      <Select
        label={words.who(name || handle)} hint={handle !== '' && handle !== name ? words.handle(handle) : undefined} value={personId ?? nobody}
        options={[{ value: nobody, label: words.nobody }, ...people.map((person) => ({ value: person.id, label: person.name }))]} onChange={(id) => onJoin(id === nobody ? null : id)}
      />
      {suggestion && (
        <div className="row participant-suggestion">
          <p className="small" id={suggestionId}>{words.suggestion[suggestion.because](suggestion.person.name)}</p>
          <Button tone="quiet" icon={UserCheck} aria-describedby={suggestionId} onPress={() => onJoin(suggestion.person.id)}>{words.takeSuggestion(suggestion.person.name)}</Button>
        </div>
      )}
    </div>
  );
}
