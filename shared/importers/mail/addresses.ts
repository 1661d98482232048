import { addressParser } from 'postal-mime';
import { clipped } from '../bytes/clipped';
import { decodeWords } from './encoded-words';
import { mailLimits } from './limits';
import type { MailAddress } from '../../model/mail-facts';

/** Stands for `=?` while the list is cut, so that no encoded word is decoded before it: what a word holds must never become an address. */
const hiddenWordStart = '\ue0f0';

/**
 * Mailboxes of RFC 5322 section 3.4 (From, To …), in order, groups opened; by postal-mime's parser, which takes what programs write against the rules and never takes an address out of a quoted name. Names decoded, addresses as written.
 */
export function readAddresses(body: string): { addresses: MailAddress[]; isBroken: boolean; isCut: boolean } {
  const whole = clipped(body, 200_000);
  const canHide = !whole.includes(hiddenWordStart);
  let isBroken = false;
  const nameOf = (name: string): string => {
    const decoded = decodeWords(canHide ? name.replaceAll(hiddenWordStart, '=?') : name);
    isBroken ||= decoded.isBroken;
    return clipped(decoded.text.trim(), 1000);
  };
  const addressOf = (address: string): string => clipped(address.replaceAll(hiddenWordStart, '=?'), 1000);
  const addresses: MailAddress[] = [];
  let isCut = whole.length < body.length;
  const add = (name: string, address: string, group: string): void => {
    if (addresses.length < mailLimits.addresses) addresses.push({ name: nameOf(name), address: addressOf(address), group });
    else isCut = true;
  };
  for (const found of addressParser(canHide ? whole.replaceAll('=?', hiddenWordStart) : whole)) {
    if (found.group === undefined) add(found.name, found.address, '');
    else {
      const group = nameOf(found.name);
      if (found.group.length === 0) add('', '', group);
      for (const member of found.group) add(member.name, member.address, group);
    }
  }
  return { addresses, isBroken, isCut };
}
