import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Conversation, Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { flagWords, sayCall } from '../../../shared/messages/en-gb/message-words';
import { sayNumber } from '../../../shared/messages/plural';
import { showHidden } from '../../../shared/text/show-hidden';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';
import { RedactButton } from '../../ui-record/redaction/redact-words';
import { sayBasis, sayWholeMoment } from './message-time';

const words = messages.conversations.details;
/** Of a longer message she selects what is meant. */
const shortText = 200;

/** What is known of one message: its time and how that is known, and where in which file it can be checked. */
export function MessageDetails({ conversation, message, onOpenDocument, onClose }: { conversation: Conversation; message: Message; onOpenDocument: (id: Id) => void; onClose: () => void }) {
  const source = conversation.sources[message.sourceNumber];
  const file = useAsk('documents.get', source ? { id: source.documentId } : null).value;
  const { readOnly } = useProgram();
  const handle = conversation.participants.find(({ name }) => name === message.sender)?.handle ?? '';
  const fact = (name: string, value: ReactNode): { name: string; value: ReactNode }[] => (value === '' || value === null ? [] : [{ name, value }]);
  return (
    <section className="side-part stack-tight" aria-label={words.title}>
      <div className="side-head"><h2>{words.title}</h2><span className="beside-where-wide"><Button tone="quiet" onPress={onClose}>{words.close}</Button></span></div>
      <Facts facts={[
        ...fact(words.sender, message.sender && <bdi>{showHidden(message.sender)}</bdi>),
        ...fact(words.handle, handle !== message.sender && handle !== '' ? <bdi>{showHidden(handle)}</bdi> : ''),
        { name: words.read, value: sayWholeMoment(message) || words.none },
        ...fact(words.basisName, sayBasis(message)),
        { name: words.written, value: message.atAsWritten === '' ? words.none : <bdi>{message.atAsWritten}</bdi> },
        ...fact(words.call, message.call && sayCall(message.call)),
        ...fact(words.says, message.flags.map((flag) => flagWords[flag]).join(', ')),
        ...fact(words.phoneLine, message.line && <bdi>{showHidden(message.line)}</bdi>),
        ...fact(words.service, conversation.service && <bdi>{showHidden(conversation.service)}</bdi>),
        ...(message.attachments.length === 0 ? [] : [{ name: words.attachment(message.attachments.length), value: <ul>{message.attachments.map(({ name, documentId, absent }, index) => <li key={index}>{documentId === null ? messages.conversations.view.absent(showHidden(name), absent ?? 'not-there') : <bdi>{showHidden(name) || messages.conversations.view.aFile}</bdi>}</li>)}</ul> }]),
        ...fact(words.file, file && <bdi>{showHidden(file.originalName)}</bdi>),
        ...fact(words.sourceEntry, source?.entryName ? <bdi>{showHidden(source.entryName)}</bdi> : ''),
        ...(message.sourceLine === 0 ? [] : [{ name: words.line, value: sayNumber(message.sourceLine) }]),
        { name: words.offset, value: words.offsetValue(message.sourceOffset, message.sourceLength) },
      ]} />
      <div className="row">
        {!readOnly && <RedactButton words={message.text.length <= shortText ? message.text : ''} />}
        {source && <Button tone="quiet" icon={FileText} onPress={() => onOpenDocument(source.documentId)}>{words.openSource}</Button>}
      </div>
    </section>
  );
}
