import { ChevronLeft, ChevronRight } from 'lucide-react';
import { messages } from '../../../shared/messages/en-gb';
import { mail as mailWords } from '../../../shared/messages/en-gb/mail';
import type { Id } from '../../../shared/model/identity';
import { showHidden } from '../../../shared/text/show-hidden';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Facts } from '../../ui/page';
import { sayAddress, sayMailTime } from '../../ui-record/mail-time';

/** One e-mail of an exchange, its text alone; the others a press away. What it would load is never loaded, and is told in its place. */
export function InboxMail({ mailId, onChoose }: { mailId: Id; onChoose: (mailId: Id) => void }) {
  const words = messages.inbox.mail;
  const lines = useAsk('mail.thread', { id: mailId }).value?.mails ?? [];
  const asked = useAsk('mail.get', { id: mailId });
  const mail = asked.value?.id === mailId ? asked.value : null;
  const at = lines.findIndex(({ id }) => id === mailId);
  // Round and round: a button that ended would take the keyboard's place away.
  const choose = (step: number): void => { const line = lines[(at + step + lines.length) % lines.length]; if (line) onChoose(line.id); };
  const isOneOfMany = lines.length > 1 && at >= 0;
  return (
    <section className="inbox-mail" aria-label={words.reading}>
      {isOneOfMany && (
        <div className="row">
          <span className="small" role="status">{words.place(at + 1, lines.length)}</span>
          <Button tone="quiet" icon={ChevronLeft} onPress={() => choose(-1)}>{words.before}</Button>
          <Button tone="quiet" icon={ChevronRight} onPress={() => choose(1)}>{words.after}</Button>
        </div>
      )}
      {mail === null ? <p className="quiet" role="status">{asked.error ? messages.errors.say(asked.error) : messages.inbox.loading}</p> : (
        <>
          <Facts facts={[
            { name: mailWords.from, value: <bdi>{mail.from.map(sayAddress).join('; ')}</bdi> }, { name: mailWords.to, value: <bdi>{mail.to.map(sayAddress).join('; ')}</bdi> },
            { name: mailWords.date, value: <>{sayMailTime(mail.date)} <span className="quiet small">({mailWords.dateClaim})</span></> },
            ...(mail.attachments.length === 0 ? [] : [{ name: mailWords.attachments, value: <bdi>{mail.attachments.map(({ name }) => showHidden(name) || mailWords.noName).join(', ')}</bdi> }]),
          ]} />
          {mail.details.remote.count > 0 && <p className="small quiet">{mailWords.blocked(mail.details.remote.count)}.</p>}
          <div className="inbox-mail-text" dir="auto" tabIndex={0} role="group" aria-label={words.text}>{mail.text.trim() === '' ? mailWords.noText : mail.text}</div>
        </>
      )}
    </section>
  );
}
