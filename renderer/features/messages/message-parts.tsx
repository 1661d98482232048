import { FileText, Film, Mic, Paperclip, Phone, PhoneIncoming, PhoneMissed, PhoneOff, PhoneOutgoing, Reply, Video, Voicemail } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { NeutralCall } from '../../../shared/model/message-facts';
import type { Message } from '../../../shared/model/conversation';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { sayCall } from '../../../shared/messages/en-gb/message-words';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Curtain } from '../../ui-viewer/curtain';
import { useEvidence } from '../../ui-viewer/use-evidence';

const words = messages.conversations.view;

const callIcons: Record<NeutralCall['kind'], LucideIcon> = {
  incoming: PhoneIncoming, outgoing: PhoneOutgoing, missed: PhoneMissed, voicemail: Voicemail, rejected: PhoneOff, blocked: PhoneOff, 'answered-elsewhere': Phone, 'not-said': Phone,
};

/** A call, in words and a drawing of them. */
export function CallOf({ call }: { call: NeutralCall }) {
  const Icon = call.isVideo && call.kind !== 'missed' ? Video : callIcons[call.kind];
  return <p className="bubble-call" data-missed={call.kind === 'missed' || undefined}><Icon size="1.125em" strokeWidth={1.75} aria-hidden /> <span>{sayCall(call)}</span></p>;
}

/** What a message answers, as far as the source repeats it. */
export function QuotedBy({ quoted }: { quoted: NonNullable<Message['quoted']> }) {
  return (
    <blockquote className="bubble-quoted">
      <p className="bubble-quoted-who"><Reply size="1em" aria-hidden /> {quoted.sender === '' ? words.answers : words.answersTo(showHidden(quoted.sender))}</p>
      {quoted.text !== '' && <p className="bubble-quoted-text">{quoted.text}</p>}
    </blockquote>
  );
}

/** Who put which sign under a message. */
export function ReactionsTo({ reactions }: { reactions: Message['reactions'] }) {
  if (reactions.length === 0) return null;
  const byWhat = new Map<string, string[]>();
  for (const { by, what } of reactions) byWhat.set(what, [...(byWhat.get(what) ?? []), showHidden(by)]);
  return (
    <ul className="bubble-reactions" aria-label={words.reactions}>
      {[...byWhat].map(([what, by]) => <li key={what}><span>{what}</span> <bdi>{words.reactedBy(by.filter((name) => name !== ''))}</bdi></li>)}
    </ul>
  );
}

/** The files of a message, one under the other. */
export function AttachmentsOf({ message: { attachments, flags }, onOpenDocument }: { message: Pick<Message, 'attachments' | 'flags'>; onOpenDocument: (id: Id) => void }) {
  const isVoiceNote = flags.includes('voice-note');
  return attachments.map(({ name, documentId, absent }, index) => (documentId === null
    ? <p key={index} className="bubble-absent"><Paperclip size="1em" aria-hidden /> {words.absent(showHidden(name), absent ?? 'not-there')}</p>
    : <KeptAttachment key={index} documentId={documentId} name={showHidden(name)} isVoiceNote={isVoiceNote} onOpenDocument={onOpenDocument} />));
}

/** Shown by what its bytes are, as everywhere; the name alone decides nothing. */
function KeptAttachment({ documentId, name, isVoiceNote, onOpenDocument }: { documentId: Id; name: string; isVoiceNote: boolean; onOpenDocument: (id: Id) => void }) {
  const form = useAsk('documents.get', { id: documentId }).value?.form;
  const isInline = form === 'image' || form === 'audio';
  const { url } = useEvidence(isInline ? documentId : null);
  const Icon = form === 'audio' ? Mic : form === 'video' ? Film : FileText;
  const label = name === '' ? words.aFile : name;
  return (
    <>
      {form === 'image' && <div className="bubble-picture" onClick={(event) => event.stopPropagation()}><Curtain what="picture" isSmall>{url ? <img src={url} alt={label} draggable={false} /> : <span />}</Curtain></div>}
      {form === 'audio' && <div className="bubble-sound" onClick={(event) => event.stopPropagation()}>{url && <audio src={url} controls preload="none" aria-label={isVoiceNote ? words.voiceNote(label) : label} controlsList="nodownload noplaybackrate noremoteplayback" />}</div>}
      <button type="button" className="bubble-open" onClick={(event) => { event.stopPropagation(); onOpenDocument(documentId); }}><Icon size="1em" aria-hidden /> {words.openDocument(label)}</button>
    </>
  );
}
