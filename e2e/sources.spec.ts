import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeArchive } from '../electron/workers/read-source/testing/make-archive';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';

const passphrase = 'velvet harbour oxide nineteen lantern';
const samples = join(import.meta.dirname, '../shared/importers');
const picture = Buffer.from('not really a picture');
const chat = '25/03/2019, 21:05 - Dan: the gate was open\n25/03/2019, 21:06 - Dan: IMG-20190325-WA0001.jpg (file attached)\n25/03/2019, 21:07 - Sam: <Media omitted>\n';

/** Everything one folder may hold: a WhatsApp archive, a Telegram export, texts of a phone, a table, a picture, a link that leads out. */
function makeEvidence(folder: string): string {
  const evidence = join(folder, 'Evidence');
  mkdirSync(evidence);
  writeFileSync(join(evidence, 'WhatsApp Chat - Dan.zip'), makeArchive([{ name: '_chat.txt', bytes: Buffer.from(chat) }, { name: 'IMG-20190325-WA0001.jpg', bytes: picture }]));
  cpSync(join(samples, 'telegram/samples/everything'), join(evidence, 'Telegram'), { recursive: true });
  writeFileSync(join(evidence, 'diary.csv'), readFileSync(join(samples, 'table/samples/comma-heading.csv')));
  writeFileSync(join(evidence, 'photo.jpg'), picture);
  writeFileSync(join(folder, 'outside.txt'), chat.replaceAll('Dan', 'Outside'));
  symlinkSync(join(folder, 'outside.txt'), join(evidence, 'link.txt'));
  return evidence;
}

test('a folder of several kinds comes in at once: what is in it is said, what she chose is kept, each from its own sealed file', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  await askWithSecret(page, 'vault.create', { folder: null }, passphrase);
  tidemark.answerDialogs({ folder: makeEvidence(folder) });
  const { chosen } = await mustAsk(page, 'messages.chooseFolder', {});
  const { result } = await askForTask(page, 'messages.preview', { grant: chosen!.grant, dateOrder: null, columns: null });
  if (result?.kind !== 'preview') throw new Error('no preview');
  const { conversations, leftOut, columns } = result.value;
  expect(new Set(conversations.map(({ kind }) => kind))).toEqual(new Set(['telegram', 'whatsapp', 'table']));
  expect(conversations.find(({ kind }) => kind === 'whatsapp')).toMatchObject({ title: 'Dan', messageCount: 3, attachments: { present: 1, leftOut: 1 } });
  expect(leftOut).toEqual([{ name: 'link.txt', reason: 'not-a-file' }]);
  expect(columns?.likely).toMatchObject({ date: 0, time: 1, sender: 2, text: 3 });

  const wanted = conversations.filter(({ kind }) => kind !== 'telegram').map(({ key, title }) => ({ key, title, meName: null }));
  expect(await askForTask(page, 'messages.import', { grant: chosen!.grant, dateOrder: null, columns: null, mail: null, locations: false, conversations: wanted })).toMatchObject({ state: 'finished' });
  const kept = (await mustAsk(page, 'conversations.list', {})).conversations;
  expect(new Map(kept.map(({ kind, messageCount }) => [kind, messageCount]))).toEqual(new Map([['table', 4], ['whatsapp', 3]]));
  const whatsapp = kept.find(({ kind }) => kind === 'whatsapp');
  const { messages } = await mustAsk(page, 'messages.page', { conversationId: whatsapp!.id, firstOrdinal: 0, limit: 10 });
  expect(messages.map(({ text, attachments }) => [text, attachments.map(({ name, absent }) => absent ?? name)])).toEqual([['the gate was open', []], ['', ['IMG-20190325-WA0001.jpg']], ['<Media omitted>', ['left-out']]]);
  const source = await mustAsk(page, 'documents.get', { id: whatsapp!.sources[0]!.documentId });
  expect([source.originalName, whatsapp!.sources[0]!.entryName]).toEqual(['WhatsApp Chat - Dan.zip', expect.stringContaining('_chat.txt')]);
  const file = await mustAsk(page, 'documents.get', { id: messages[1]!.attachments[0]!.documentId! });
  expect([file.originalName, file.sizeBytes]).toEqual(['IMG-20190325-WA0001.jpg', picture.length]);
  expect((await mustAsk(page, 'search.find', { text: 'gate', offset: 0, limit: 5 })).total).toBe(1);
});
