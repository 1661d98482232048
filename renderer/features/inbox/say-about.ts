import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import { sayKind } from '../../../shared/messages/en-gb/document-kinds';
import { locations, mail } from '../../../shared/messages/en-gb/mail';
import type { InboxItem } from '../../../shared/model/inbox';
import { showHidden } from '../../../shared/text/show-hidden';
import { sayBytes } from '../../ui/say-bytes';
import { sayDaysFromTo } from '../../ui-record/say-when';

/** What it is and when it is from, in a few words. */
export function sayAbout({ about }: InboxItem): string {
  const words = messages.inbox;
  const said = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
  switch (about.kind) {
    case 'document': return said(sayKind(about), sayBytes(about.sizeBytes), about.happened.typed === '' ? '' : sayDate(about.happened));
    case 'conversation': return said(words.conversation(about.messageCount), sayDaysFromTo(about.firstAt, about.lastAt));
    case 'mail-thread': {
      const days = sayDaysFromTo(about.firstDate?.at ?? '', about.lastDate?.at ?? '');
      return said(words.mail.count(about.mailCount), days, about.attachmentCount > 0 ? mail.files(about.attachmentCount) : '', words.mail.since(about.newCount));
    }
    case 'location-history': return said(words.locationHistory(about.dayCount), sayDaysFromTo(about.firstDay, about.lastDay), locations.counts(about.visitCount, about.journeyCount, about.positionCount));
  }
}

/** What it is called; an exchange by its subject and who wrote in it. */
export function sayTitle({ title, about }: InboxItem): string {
  if (about.kind !== 'mail-thread') return showHidden(title);
  return [showHidden(title) || mail.noSubject, about.names.map((name) => showHidden(name)).join(', ')].filter((part) => part !== '').join(' – ');
}
