import { CalendarDays, Check, Clock, ExternalLink, Link2, MapPin, MessagesSquare, Undo2, X } from 'lucide-react';
import type { Ref } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import type { Dated } from '../../../shared/model/dated';
import type { Id } from '../../../shared/model/identity';
import type { InboxItem, InboxState } from '../../../shared/model/inbox';
import type { Tag } from '../../../shared/model/tag';
import { showHidden } from '../../../shared/text/show-hidden';
import { type Place, usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { OpenIncident } from '../../ui-record/open-incident';
import { TagsField } from '../../ui-record/tags-field';
import { DocumentViewer } from '../../ui-viewer/document-viewer';
import { InboxMail } from './inbox-mail';
import { sayAbout, sayTitle } from './say-about';
import { Suggestions } from './suggestions';

export interface InboxThingProps {
  item: InboxItem;
  /** Of an exchange: the e-mail that is looked at, and linked. */
  mailId: Id | null;
  onChooseMail: (mailId: Id) => void;
  onDecide: (state: InboxState) => void;
  onAskLink: () => void;
  onAskDate: () => void;
  onDate: (happened: Dated) => void;
  onLink: (incidentId: Id) => void;
  onTagged: (tag: Tag) => void;
  onTagsChanged: () => void;
  headRef: Ref<HTMLHeadingElement>;
}

/** One item: what it is, what she can do, what may fit, and the thing itself. */
export function InboxThing({ item, mailId, onChooseMail, onDecide, onAskLink, onAskDate, onDate, onLink, onTagged, onTagsChanged, headRef }: InboxThingProps) {
  const { go } = usePlaces();
  const { readOnly } = useProgram();
  const words = messages.inbox;
  const { about, id } = item;
  const isLinkable = about.kind === 'document' || about.kind === 'mail-thread';
  const open = (): void => go(placeOf(item, mailId));
  return (
    <article className="inbox-thing" aria-label={sayTitle(item)}>
      <header className="stack-tight">
        <h1 ref={headRef} tabIndex={-1} dir="auto">{sayTitle(item)}</h1>
        <p className="small quiet">{sayAbout(item)} · {words.arrived(messages.dates.instant(item.arrivedUtc))}</p>
        {about.kind === 'document' && about.path !== '' && <p className="small quiet" dir="auto">{words.within(showHidden(about.path))}</p>}
        {item.linkedIncidentIds.length > 0 && <div className="row">{item.linkedIncidentIds.map((incidentId) => <OpenIncident key={incidentId} id={incidentId} />)}</div>}
      </header>
      {!readOnly && (
        <div className="row" role="group" aria-label={words.actions}>
          {isLinkable ? <Button icon={Link2} onPress={onAskLink} aria-keyshortcuts="L">{about.kind === 'mail-thread' && about.mailCount > 1 ? words.mail.link : words.link}<span className="inbox-key" aria-hidden>L</span></Button>
            : <Button icon={about.kind === 'conversation' ? MessagesSquare : MapPin} onPress={open} aria-keyshortcuts="L">{about.kind === 'conversation' ? words.openConversation : words.openLocations}<span className="inbox-key" aria-hidden>L</span></Button>}
          {about.kind === 'document' && <Button icon={CalendarDays} onPress={onAskDate} aria-keyshortcuts="D">{words.date}<span className="inbox-key" aria-hidden>D</span></Button>}
          {item.state !== 'placed' && <Button icon={Check} onPress={() => onDecide('placed')} aria-keyshortcuts="P">{words.placed}<span className="inbox-key" aria-hidden>P</span></Button>}
          {item.state !== 'aside' && <Button icon={Clock} onPress={() => onDecide('aside')} aria-keyshortcuts="S">{words.aside}<span className="inbox-key" aria-hidden>S</span></Button>}
          {item.state !== 'not-relevant' && <Button icon={X} onPress={() => onDecide('not-relevant')} aria-keyshortcuts="X">{words.notRelevant}<span className="inbox-key" aria-hidden>X</span></Button>}
          {item.state !== 'waiting' && <Button icon={Undo2} onPress={() => onDecide('waiting')}>{words.back}</Button>}
        </div>
      )}
      {isLinkable ? <div className="row"><Button tone="quiet" icon={ExternalLink} onPress={open}>{words.openIt}</Button></div> : <p className="small quiet measure">{about.kind === 'conversation' ? words.conversationHint : words.locationsHint}</p>}
      {about.kind === 'document' && <Preview id={id} />}
      {mailId !== null && <InboxMail key={id} mailId={mailId} onChoose={onChooseMail} />}
      {!readOnly && <Suggestions key={`${about.kind === 'document' ? about.happened.typed : ''} ${item.linkedIncidentIds.length}`} item={item} onDate={onDate} onLink={onLink} />}
      <section className="inbox-tags" aria-label={messages.tagging.title}><TagsField subject={{ kind: about.kind, id }} readOnly={readOnly} onPut={onTagged} onChanged={onTagsChanged} /></section>
    </article>
  );
}

function placeOf({ id, about }: InboxItem, mailId: Id | null): Place {
  switch (about.kind) {
    case 'document': return { name: 'documents', documentId: id };
    case 'conversation': return { name: 'messages', conversationId: id };
    case 'mail-thread': return { name: 'mail', mailId: mailId ?? about.showMailId };
    case 'location-history': return { name: 'locations', ...(about.lastDay === '' ? {} : { day: about.lastDay }) };
  }
}

function Preview({ id }: { id: Id }) {
  const { value } = useAsk('documents.get', { id });
  return <section className="inbox-preview" aria-label={messages.documents.detail.largeView}>{value?.id === id && <DocumentViewer document={value} />}</section>;
}
