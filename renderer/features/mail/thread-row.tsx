import { mail as words } from '../../../shared/messages/en-gb/mail';
import type { MailThread } from '../../../shared/model/mail';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayMailDay } from '../../ui-record/mail-time';

/** One exchange of the list: who, what about, how much, when the newest says it was written. */
export function ThreadRow({ thread, isOpen }: { thread: MailThread | undefined; isOpen: boolean }) {
  if (!thread) return <div className="list-row"><span className="quiet">{words.loading}</span></div>;
  const { names, subject, mailCount, attachmentCount, trackingCount, lastDate } = thread;
  const amount = [mailCount > 1 ? words.amount(mailCount) : '', attachmentCount > 0 ? words.files(attachmentCount) : '', trackingCount > 0 ? words.rowTracked : ''].filter((part) => part !== '').join(' · ');
  return (
    <div className="list-row" data-selected={isOpen || undefined}>
      <span className="list-row-main">
        <span className="list-row-title" dir="auto">{names.map((name) => showHidden(name)).join(', ')}</span>
        <span className="list-row-detail" dir="auto">{showHidden(subject) || words.noSubject}</span>
        <span className="list-row-detail">{[sayMailDay(lastDate), amount].filter((part) => part !== '').join(' · ')}</span>
      </span>
    </div>
  );
}
