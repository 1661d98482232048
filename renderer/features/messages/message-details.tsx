import { FileText } from 'lucide-react';
import type { Conversation, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayNumber } from '../../../shared/messages/plural';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';
import { sayMoment } from '../../ui-record/say-when';

/** Where one message can be checked in its source. */
export function MessageDetails({ conversation, message, onOpenDocument, onClose }: { conversation: Conversation; message: Message; onOpenDocument: (id: Id) => void; onClose: () => void }) {
  const words = messages.conversations.details;
  const source = conversation.sources[message.sourceNumber];
  return (
    <section className="side-part stack-tight" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={onClose}>{words.close}</Button></span></div>
      <Facts facts={[
        ...(message.sender ? [{ name: words.sender, value: <bdi>{showHidden(message.sender)}</bdi> }] : []),
        { name: words.written, value: message.atAsWritten || words.none },
        { name: words.read, value: sayMoment(message.at) || words.none },
        { name: words.line, value: sayNumber(message.sourceLine) },
        { name: words.offset, value: words.offsetValue(message.sourceOffset, message.sourceLength) },
        ...(source?.entryName ? [{ name: words.sourceEntry, value: source.entryName }] : []),
        ...message.attachments.map(({ name }) => ({ name: words.attachment, value: <bdi>{showHidden(name)}</bdi> })),
      ]} />
      <div className="row">
        {source && <Button tone="quiet" icon={FileText} onPress={() => onOpenDocument(source.documentId)}>{words.openSource}</Button>}
      </div>
    </section>
  );
}
