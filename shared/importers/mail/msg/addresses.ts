import { clipped } from '../../bytes/clipped';
import type { MailAddress } from '../../../model/mail-facts';
import { Properties } from './properties';
import type { CompoundFile } from './compound-file';

const mostRecipients = 10_000;
const [smtp, email, name] = [0x39fe, 0x3003, 0x3001];

/** A person as Outlook notes them: the mail address where it knows it, else what the server calls them. */
function addressOf(displayName: string, addresses: readonly string[]): MailAddress[] {
  const address = addresses.find((one) => one.includes('@')) ?? addresses.find((one) => one !== '') ?? '';
  if (address === '' && displayName === '') return [];
  return [{ name: displayName === address ? '' : clipped(displayName, 1000), address: clipped(address, 1000), group: '' }];
}

/** From (whom it represents) and Sender (who sent it, where that is somebody else): PidTagSentRepresenting… and PidTagSender…. */
export function readSenders(properties: Properties): { from: MailAddress[]; sender: MailAddress[] } {
  const represented = addressOf(properties.text(0x0042), [properties.text(0x5d02), properties.text(0x0065)]);
  const sent = addressOf(properties.text(0x0c1a), [properties.text(0x5d01), properties.text(0x0c1f)]);
  const from = represented.length > 0 ? represented : sent;
  return { from, sender: sent[0]?.address === from[0]?.address ? [] : sent };
}

/** The recipients by what they are (PidTagRecipientType: 1 To, 2 Cc, 3 Bcc). */
export function readRecipients(file: CompoundFile, properties: Properties): Record<'to' | 'cc' | 'bcc', MailAddress[]> {
  const found: Record<'to' | 'cc' | 'bcc', MailAddress[]> = { to: [], cc: [], bcc: [] };
  for (const { name: storage, index } of properties.storages.filter((one) => one.name.startsWith('__recip_version1.0_')).slice(0, mostRecipients)) {
    const recipient = new Properties(file, index, 8);
    recipient.codePage = properties.codePage;
    const kind = ({ 1: 'to', 2: 'cc', 3: 'bcc' } as const)[(recipient.number(0x0c15) ?? 0) & 0xff];
    if (kind !== undefined && storage !== '') found[kind].push(...addressOf(recipient.text(name), [recipient.text(smtp), recipient.text(email)]));
  }
  return found;
}
