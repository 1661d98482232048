import { sayMessageTime } from '../../shared/layouts/message-times';
import { mail as words } from '../../shared/messages/en-gb/mail';
import type { MailAddress, MailTime } from '../../shared/model/mail-facts';
import { showHidden } from '../../shared/text/show-hidden';

/** The sender's own moment with its zone; what was written, where it could not be read; that there is none. */
export function sayMailTime(time: MailTime | null): string {
  if (time === null) return words.noDate;
  return time.at === '' ? showHidden(time.atAsWritten) : sayMessageTime(time);
}

/** The day alone, for a row. */
export function sayMailDay(time: MailTime | null): string {
  return time === null || time.at === '' ? words.noDate : sayMessageTime(time).replace(/,.*$/, '');
}

export function sayAddress({ name, address }: MailAddress): string {
  return showHidden(name === '' ? address : address === '' ? name : `${name} <${address}>`);
}

/** The names of a list, the first of them where there are many. */
export function sayNames(list: readonly MailAddress[], most: number): string {
  const shown = list.slice(0, most).map(({ name, address }) => showHidden(name || address));
  return [...shown, ...(list.length > most ? [words.addresses(list.length - most)] : [])].join(', ');
}
