import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { daysSince } from './days-since';
import { usePlaces } from './places';
import { useAsk } from './use-ask';

/** After so many days one quiet line says how old the newest backup is. */
const oldAfterDays = 30;

/** One line, and only where she has chosen a place for backups and the newest one is old, or gone. It tells nothing of the record. */
export function OldBackupLine() {
  const texts = messages.backup;
  const { go } = usePlaces();
  const { value } = useAsk('backup.places', {});
  const made = (value?.places ?? []).filter(({ lastUtc }) => lastUtc !== null);
  const newest = made.filter(({ reachable, holdsBackup }) => !reachable || holdsBackup).map(({ lastUtc }) => lastUtc ?? '').sort().at(-1);
  const days = newest === undefined ? 0 : daysSince(newest);
  const isGone = made.length > 0 && newest === undefined;
  if (days < oldAfterDays && !isGone) return null;
  return <div className="row"><span className="quiet">{isGone ? texts.oldGone : texts.old(days)}</span><Button tone="quiet" onPress={() => go({ name: 'vault' })}>{texts.oldGo}</Button></div>;
}
