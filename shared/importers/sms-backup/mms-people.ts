import { sameNumber } from '../../text/phone-number';
import type { Conversations, People } from '../conversations/phone-conversations';
import type { Mms } from './mms';
import { contactNameOf } from './values';

/**
 * With whom an MMS is. `address` has the other end as the phone's list of conversations does: one number, several, or the address of an RCS group, whose people are then its `addr`. Old versions name the sender alone there, of a
 * message to several too: then, and where it names nobody, those of `addr` are taken, and the phone book's name, which goes with `address`, is nobody's. Learns the owner's number on the way.
 */
export function peopleOf(mms: Mms, isReceived: boolean, conversations: Conversations): People {
  const named = mms.address;
  const contactName = contactNameOf(mms.fields);
  const isNamed = (address: string): boolean => [mms.from, ...named].some((other) => sameNumber(other) === sameNumber(address));
  const direct = mms.to.filter(({ isDirect }) => isDirect);
  // Received by one: that is the owner. In an RCS group the others are copies, however many.
  const [own] = mms.isRcs ? direct : mms.to;
  if (isReceived && own !== undefined && (mms.isRcs ? direct : mms.to).length === 1 && !isNamed(own.address)) conversations.learnOwn(own.address);
  const others = [mms.from, ...mms.to.map(({ address }) => address)].filter((address) => address !== '' && !conversations.isOwn(address));
  if (mms.isRcs) return { key: named.join('~'), addresses: others, contactName };
  if (named.length > 1) return { key: null, addresses: named, contactName };
  // Of a message received by numbers none of which is known to be the owner's, one of them is the owner.
  const isOwnAmong = isReceived && !mms.to.some(({ address }) => conversations.isOwn(address));
  const isGroup = new Set(others.map(sameNumber)).size > (isOwnAmong ? 2 : 1);
  return named.length === 1 && !isGroup ? { key: null, addresses: named, contactName } : { key: null, addresses: others, contactName: '' };
}
