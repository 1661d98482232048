import { writeFileSync } from 'node:fs';
import type { CallName } from '../../shared/contract';
import type { TaskEvent } from '../../shared/contract/tasks';
import type { Document } from '../../shared/model/document';
import type { DocumentPage } from '../../shared/model/document-page';
import type { DocumentReading } from '../../shared/model/document-reading';
import type { InboxItem } from '../../shared/model/inbox';
import type { Mail, MailLine } from '../../shared/model/mail';
import { everyMail } from '../../shared/model/source-preview';
import { everywhere } from '../../shared/model/search';
import type { PipeProgram } from './pipe-program';
import type { PlantedSources } from './planted-sources';

export interface HeldGiven {
  program: PipeProgram;
  sources: PlantedSources;
  /** A file to be made: a picture on which words are drawn. */
  pictureFile: string;
  incidentId: string;
  plant: (label: string) => string;
  say: (progress: string) => void;
  ask: <T>(name: CallName, input: unknown) => Promise<T>;
  work: (name: CallName, input: unknown) => Promise<TaskEvent>;
  answer: (answers: object) => void;
}

/** What is found in the picture by a machine, whatever it read. */
export interface HeldTaken {
  pictureId: string;
}

/** On a machine that does much else, reading takes its turn. */
const readWithinMs = 300_000;
/** Drawn, not random: how a machine reads it is the same each time. It stands nowhere else. */
export const drawnWord = 'harbourkestrelmanuscript';

/**
 * Mail, papers, pictures, archives, folders and positions: each brought in by the window's own calls, read to the end, looked at, sorted and found again.
 * Throws where what was hidden in one did not become words that can be found: nothing would be shown by it then.
 */
export async function takeInEverything(given: HeldGiven): Promise<HeldTaken> {
  const { sources, plant, say, ask, work, answer } = given;

  say('mail and a location history are brought in and read');
  await bringIn(given, sources.mailbox, { mail: everyMail, locations: false });
  const { threads } = await ask<{ threads: { id: string }[] }>('mail.threads', { filter: { text: plant('mailbody'), who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false }, offset: 0, limit: 10 });
  const { mails } = await ask<{ mails: MailLine[] }>('mail.thread', { id: must(threads[0], 'the mail was not found by its words').id });
  const read: Mail[] = [];
  for (const { id } of mails) read.push(await ask<Mail>('mail.get', { id }));
  if (read.length !== 2 || !read[0]!.headers.some(({ value }) => value.includes(plant('header')))) throw new Error('the two mails were not read with their headers');
  if (!mails.some(({ remoteCount, trackingCount }) => remoteCount > 1 && trackingCount > 0)) throw new Error('the remote picture and the dot were not told');
  await ask('incidents.link', { id: given.incidentId, target: { kind: 'mail', mailId: read[0]!.id } });
  await bringIn(given, sources.locations, { mail: null, locations: true });
  const { days } = await ask<{ days: { day: string }[] }>('locations.days', { offset: 0, limit: 10 });
  const { claims } = await ask<{ claims: { claim: { place: { id: string } } }[] }>('locations.day', { day: must(days[0], 'no position was kept').day });
  if (claims[0]?.claim.place.id !== plant('place')) throw new Error('the position was not read');

  say('an archive, a folder, papers and pictures are added');
  await add(given, [sources.archive], 'files');
  answer({ folder: sources.folder });
  const { chosen } = await ask<{ chosen: { grant: string } }>('files.chooseFolder', {});
  await work('files.look', { grant: chosen.grant });
  await work('files.add', { grant: chosen.grant });
  await drawPicture(given);
  const [, ...papers] = await add(given, [given.pictureFile, ...sources.papers.map(({ file }) => file), ...sources.drawnByUs], 'documents');
  const { documents } = await ask<{ documents: Document[] }>('documents.list', { offset: 0, limit: 200 });
  const picture = must(documents.find(({ originalName }) => originalName === 'drawn words.png'), 'the picture was not kept');

  say('all of it is read to the end');
  await untilAllRead(given, documents);
  for (const [index, { words }] of sources.papers.entries()) await mustHold(given, must(papers[index], 'a paper was not kept'), words);
  for (const label of ['foldertext', 'membertext', 'memberword', 'attached']) {
    const { hits } = await ask<{ hits: unknown[] }>('search.find', { text: plant(label), offset: 0, limit: 5 });
    if (hits.length === 0) throw new Error(`${label} is not found`);
  }
  await mustHold(given, picture.id, drawnWord);
  await ask('documents.correctPage', { id: picture.id, page: 1, text: plant('corrected') });
  for (const { id, mediaType } of documents) if (/hei[cf]|tiff/.test(mediaType)) await lookAtDrawn(given, id);

  say('what came in is sorted, and a search is kept');
  const { items } = await ask<{ items: InboxItem[] }>('inbox.list', { state: 'waiting', offset: 0, limit: 200 });
  for (const { id, about: { kind } } of items) await ask('inbox.suggest', { kind, id });
  const first = must(items.find(({ about }) => about.kind === 'document'), 'the inbox is empty');
  await ask('tags.put', { kind: 'document', id: first.id, name: plant('tag') });
  await ask('inbox.decide', { kind: 'document', id: first.id, state: 'aside' });
  await ask('aside.put', { kind: 'document', id: first.id });
  const query = { text: plant('word'), filter: { ...everywhere, hasFile: true } };
  await ask('search.overview', { ...query, each: 5 });
  await ask('searches.keep', { name: plant('keptname'), query: { ...query, text: plant('keptwords') } });
  return { pictureId: picture.id };
}

