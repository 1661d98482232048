import { messages } from '../../shared/messages/en-gb';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { usePlaces } from './places';
import { useAsk } from './use-ask';

/** On the first page after opening, only where the newest check of the vault found something that is not mended. It names nothing. */
export function CheckFoundLine() {
  const texts = messages.check;
  const { go } = usePlaces();
  const { value } = useAsk('check.state', {});
  const open = value?.last?.findings.some((each) => each.about !== 'part' || !each.isMended) === true;
  if (!open) return null;
  return <Notice tone="needs-you" actions={<Button onPress={() => go({ name: 'vault' })}>{texts.title}</Button>}>{texts.foundBefore}</Notice>;
}
