import { messages } from '../../../shared/messages/en-gb';
import { lockNow } from '../../app/leave';
import { usePlaces } from '../../app/places';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** A vault that was opened damaged: what can still be done with it. */
export function ReadOnlyNotice() {
  const texts = messages.vault;
  const { go } = usePlaces();
  return <Notice tone="loss" title={texts.stateReadOnly} actions={<><Button onPress={() => go({ name: 'hand-over' })}>{messages.handOver.title}</Button><Button onPress={() => void lockNow({ toJoin: true })}>{messages.backup.join.lockAndJoin}</Button></>}><p>{texts.readOnlyNext}</p><p>{messages.backup.join.lockFirst}</p></Notice>;
}
