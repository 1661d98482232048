import { FileCheck, HardDriveUpload, X } from 'lucide-react';
import type { BackupPlace } from '../../../shared/contract/backup-calls';
import { messages } from '../../../shared/messages/en-gb';
import { useCopyWork } from '../../app/copy-work';
import { daysSince } from '../../app/days-since';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { Notice } from '../../ui/notice';
import { ProgressLine } from '../../ui/progress-line';
import { BackupResult } from './backup-result';

export interface BackupPlaceRowProps {
  readonly place: BackupPlace;
  /** A damaged vault is never copied over a backup; the backup may still be checked. */
  readonly isReadOnly: boolean;
  readonly onForget: () => void;
}

/** One place: its name, in quiet words how old the copy there is, what can be done, and beneath it what is being done and how it ended. */
export function BackupPlaceRow({ place, isReadOnly, onForget }: BackupPlaceRowProps) {
  const texts = messages.backup;
  const { job, running, error, start, cancel, forget } = useCopyWork();
  const isBusy = running !== null;
  const isHere = job !== null && job.what !== 'move' && job.placeId === place.id;
  const canCheck = place.reachable && place.holdsBackup;
  return (
    <li className="backup-place">
      <div className="backup-place-line">
        <div>
          <p className="backup-place-name" dir="auto">{place.name}</p>
          <p className="quiet">{sayAge(place)}</p>
          {!place.reachable && <p className="quiet">{texts.away}</p>}
        </div>
        <div className="row">
          {!isReadOnly && <Button icon={HardDriveUpload} onPress={() => void start({ what: 'back-up', placeId: place.id })} isDisabled={isBusy || !place.reachable} aria-label={`${texts.run}: ${place.name}`}>{texts.run}</Button>}
          <Menu tone="quiet" actions={[
            { id: 'check', label: texts.check, icon: FileCheck, onAction: () => void start({ what: 'check', placeId: place.id }), isDisabled: isBusy || !canCheck },
            ...(isReadOnly ? [] : [{ id: 'forget', label: texts.forget, icon: X, onAction: onForget, isDisabled: isBusy }]),
          ]} />
        </div>
      </div>
      {isHere && running && <ProgressLine {...running} onCancel={cancel} />}
      {isHere && !running && error && (error.code === 'backup-gone' ? (
        <Notice tone="needs-you" announce actions={<>
          <Button onPress={forget}>{texts.notNow}</Button>
          <Button onPress={() => void start({ what: 'back-up', placeId: place.id, anew: true })}>{texts.makeAnew}</Button>
        </>}>{texts.askGone}</Notice>
      ) : <Notice tone="needs-you" announce>{texts.errors[error.code] ?? messages.errors.say(error)}</Notice>)}
      {isHere && <BackupResult />}
    </li>
  );
}

/** How old the backup there is; or that it is gone, or that it was found and is of no known date. */
function sayAge({ lastUtc, checkedUtc, reachable, holdsBackup }: BackupPlace): string {
  const texts = messages.backup;
  if (lastUtc === null) return holdsBackup ? texts.found : texts.notYet;
  if (reachable && !holdsBackup) return texts.gone(daysSince(lastUtc));
  return [texts.last(daysSince(lastUtc)), checkedUtc && texts.checkedWhole(daysSince(checkedUtc))].filter(Boolean).join(' · ');
}
