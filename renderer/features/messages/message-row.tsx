import { Check, FileText, Film, Mic, Paperclip } from 'lucide-react';
import { memo } from 'react';
import type { Message, MessageAttachment } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { FoundText, findMarks } from '../../ui/found-text';
import { Curtain } from '../../ui-viewer/curtain';
import { useEvidence } from '../../ui-viewer/use-evidence';
import { sayDayOf, sayTimeOf } from '../../ui-record/say-when';

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
  const time = sayTimeOf(message.at) || message.atAsWritten;
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
        <div className="bubble">
          {message.kind === 'message' && <p className={followsOn ? 'visually-hidden' : 'bubble-sender'}>{sender}</p>}
          {message.kind === 'not-understood' && <p className="bubble-sender">{words.notUnderstood}</p>}
          {message.attachments.map((attachment, index) => <AttachmentOf key={index} attachment={attachment} onOpenDocument={onOpenDocument} />)}
          <div className="bubble-line">
            {message.text !== '' && <p className="bubble-text"><FoundText text={message.text} marks={query ? findMarks(message.text, query) : []} /></p>}
            <p className="bubble-foot">
              {message.flags.map((flag) => <span key={flag}>{words.flags[flag]}</span>)}
              <time dateTime={message.at || undefined}>{time}</time>
            </p>
          </div>
        </div>
      </div>
    </div>
  );
});

function AttachmentOf({ attachment, onOpenDocument }: { attachment: MessageAttachment; onOpenDocument: (id: Id) => void }) {
  if (attachment.documentId === null) return <p className="bubble-absent"><Paperclip size="1em" aria-hidden /> {words.absent(showHidden(attachment.name), attachment.absent ?? 'not-there')}</p>;
  return <KeptAttachment documentId={attachment.documentId} name={showHidden(attachment.name)} onOpenDocument={onOpenDocument} />;
}

/** Shown by what its bytes are, as everywhere; the name alone decides nothing. */
function KeptAttachment({ documentId, name, onOpenDocument }: { documentId: Id; name: string; onOpenDocument: (id: Id) => void }) {
  const form = useAsk('documents.get', { id: documentId }).value?.form;
  const isInline = form === 'image' || form === 'audio';
  const { url } = useEvidence(isInline ? documentId : null);
  const Icon = form === 'audio' ? Mic : form === 'video' ? Film : FileText;
  return (
    <>
      {form === 'image' && <div className="bubble-picture" onClick={(event) => event.stopPropagation()}><Curtain what="picture" isSmall>{url ? <img src={url} alt={name} draggable={false} /> : <span />}</Curtain></div>}
      {form === 'audio' && <div className="bubble-sound" onClick={(event) => event.stopPropagation()}>{url && <audio src={url} controls preload="none" aria-label={name} controlsList="nodownload noplaybackrate noremoteplayback" />}</div>}
      <button type="button" className="bubble-open" onClick={(event) => { event.stopPropagation(); onOpenDocument(documentId); }}><Icon size="1em" aria-hidden /> {words.openDocument(name)}</button>
    </>
  );
}
