import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MailFilter } from '../../../shared/model/mail';
import { everyMail } from '../../../shared/model/source-preview';
import { bringIn, everything } from './testing/bring-in';
import { beside, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const samples = path.join(import.meta.dirname, '../../../shared/importers/mail/samples');
const all: MailFilter = { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false };
const threads = async (filter: Partial<MailFilter> = {}) => (await vault.ask('mail.threads', { filter: { ...all, ...filter }, offset: 0, limit: 50 })).threads;
const documents = async () => (await vault.ask('documents.list', { offset: 0, limit: 50 })).documents;

const mail = (headers: string, body: string): string => `From someone@example.org Tue Mar 12 09:00:00 2019\n${headers}\n\n${body}\n\n`;
const box = [
  mail('Message-ID: <one@x>\nFrom: Dan <dan@example.org>\nTo: mara@example.org\nSubject: The flat\nDate: Tue, 12 Mar 2019 09:00:00 +0000', 'I know where you live now.'),
  mail('Message-ID: <three@x>\nReferences: <one@x> <two@x>\nIn-Reply-To: <two@x>\nFrom: Dan <dan@example.org>\nTo: mara@example.org\nSubject: Re: The flat\nDate: Thu, 14 Mar 2019 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b',
    '--b\nContent-Type: text/plain\n\nSee the picture.\n--b\nContent-Type: image/png; name=door.png\nContent-Disposition: attachment; filename=door.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUg==\n--b--'),
  mail('Message-ID: <two@x>\nIn-Reply-To: <one@x>\nFrom: Mara <mara@example.org>\nTo: Dan <dan@example.org>\nSubject: Re: The flat\nDate: Wed, 13 Mar 2019 09:00:00 +0000', 'Leave me alone.'),
  mail('Message-ID: <shop@x>\nFrom: shop@shop.example\nTo: mara@example.org\nSubject: Offers\nDate: Fri, 15 Mar 2019 09:00:00 +0000\nContent-Type: text/html', '<p>Buy</p><img src="https://pixel.shop.example/o.gif?u=mara@example.org" width=1 height=1>'),
].join('');

it('keeps a mailbox: threads, each mail with its place and headers, attachments as documents out of it, and nothing before all of it is in', async () => {
  const file = await beside(vault, 'all.mbox', box);
  await bringIn(vault, file, 'all.mbox', everything, true);
  expect(await threads()).toEqual([]);
  await vault.reopen();
  expect([await threads(), await documents()]).toEqual([[], []]);
  expect(await bringIn(vault, file, 'all.mbox')).toEqual({ conversations: [], mailCount: 4, locationCount: 0 });
  expect((await threads()).map(({ subject, names, mailCount, attachmentCount, trackingCount, lastDate }) => [subject, names, mailCount, attachmentCount, trackingCount, lastDate?.at])).toEqual([
    ['Offers', ['shop@shop.example'], 1, 0, 1, '2019-03-15T09:00:00'], ['The flat', ['Dan', 'Mara'], 3, 1, 0, '2019-03-14T09:00:00'],
  ]);
  const flat = (await threads())[1]!;
  const lines = (await vault.ask('mail.thread', { id: flat.id })).mails;
  expect(lines.map(({ subject, depth, beginning }) => [subject, depth, beginning.trim()])).toEqual([['The flat', 0, 'I know where you live now.'], ['Re: The flat', 1, 'Leave me alone.'], ['Re: The flat', 2, 'See the picture.']]);
  const read = await vault.ask('mail.get', { id: lines[2]!.id });
  const whole = await vault.askShell('documents.read', { id: read.source.documentId, start: read.source.place.offset, end: read.source.place.offset + read.source.place.length });
  expect(Buffer.from(whole.bytes).toString()).toMatch(/^Message-ID: <three@x>\n/);
  expect(read.headers.map(({ name, value }) => [name, value])).toContainEqual(['References', '<one@x> <two@x>']);
  expect(read.details.claims).toMatchObject([{ whose: 'mailbox' }]);
  const [door] = read.attachments;
  expect(door).toMatchObject({ name: 'door.png', mediaType: 'image/png', partNumber: '2', absent: null });
  expect((await documents()).map(({ originalName, origin, mediaType }) => `${originalName} ${origin} ${mediaType}`).sort()).toEqual(['all.mbox mail-source application/mbox', 'door.png mail-attachment image/png']);
  expect(Buffer.from((await vault.askShell('documents.read', { id: door!.documentId!, start: 0, end: 8 })).bytes).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 50 });
  expect(entries.filter(({ kind }) => kind === 'mail-imported').map(({ payload }) => JSON.parse(payload ?? ''))).toMatchObject([{ mailCount: 4, choice: everyMail }]);
});

it('gives an exchange the newest time that a mail of it says, though another says none', async () => {
  const undated = mail('Message-ID: <four@x>\nIn-Reply-To: <one@x>\nFrom: Dan <dan@example.org>\nTo: mara@example.org\nSubject: Re: The flat', 'No date here.').replace('Tue Mar 12 09:00:00 2019', 'Fri Mar 22 09:00:00 2019');
  await bringIn(vault, await beside(vault, 'all.mbox', box + undated), 'all.mbox');
  expect((await threads({ who: 'dan@example.org' })).map(({ mailCount, lastDate }) => [mailCount, lastDate?.at])).toEqual([[4, '2019-03-14T09:00:00']]);
});