async function bringIn({ ask, work, answer }: HeldGiven, file: string, what: object): Promise<void> {
  answer({ open: [file] });
  const { chosen } = await ask<{ chosen: { grant: string } }>('messages.choose', {});
  await work('messages.preview', { grant: chosen.grant, dateOrder: null, columns: null });
  await work('messages.import', { grant: chosen.grant, dateOrder: null, columns: null, conversations: null, ...what });
}

/** Of documents: their ids in the order given. */
async function add({ ask, work, answer }: HeldGiven, files: string[], as: 'files' | 'documents'): Promise<string[]> {
  answer({ open: files });
  const ids: string[] = [];
  const { grants } = await ask<{ grants: { grant: string }[] }>('documents.choose', {});
  for (const { grant } of grants) {
    if (as === 'files') await work('files.look', { grant });
    const { result } = await work(`${as}.add`, { grant });
    if (result?.kind === 'document') ids.push(result.value.document.id);
  }
  return ids;
}

/** Until no step of any document waits. What is to be read stands in the vault from the moment a document is kept. */
async function untilAllRead({ ask }: HeldGiven, documents: readonly Document[]): Promise<void> {
  const lateAt = Date.now() + readWithinMs;
  for (const { id, originalName } of documents) {
    for (;;) {
      const { readings } = await ask<{ readings: DocumentReading[] }>('documents.contents', { id });
      if (readings.every(({ state }) => state !== 'waiting')) break;
      if (Date.now() > lateAt) throw new Error(`not read in time: ${originalName}, ${readings.map(({ step, state }) => `${step} ${state}`).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function mustHold({ ask }: HeldGiven, id: string, words: string): Promise<void> {
  const { pages } = await ask<{ pages: DocumentPage[] }>('documents.pages', { id, fromPage: 1, limit: 5 });
  if (!pages.some(({ text }) => text.includes(words))) throw new Error(`the words of a document were not read: ${JSON.stringify(pages.map(({ text }) => text.slice(0, 80)))}`);
}

async function lookAtDrawn({ program, ask }: HeldGiven, id: string): Promise<void> {
  const { url } = await ask<{ url: string }>('pictures.drawPage', { id, page: 1 });
  const byteCount = await program.evaluate<number>(`fetch(${JSON.stringify(url)}).then((response) => response.arrayBuffer()).then((bytes) => bytes.byteLength)`);
  if (byteCount === 0) throw new Error('a picture was not drawn');
}

/** Dark letters on white, drawn by the page itself: there is a font. */
async function drawPicture({ program, pictureFile }: HeldGiven): Promise<void> {
  const base64 = await program.evaluate<string>(`(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1400, 240];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#111';
    context.font = '56px sans-serif';
    context.fillText('It was ${drawnWord} again.', 60, 140);
    return canvas.toDataURL('image/png').split(',')[1];
  })()`);
  writeFileSync(pictureFile, Buffer.from(base64, 'base64'));
}

function must<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
