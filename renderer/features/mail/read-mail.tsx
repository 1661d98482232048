import { FileText, Link2, Mail as MailIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { mail as words } from '../../../shared/messages/en-gb/mail';
import { attachmentAbsent, madeFrom, protections, sayFinding } from '../../../shared/messages/en-gb/mail-words';
import type { Id } from '../../../shared/model/identity';
import type { Mail } from '../../../shared/model/mail';
import type { MailAddress } from '../../../shared/model/mail-facts';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { closestMarks, findMarks, FoundText } from '../../ui/found-text';
import { Notice } from '../../ui/notice';
import { Facts } from '../../ui/page';
import { sayBytes } from '../../ui/say-bytes';
import { IncidentChooser } from '../../ui-record/incident-chooser';
import { OpenIncident } from '../../ui-record/open-incident';
import { BlockedContent } from './blocked-content';
import { MailOrigin } from './mail-origin';
import { sayAddress, sayMailTime } from '../../ui-record/mail-time';
import { RedactButton } from '../../ui-record/redaction/redact-words';

/** More are not marked: a word in every line would make the page slow. */
const mostMarks = 2000;

/** One e-mail: who claims to have written what to whom and when, its words and files, what it would have loaded, and behind folds every header and every other time. `find`: what is marked in its subject and words, and where it begins to be read. */
export function ReadMail({ id, find, onRead }: { id: Id; find: string; onRead: (id: Id) => void }) {
  const asked = useAsk('mail.get', { id });
  const { readOnly } = useProgram();
  const [isLinking, setLinking] = useState(false);
  const mail = asked.value;
  const text = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => (find === '' || mail === null ? [] : findMarks(mail.text, find).slice(0, mostMarks)), [mail, find]);
  useEffect(() => { text.current?.querySelectorAll('mark')[closestMarks(marks, find) ?? 0]?.scrollIntoView({ block: 'center' }); }, [marks, find]);
  if (asked.error) return <Notice>{messages.errors.say(asked.error)}</Notice>;
  if (mail === null) return <p className="quiet" role="status">{words.loading}</p>;
  const subject = showHidden(mail.subject) || words.noSubject;
  const { findings, protection, remote } = mail.details;
  return (
    <article className="mail" aria-label={subject}>
      <header className="stack-tight">
        <h1 dir="auto"><FoundText text={subject} marks={find === '' ? [] : findMarks(subject, find)} /></h1>
        <Facts facts={factsOf(mail)} />
      </header>
      {mail.withinId !== null && <p><Button tone="quiet" icon={MailIcon} onPress={() => onRead(mail.withinId ?? id)}>{words.partOf}</Button></p>}
      {findings.length + protection.length > 0 && (
        <Notice title={words.noteworthyTitle}>
          <ul className="mail-findings">{[...protection.map((one) => protections[one]), ...findings.map(sayFinding)].map((sentence, index) => <li key={index}><bdi>{showHidden(sentence)}</bdi></li>)}</ul>
        </Notice>
      )}
      {remote.count > 0 && <BlockedContent remote={remote} />}
      <section className="stack-tight">
        {madeFrom[mail.textFrom] !== '' && <p className="quiet small">{madeFrom[mail.textFrom]}</p>}
        {mail.text.trim() !== '' && <div ref={text} className="mail-text" dir="auto" tabIndex={-1}><FoundText text={mail.text} marks={marks} /></div>}
      </section>
      {mail.attachments.length > 0 && <Attachments mail={mail} onRead={onRead} />}
      <section className="stack-tight" aria-label={words.links}>
        <h2>{words.links}</h2>
        {mail.linkedIncidentIds.map((incidentId) => <div key={incidentId} className="row"><OpenIncident id={incidentId} /></div>)}
        {!readOnly && <div className="row"><Button icon={Link2} onPress={() => setLinking(true)}>{words.link}</Button></div>}
      </section>
      {!readOnly && <div className="row"><RedactButton /></div>}
      <MailOrigin mail={mail} />
      <IncidentChooser target={{ kind: 'mail', mailId: mail.id }} linkedIncidentIds={mail.linkedIncidentIds} isOpen={isLinking} onClose={() => setLinking(false)} onLinked={asked.again} />
    </article>
  );
}

function factsOf(mail: Mail): { name: string; value: React.ReactNode }[] {
  const lists: [string, readonly MailAddress[]][] = [[words.from, mail.from], [words.sender, mail.sender], [words.replyTo, mail.replyTo], [words.to, mail.to], [words.cc, mail.cc], [words.bcc, mail.bcc]];
  return [
    ...lists.filter(([, list]) => list.length > 0).map(([name, list]) => ({ name, value: <bdi>{list.map(sayAddress).join('; ')}</bdi> })),
    { name: words.date, value: <>{sayMailTime(mail.date)} <span className="quiet small">({words.dateClaim})</span></> },
  ];
}

function Attachments({ mail, onRead }: { mail: Mail; onRead: (id: Id) => void }) {
  const { go } = usePlaces();
  return (
    <section className="stack-tight" aria-label={words.attachments}>
      <h2>{words.attachments}</h2>
      <ul className="mail-files">
        {mail.attachments.map(({ name, mediaType, sizeBytes, documentId, absent, mailId }, index) => {
          const shown = showHidden(name) || words.noName;
          return (
            <li key={index} className="row">
              <FileText size="1.125em" strokeWidth={1.75} aria-hidden /><bdi>{shown}</bdi> <span className="quiet small">{[showHidden(mediaType), absent === null ? sayBytes(sizeBytes) : attachmentAbsent[absent]].filter((part) => part !== '').join(' · ')}</span>
              {mailId !== null && <Button tone="quiet" onPress={() => onRead(mailId)}>{words.openMail}</Button>}
              {documentId !== null && <Button tone="quiet" aria-label={words.openNamed(shown)} onPress={() => go({ name: 'documents', documentId })}>{words.open}</Button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
