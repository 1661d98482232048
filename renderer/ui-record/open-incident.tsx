import { BookOpenText } from 'lucide-react';
import type { Incident } from '../../shared/model/incident';
import type { Id } from '../../shared/model/identity';
import { messages } from '../../shared/messages/en-gb';
import { usePlaces } from '../app/places';
import { useAsk } from '../app/use-ask';
import { Button } from '../ui/button';

const firstWords = 48;

/** What an entry is called in a few words: its title, else how its account begins, else that it is one. */
function shortNameOf({ content: { title, account } }: Incident): string {
  const said = (title || account).replace(/\s+/g, ' ').trim();
  if (said.length <= firstWords) return said || messages.linking.wordless;
  const space = said.lastIndexOf(' ', firstWords);
  return `${said.slice(0, space > 0 ? space : firstWords)}…`;
}

/** The way to an entry that something is linked to, by its name; of an erased one only that it was erased. */
export function OpenIncident({ id }: { id: Id }) {
  const { go } = usePlaces();
  const incident = useAsk('incidents.get', { id });
  if (!incident.value) return null;
  if (incident.value.status === 'erased') return <span className="quiet">{messages.incident.erasedTitle}</span>;
  return <Button tone="quiet" icon={BookOpenText} onPress={() => go({ name: 'chronology', open: { subject: 'incident', id } })}><bdi>{shortNameOf(incident.value)}</bdi></Button>;
}
