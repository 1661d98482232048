import type { Message } from '../../../../shared/model/conversation';
import { messages } from '../../../../shared/messages/en-gb';
import { flagsToSay, flagWords, sayCall } from '../../../../shared/messages/en-gb/message-words';
import { showHidden } from '../../../../shared/text/show-hidden';
import { sayWholeMoment } from '../message-time';

/** One message in words alone: when, who, what. */
export function MessageLines({ message }: { message: Message }) {
  const files = message.attachments.map(({ name }) => showHidden(name) || messages.conversations.view.aFile).join(', ');
  const flags = flagsToSay(message).map((flag) => flagWords[flag]).join(', ');
  return (
    <div>
      <p className="small quiet"><bdi>{sayWholeMoment(message) || message.atAsWritten || messages.conversations.view.notDated}</bdi>{flags !== '' && ` · ${flags}`}</p>
      <p className="export-words"><strong><bdi>{message.isMe ? messages.conversations.view.you : showHidden(message.sender)}</bdi></strong> {message.call !== null && sayCall(message.call)} {message.text}{files !== '' && <span className="quiet"> [{files}]</span>}</p>
    </div>
  );
}
