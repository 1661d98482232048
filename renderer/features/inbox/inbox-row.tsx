import { messages } from '../../../shared/messages/en-gb';
import type { InboxItem } from '../../../shared/model/inbox';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayAbout, sayTitle } from './say-about';

/** One line of the inbox. */
export function InboxRow({ item, isOpen }: { item: InboxItem | undefined; isOpen: boolean }) {
  if (!item) return <div className="list-row"><span className="quiet">{messages.inbox.loading}</span></div>;
  const more = [item.about.kind === 'document' ? item.about.path : '', ...item.tags.map(({ name }) => name), messages.inbox.linkedTo(item.linkedIncidentIds.length)].filter(Boolean).join(' · ');
  return (
    <div className="list-row" data-selected={isOpen || undefined}>
      <span className="list-row-main">
        <span className="list-row-title inbox-row-title" dir="auto">{sayTitle(item)}</span>
        <span className="list-row-detail">{sayAbout(item)}</span>
        {more && <span className="list-row-detail inbox-row-more" dir="auto">{showHidden(more)}</span>}
      </span>
    </div>
  );
}
