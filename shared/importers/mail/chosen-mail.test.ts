import { expect, it } from 'vitest';
import { everyMail } from '../../model/source-preview';
import { isChosenMail } from './chosen-mail';

type Mail = Parameters<typeof isChosenMail>[0];
const at = (day: string): Mail['date'] => ({ at: `${day}T09:00:00`, offsetMinutes: 0, basis: 'offset-written', atAsWritten: day, utc: `${day}T09:00:00Z` });
const who = (...addresses: string[]): Mail['from'] => addresses.map((address) => ({ name: '', address, group: '' }));
const mail = (said: Partial<Mail>): Mail => ({ from: [], sender: [], replyTo: [], to: [], cc: [], bcc: [], date: at('2019-03-12'), mailbox: { thread: '', labels: [], flags: [] }, ...said });

it('takes a mail by anybody it names, in whatever case, and in whichever list', () => {
  for (const list of ['from', 'sender', 'replyTo', 'to', 'cc', 'bcc'] as const) expect(isChosenMail(mail({ [list]: who('other@x', 'Dan@Example.org') }), { ...everyMail, addresses: ['dan@example.org'] }), list).toBe(true);
  expect(isChosenMail(mail({ from: who('dan@example.org.evil') }), { ...everyMail, addresses: ['dan@example.org'] })).toBe(false);
  expect(isChosenMail(mail({}), { ...everyMail, addresses: [] })).toBe(false);
  expect(isChosenMail(mail({}), everyMail)).toBe(true);
});

it('takes by days, both ends in, and leaves no mail out for having no date', () => {
  const chosen = { ...everyMail, fromDay: '2019-03-12', untilDay: '2019-03-13' };
  expect(['2019-03-11', '2019-03-12', '2019-03-13', '2019-03-14'].map((day) => isChosenMail(mail({ date: at(day) }), chosen))).toEqual([false, true, true, false]);
  expect([null, { ...at('2019-03-12')!, at: '', utc: '' }].map((date) => isChosenMail(mail({ date }), chosen))).toEqual([true, true]);
});

it('takes by label', () => {
  const labelled = mail({ mailbox: { thread: '', labels: ['Inbox', 'Court'], flags: [] } });
  expect([['Court'], ['Sent'], []].map((labels) => isChosenMail(labelled, { ...everyMail, labels }))).toEqual([true, false, false]);
});
