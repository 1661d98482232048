import { addressesListed, labelsListed, type MailFound } from '../../model/source-preview';
import { clipped } from '../bytes/clipped';
import { addressesIn, dayOf } from './chosen-mail';
import type { MailPart } from './parts';

/** Addresses and labels that are told apart; of a mailbox with more the first come, and the others are in no list. */
const mostAddresses = 200_000;
const mostLabels = 5000;

interface Named {
  name: string;
  count: number;
  fromCount: number;
}

/** Counts the mail of a source as it is read, holding none of it: names and figures alone. */
export class MailSurvey {
  readonly #years = new Map<string, number>();
  readonly #addresses = new Map<string, Named>();
  readonly #labels = new Map<string, number>();
  readonly #sums = { mailCount: 0, attachmentCount: 0, attachmentBytes: 0, remoteCount: 0, trackingCount: 0, findingCount: 0, headersOnlyCount: 0 };
  #firstDay = '';
  #lastDay = '';

  add(mail: Pick<MailPart, 'within' | 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc' | 'date' | 'mailbox' | 'attachments' | 'remote' | 'findings' | 'read'>): void {
    const sums = this.#sums;
    sums.attachmentCount += mail.attachments.length;
    for (const { sizeBytes } of mail.attachments) sums.attachmentBytes += sizeBytes;
    sums.remoteCount += mail.remote.count;
    sums.trackingCount += mail.remote.trackingCount;
    if (mail.within !== '') return;
    sums.mailCount += 1;
    if (mail.findings.length > 0) sums.findingCount += 1;
    if (mail.read === 'headers-only') sums.headersOnlyCount += 1;
    const day = dayOf(mail);
    count(this.#years, day.slice(0, 4), 300);
    if (day !== '') {
      if (this.#firstDay === '' || day < this.#firstDay) this.#firstDay = day;
      if (day > this.#lastDay) this.#lastDay = day;
    }
    for (const label of new Set(mail.mailbox.labels)) count(this.#labels, label, mostLabels);
    this.#name(mail);
  }

  #name(mail: Parameters<MailSurvey['add']>[0]): void {
    const writers = new Set(mail.from.map(({ address }) => address.toLowerCase()));
    for (const address of addressesIn(mail)) {
      const known = this.#addresses.get(address);
      if (known === undefined && this.#addresses.size >= mostAddresses) continue;
      const named = known ?? { name: '', count: 0, fromCount: 0 };
      named.count += 1;
      if (writers.has(address)) named.fromCount += 1;
      this.#addresses.set(address, named);
    }
    for (const { address, name } of [...mail.to, ...mail.from]) {
      const named = this.#addresses.get(address.toLowerCase());
      if (named !== undefined && name !== '') named.name = clipped(name, 300);
    }
  }

  /** Null where there was no mail. */
  result(): MailFound | null {
    if (this.#sums.mailCount === 0) return null;
    return {
      ...this.#sums, firstDay: this.#firstDay, lastDay: this.#lastDay,
      years: [...this.#years].map(([year, of]) => ({ year, count: of })).sort((a, b) => (a.year < b.year ? -1 : 1)),
      addresses: [...this.#addresses].map(([address, named]) => ({ address, ...named })).sort((a, b) => b.count - a.count).slice(0, addressesListed),
      addressCount: this.#addresses.size,
      labels: [...this.#labels].map(([label, of]) => ({ label, count: of })).sort((a, b) => b.count - a.count).slice(0, labelsListed),
    };
  }
}

function count(counts: Map<string, number>, key: string, most: number): void {
  const known = counts.get(key);
  if (known !== undefined || counts.size < most) counts.set(key, (known ?? 0) + 1);
}
