import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { ProgressLine } from '../ui/progress-line';
import { usePlaces } from './places';
import { useRenewalWork } from './renewal-work';

/** Everywhere but on the vault's own page: how far the renewing is, and that it has ended, with the way to what waits there. */
export function RenewalLine() {
  const texts = messages.waysIn.renew;
  const { place, go } = usePlaces();
  const { running, value, error } = useRenewalWork();
  if (place.name === 'vault' || (!running && !value && !error)) return null;
  if (running) return <div className="frame-work"><ProgressLine {...running} /></div>;
  return (
    <div className="frame-error">
      <Notice tone="needs-you" across announce actions={<Button onPress={() => go({ name: 'vault' })}>{value ? texts.seeCode : texts.see}</Button>}>
        {value ? texts.codeWaits : error?.code === 'cancelled' ? texts.stopped : texts.notDone}
      </Notice>
    </div>
  );
}
