import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { mail as words } from '../../../shared/messages/en-gb/mail';
import type { Id } from '../../../shared/model/identity';
import { useAsk } from '../../app/use-ask';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayMailTime, sayNames } from '../../ui-record/mail-time';
import { ReadMail } from './read-mail';

/** An exchange: its e-mails, where there are several, and the one she reads. `find`: what is marked in them. */
export function OpenThread({ id, find }: { id: Id; find: string }) {
  const thread = useAsk('mail.thread', { id });
  const [readId, setReadId] = useState<Id>(id);
  const lines = thread.value?.mails ?? [];
  return (
    <div className="mail-thread">
      {thread.error && <Notice>{messages.errors.say(thread.error)}</Notice>}
      {lines.length > 1 && (
        <section className="mail-lines" aria-label={words.thread}>
          <p className="quiet small">{words.ofThread(lines.length)}</p>
          <ListBox
            label={words.thread} openId={readId} onOpen={setReadId}
            entries={lines.map((line) => ({ id: line.id, title: sayNames(line.from, 2), detail: showHidden(line.beginning.replace(/\s+/g, ' ').trim()).slice(0, 120), end: sayMailTime(line.date) }))}
          />
        </section>
      )}
      <ReadMail key={readId} id={readId} find={find} onRead={setReadId} />
    </div>
  );
}
