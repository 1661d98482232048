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
  const failed = isHere && !isBusy ? error : null;
  // Once the right stick is in, there is nothing to ask any more.
  const isAsked = failed?.code === 'backup-gone' && isGone(place);
  const canCheck = place.reachable && place.holdsBackup;
  return (
    <li className="backup-place">
      <div className="backup-place-line">
        <div>
          <p className="backup-place-name" dir="auto">{place.name}</p>
          <p className="quiet">{sayAge(place)}</p>
          {!place.reachable && <p className="quiet">{texts.away}</p>}
          {isGone(place) && !isAsked && <p className="quiet">{texts.isRight}</p>}
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
      {isAsked && (
        <Notice tone="needs-you" announce actions={<>
          <Button onPress={forget}>{texts.notNow}</Button>
          <Button onPress={() => void start({ what: 'back-up', placeId: place.id, anew: true })}>{texts.makeAnew}</Button>
        </>}>{texts.askGone}</Notice>
      )}
      {failed && failed.code !== 'backup-gone' && <Notice tone="needs-you" announce>{texts.errors[failed.code] ?? messages.errors.say(failed)}</Notice>}
      {isHere && <BackupResult />}
    </li>
  );
}

/** There was a backup here, and there is none now. */
function isGone({ lastUtc, reachable, holdsBackup }: BackupPlace): boolean {
  return lastUtc !== null && reachable && !holdsBackup;
}

/** How old the backup there is; or that it is gone, or that it was found and is of no known date. */
function sayAge(place: BackupPlace): string {
  const texts = messages.backup;
  const { lastUtc, checkedUtc, holdsBackup } = place;
  if (lastUtc === null) return holdsBackup ? texts.found : texts.notYet;
  if (isGone(place)) return texts.gone(daysSince(lastUtc));
  return [texts.last(daysSince(lastUtc)), checkedUtc && texts.checkedWhole(daysSince(checkedUtc))].filter(Boolean).join(' · ');
}
