import { messages } from '../../../../shared/messages/en-gb';
import { sayNumber } from '../../../../shared/messages/plural';
import { mostScheduled } from '../../../../shared/model/output';
import { useAsk } from '../../../app/use-ask';
import { Select } from '../../../ui/select';
import { formatOf, type WishesProps } from './wishes';

const marked = 'marked';

/** Of a schedule of messages: those she marked, or the whole of one conversation. */
export function MessageFields({ wishes, onWishes }: WishesProps) {
  const words = messages.outputs.messages;
  const conversations = useAsk('conversations.list', {}).value?.conversations ?? [];
  const isTooLong = conversations.some(({ id, messageCount }) => id === wishes.conversationId && messageCount > mostScheduled[formatOf(wishes)]);
  return (
    <section className="output-fields" aria-label={messages.outputs.kinds.messages.label}>
      <Select
        label={words.which} error={isTooLong ? words.tooLong : null} value={wishes.conversationId ?? marked} onChange={(id) => onWishes({ ...wishes, conversationId: id === marked ? null : id })}
        options={[{ value: marked, label: words.marked, hint: words.markedHint }, ...conversations.map(({ id, title, messageCount }) => ({ value: id, label: words.whole(title), hint: words.count(sayNumber(messageCount)) }))]}
      />
    </section>
  );
}
