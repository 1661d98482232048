import type { MailChoice } from '../../model/source-preview';
import type { MailPart } from './parts';

type WhoAndWhen = Pick<MailPart, 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc' | 'date' | 'mailbox'>;

/** Everybody whom a mail names as its sender or recipient, in lower case, each once. */
export function addressesIn({ from, sender, replyTo, to, cc, bcc }: WhoAndWhen): Set<string> {
  const all = new Set<string>();
  for (const list of [from, sender, replyTo, to, cc, bcc]) for (const { address } of list) if (address !== '') all.add(address.toLowerCase());
  return all;
}

/** The day by the sender's own clock, `YYYY-MM-DD`; '' where no date can be read. */
export function dayOf({ date }: Pick<MailPart, 'date'>): string {
  return date?.at.slice(0, 10) ?? '';
}

/** Whether a mail is among those she wants (`MailChoice`). */
export function isChosenMail(mail: WhoAndWhen, { addresses, labels, fromDay, untilDay }: MailChoice): boolean {
  const day = dayOf(mail);
  if (day !== '' && ((fromDay !== '' && day < fromDay) || (untilDay !== '' && day > untilDay))) return false;
  if (labels !== null && !labels.some((label) => mail.mailbox.labels.includes(label))) return false;
  if (addresses === null) return true;
  const named = addressesIn(mail);
  return addresses.some((address) => named.has(address));
}
