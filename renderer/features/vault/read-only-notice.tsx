import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** A vault that was opened damaged: what can still be done with it. */
export function ReadOnlyNotice() {
  const texts = messages.vault;
  const { go } = usePlaces();
  return <Notice tone="loss" title={texts.stateReadOnly} actions={<Button onPress={() => go({ name: 'hand-over' })}>{messages.handOver.title}</Button>}>{texts.readOnlyNext}</Notice>;
}
