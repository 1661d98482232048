import { mail as words } from '../../../shared/messages/en-gb/mail';
import { whoseTime } from '../../../shared/messages/en-gb/mail-words';
import type { Mail } from '../../../shared/model/mail';
import { showHidden } from '../../../shared/text/show-hidden';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Folded } from '../../ui/folded';
import { Facts } from '../../ui/page';
import { sayMailTime } from '../../ui-record/mail-time';

/** For whoever checks: every other time, every header as it stands, and where the mail stands in which file. */
export function MailOrigin({ mail }: { mail: Mail }) {
  const { go } = usePlaces();
  const source = useAsk('documents.get', { id: mail.source.documentId });
  const { details, headers, source: { place, entryName, isPacked, documentId } } = mail;
  return (
    <div className="stack-tight">
      {details.claims.length > 0 && (
        <Folded title={words.times} level={2}>
          <p className="quiet small measure">{words.timesNote}</p>
          <ul className="mail-remote">{details.claims.map(({ whose, by, time }, index) => <li key={index}>{sayMailTime(time)}: <bdi>{showHidden(whoseTime[whose](by))}</bdi> <span className="quiet small"><bdi>{words.written(showHidden(time.atAsWritten))}</bdi></span></li>)}</ul>
        </Folded>
      )}
      <Folded title={words.headers} summary={words.lines(headers.length)} level={2}>
        <p className="quiet small">{words.headersNote}</p>
        <div className="mail-headers">{details.envelopeLine !== '' && <p className="mail-raw">{showHidden(details.envelopeLine)}</p>}{headers.map(({ raw }, index) => <p key={index} className="mail-raw">{showHidden(raw)}</p>)}</div>
      </Folded>
      <Folded title={words.where} level={2}>
        <Facts facts={[
          { name: words.source, value: <bdi>{showHidden(source.value?.originalName ?? '')}</bdi> },
          ...(entryName === '' ? [] : [{ name: words.within, value: <bdi>{showHidden(entryName)}</bdi> }]),
          { name: words.where, value: `${words.place(place.offset, place.length)}${isPacked ? `. ${words.packed}` : ''}` },
          ...(mail.messageId === '' ? [] : [{ name: words.messageId, value: <bdi className="mail-raw">{showHidden(mail.messageId)}</bdi> }]),
          ...(details.mailbox.labels.length === 0 ? [] : [{ name: words.labels, value: <bdi>{details.mailbox.labels.map((label) => showHidden(label)).join(', ')}</bdi> }]),
        ]} />
        {mail.copyIds.length > 0 && <p className="small">{words.copies(mail.copyIds.length)}</p>}
        <Button tone="quiet" onPress={() => go({ name: 'documents', documentId })}>{words.openSource}</Button>
      </Folded>
    </div>
  );
}