it('brings in whom, what and when she chose, and the rest later, each mail once', async () => {
  const file = await beside(vault, 'all.mbox', box);
  const choose = (choice: Partial<typeof everyMail>) => bringIn(vault, file, 'all.mbox', { ...everything, conversations: [], mail: { ...everyMail, ...choice } });
  expect(await choose({ addresses: ['dan@example.org'], untilDay: '2019-03-12' })).toMatchObject({ mailCount: 1 });
  expect((await documents()).map(({ originalName }) => originalName)).toEqual(['all.mbox']);
  expect(await choose({ addresses: ['dan@example.org'] })).toMatchObject({ mailCount: 2 });
  expect((await threads()).map(({ mailCount }) => mailCount)).toEqual([3]);
  await expect(choose({ addresses: ['dan@example.org'] })).rejects.toMatchObject(refused('duplicate'));
  expect(await choose({})).toMatchObject({ mailCount: 1 });
  expect((await documents()).map(({ originalName }) => originalName).sort()).toEqual(['all.mbox', 'door.png']);
});

it('finds mails by words, people, days, files and what looks like tracking', async () => {
  await bringIn(vault, await beside(vault, 'all.mbox', box), 'all.mbox');
  const found = async (filter: Partial<MailFilter>) => (await threads(filter)).map(({ subject }) => subject);
  expect(await found({ text: 'alone' })).toEqual(['The flat']);
  expect(await found({ text: 'nothing of this' })).toEqual([]);
  expect(await found({ who: 'shop' })).toEqual(['Offers']);
  expect(await found({ fromDay: '2019-03-15' })).toEqual(['Offers']);
  expect(await found({ untilDay: '2019-03-12' })).toEqual(['The flat']);
  expect(await found({ hasAttachment: true })).toEqual(['The flat']);
  expect(await found({ looksTracked: true })).toEqual(['Offers']);
});

it('erases an attachment from the mail too, and links a mail to an incident, which prints it without its HTML', async () => {
  await bringIn(vault, await beside(vault, 'all.mbox', box), 'all.mbox');
  const lines = (await vault.ask('mail.thread', { id: (await threads({ hasAttachment: true }))[0]!.id })).mails;
  const mailId = lines[2]!.id;
  const incidentId = await recorded(vault, { title: 'He found the flat' });
  const { links } = await vault.ask('incidents.link', { id: incidentId, target: { kind: 'mail', mailId } });
  expect(links).toMatchObject([{ target: { kind: 'mail', mailId }, label: 'Re: The flat' }]);
  const read = await vault.ask('mail.get', { id: mailId });
  expect(read.linkedIncidentIds).toEqual([incidentId]);
  const documentId = read.attachments[0]!.documentId!;
  await vault.ask('documents.erase', { id: documentId, reason: 'Not mine.' });
  expect((await vault.ask('mail.get', { id: mailId })).attachments).toMatchObject([{ name: 'door.png', documentId: null, absent: 'erased' }]);
  await expect(vault.ask('incidents.link', { id: incidentId, target: { kind: 'mail', mailId: 'f'.repeat(32) } })).rejects.toMatchObject(refused('not-found'));
});

it('keeps every sample whole: headers as they stand, and what a mail within a mail says', async () => {
  for (const name of ['eml/forwarded-mails.eml', 'msg/received-with-rtf-html.msg', 'mbox/google-takeout.mbox']) await bringIn(vault, path.join(samples, name), path.basename(name));
  const [forwarding] = await threads({ text: '', hasAttachment: true, who: '' });
  expect(forwarding).toBeDefined();
  const held = (await Promise.all((await threads()).map(async ({ id }) => (await vault.ask('mail.thread', { id })).mails))).flat();
  const whole = await Promise.all(held.map(({ id }) => vault.ask('mail.get', { id })));
  const inner = whole.flatMap(({ attachments }) => attachments).filter(({ mailId }) => mailId !== null);
  expect(inner.length).toBeGreaterThan(0);
  const within = await vault.ask('mail.get', { id: inner[0]!.mailId! });
  expect(whole.map(({ id }) => id)).toContain(within.withinId);
  expect((await vault.ask('mail.thread', { id: within.id })).mails.map(({ id }) => id)).toContain(within.withinId);
});

it('keeps where a device was, by day, with what makes it an inference, and never in Find', async () => {
  const location = path.join(samples, '../../location/samples/android.json');
  const came = await bringIn(vault, location, 'Timeline.json');
  expect(came?.locationCount).toBeGreaterThan(3);
  const { total, days } = await vault.ask('locations.days', { offset: 0, limit: 50 });
  expect(total).toBe(days.length);
  const busy = days.reduce((most, day) => (day.visitCount > most.visitCount ? day : most));
  const { claims } = await vault.ask('locations.day', { day: busy.day });
  expect(claims.filter(({ claim }) => claim.kind === 'visit')).toHaveLength(busy.visitCount);
  const told = (await Promise.all(days.map(({ day }) => vault.ask('locations.day', { day })))).flatMap((of) => of.claims);
  expect(told.filter(({ claim }) => claim.kind === 'visit' && claim.probability !== null).length).toBeGreaterThan(0);
  expect(days.reduce((sum, day) => sum + day.visitCount + day.journeyCount + day.passedCount + day.readingCount, 0)).toBe(came?.locationCount);
  expect((await documents()).map(({ origin }) => origin)).toEqual(['location-source']);
  await expect(bringIn(vault, location, 'Timeline.json')).rejects.toMatchObject(refused('duplicate'));
  expect((await vault.ask('mail.counts', {})).locationCount).toBe(came?.locationCount);
});
