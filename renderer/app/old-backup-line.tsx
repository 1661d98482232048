import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { daysSince } from './days-since';
import { usePlaces } from './places';
import { useAsk } from './use-ask';

/** After so many days one quiet line says how old the newest backup is. */
const oldAfterDays = 30;

/** One line, and only where she has chosen a place for backups and the newest one is old. It tells nothing of the record. */
export function OldBackupLine() {
  const texts = messages.backup;
  const { go } = usePlaces();
  const { value } = useAsk('backup.places', {});
  const newest = value?.places.map(({ lastUtc }) => lastUtc).filter((utc) => utc !== null).sort().at(-1);
  const days = newest === undefined ? 0 : daysSince(newest);
  if (days < oldAfterDays) return null;
  return <div className="row"><span className="quiet">{texts.old(days)}</span><Button tone="quiet" onPress={() => go({ name: 'vault' })}>{texts.oldGo}</Button></div>;
}
