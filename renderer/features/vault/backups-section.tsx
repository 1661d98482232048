import { FolderPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract';
import type { BackupPlace } from '../../../shared/contract/backup-calls';
import type { CallError } from '../../../shared/contract/errors';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { useCopyWork } from '../../app/copy-work';
import type { Asked } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/page';
import { BackupPlaceRow } from './backup-place-row';
import { type VaultFacts, vaultSections } from './vault-facts';
import './backups.css';

/** How often a place that cannot be reached, or whose backup is gone, is looked at again: she may be plugging the stick in. */
const lookEveryMs = 3000;

/** Keeping a second copy somewhere else: the places, how old each copy is, and making, checking and forgetting one. */
export function BackupsSection({ known, asked: { value, error, again } }: { readonly known: VaultFacts; readonly asked: Asked<CallOutput<'backup.places'>> }) {
  const texts = messages.backup;
  const { job, running, done, checked, error: failed, forget: forgetWork } = useCopyWork();
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<CallError | null>(null);
  const places = value?.places ?? [];
  const isSomeAway = places.some(({ reachable, holdsBackup, lastUtc }) => !reachable || (lastUtc !== null && !holdsBackup));

  useEffect(again, [done, checked, failed, again]);
  useEffect(() => {
    if (!isSomeAway) return undefined;
    const timer = setInterval(again, lookEveryMs);
    return () => clearInterval(timer);
  }, [isSomeAway, again]);

  const add = async (): Promise<void> => {
    if (!running) forgetWork();
    setSaid(null);
    setRefused(null);
    const answer = await ask('backup.addPlace', {});
    if (!answer.ok) { setRefused(answer.error); return; }
    const added = answer.value.place;
    if (added && !places.some(({ id }) => id === added.id)) setSaid(sayAdded(added));
    again();
  };
  const forget = async (id: string, name: string): Promise<void> => {
    if (!running) forgetWork();
    const answer = await ask('backup.forgetPlace', { id });
    setSaid(answer.ok ? texts.forgotten(name) : null);
    setRefused(answer.ok ? null : answer.error);
    again();
  };

  const shown = refused ?? error;
  return (
    <Section title={texts.title} description={texts.lead} id={vaultSections.backups}>
      {places.length > 0 && (
        <ul className="backup-places" aria-label={texts.listLabel}>
          {places.map((place) => <BackupPlaceRow key={place.id} place={place} isReadOnly={known.readOnly} onForget={() => void forget(place.id, place.name)} />)}
        </ul>
      )}
      {known.readOnly ? <p className="measure">{texts.readOnly}</p> : (
        <div className="row">
          <Button icon={FolderPlus} onPress={() => void add()} isDisabled={running !== null && job?.what === 'move'}>{places.length === 0 ? texts.addFirst : texts.add}</Button>
          <span role="status" className="quiet">{job ? null : said}</span>
        </div>
      )}
      {shown && <Notice tone="needs-you" announce>{texts.errors[shown.code] ?? messages.errors.say(shown)}</Notice>}
      {value && <Folded title={texts.advice} ><ul className="backup-advice measure">{texts.adviceLines.map((line) => <li key={line}>{line}</li>)}</ul></Folded>}
    </Section>
  );
}

function sayAdded({ name, holdsBackup, lastUtc }: BackupPlace): string {
  const texts = messages.backup;
  return holdsBackup ? texts.addedWithBackup(name, lastUtc && messages.dates.day(lastUtc)) : texts.added(name);
}
