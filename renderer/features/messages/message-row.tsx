import { Check } from 'lucide-react';
import { memo } from 'react';
import type { Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { flagsToSay, flagWords, isUnsent } from '../../../shared/messages/en-gb/message-words';
import { showHidden } from '../../../shared/text/show-hidden';
import { FoundText, findMarks } from '../../ui/found-text';
import { sayDayOf } from '../../ui-record/say-when';
import { AttachmentsOf, CallOf, QuotedBy, ReactionsTo } from './message-parts';
import { sayRowTime } from './message-time';

export interface MessageRowProps {
  id: string;
  message: Message;
  /** Whether a new day begins with it. */
  startsDay: boolean;
  /** Whether the message before is by the same sender on the same day: the name is then not said again. */
  followsOn: boolean;
  isActive: boolean;
  isSelected: boolean;
  isMarked: boolean;
  query: string;
  /** Whether its margin can be used: not in a vault that can only be read. */
  canMark: boolean;
  onMargin: (ordinal: number, extend: boolean) => void;
  onPress: (ordinal: number) => void;
  onOpenDocument: (id: Id) => void;
}

const words = messages.conversations.view;

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { id, message, startsDay, followsOn, isActive, isSelected, isMarked, query, canMark, onMargin, onPress, onOpenDocument } = props;
  const side = message.kind !== 'message' ? 'middle' : message.isMe ? 'me' : 'them';
  const sender = message.isMe ? words.you : showHidden(message.sender);
  return (
    <div
      id={id} role="row" className="message-row" data-row={message.ordinal} data-side={side} data-active={isActive || undefined} data-selected={isSelected || undefined} data-marked={isMarked || undefined} data-follows={followsOn || undefined}
      aria-rowindex={message.ordinal + 1} aria-selected={isSelected} onClick={() => onPress(message.ordinal)}
    >
      <div
        role="gridcell" className="message-margin" data-live={canMark || undefined} title={canMark ? words.margin : undefined} onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => { event.stopPropagation(); if (canMark) onMargin(message.ordinal, event.shiftKey); }}
      >
        {canMark && <span className="message-margin-box" aria-hidden>{isSelected && <Check size="0.75em" strokeWidth={3} />}</span>}
        {isMarked && <span className="visually-hidden">{words.inExcerpt}</span>}
      </div>
      <div role="gridcell" className="message-cell">
        {startsDay && <p className="message-day">{message.at === '' ? words.undatedDay : sayDayOf(message.at)}</p>}
        <div className="bubble" data-unsent={isUnsent(message) || undefined}>
          {message.kind === 'message' && <p className={followsOn ? 'visually-hidden' : 'bubble-sender'}>{sender}</p>}
          {message.kind === 'not-understood' && <p className="bubble-sender">{words.notUnderstood}</p>}
          {message.quoted && <QuotedBy quoted={message.quoted} />}
          {message.call && <CallOf call={message.call} />}
          <AttachmentsOf message={message} onOpenDocument={onOpenDocument} />
          <div className="bubble-line">
            {message.text !== '' && <p className="bubble-text"><FoundText text={message.text} marks={query ? findMarks(message.text, query) : []} /></p>}
            <p className="bubble-foot">
              {flagsToSay(message).map((flag) => <span key={flag}>{flagWords[flag]}</span>)}
              <time dateTime={message.at || undefined}>{sayRowTime(message)}</time>
            </p>
          </div>
          <ReactionsTo reactions={message.reactions} />
        </div>
      </div>
    </div>
  );
});
