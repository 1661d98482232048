import { Reader } from '../../../electron/workers/read-source/reader';
import { paperKindOf } from '../../../shared/importers/papers/paper-kinds';
import type { FilePlace } from '../../../shared/model/file-claims';
import type { PageRead } from '../../../shared/vault-protocol/reading-calls';
import { askedBytes, type DocumentFacts, FromReader, rangeBytes, ToReader, type ReadJob } from '../../../shared/worker-protocol';

type DocumentJob = Extract<ReadJob, { job: 'read-document' }>;
type WordsEnd = Extract<FromReader, { say: 'words-end' }>;

/** What came of one document: its facts, and its words each time they were asked for; null where the reader refused. */
export interface DocumentRead {
  readonly facts: DocumentFacts | null;
  readonly words: readonly ({ readonly end: WordsEnd; readonly pages: readonly PageRead[] } | null)[];
}

/** Begins of a job and answers as electron/main/hosts/read-document-host.ts does. */
type Begin = (reader: Reader, job: DocumentJob) => Promise<void>;
const asItReads: Begin = (reader, job) => reader.hear(ToReader.parse({ say: 'begin', job }));

/**
 * Has the reader of the program read a document as the shell does: its facts, then its words by what they say it is, and by what it was before it was spoilt (`wasType`). Throws where it breaks, says what is not agreed, asks for what it may
 * not have, gives pages out of order, a place outside the file, or no last word.
 */
export async function readAsProgram(bytes: Uint8Array, name: string, wasType: string, pdfium: Uint8Array, begin: Begin = asItReads): Promise<DocumentRead> {
  const job = { job: 'read-document', sizeBytes: bytes.length, name, fromPage: 1, password: null } as const;
  const told = await oneStep({ ...job, step: 'facts', mediaType: wasType, pdfium: null }, bytes, begin);
  if (told.last.say === 'words-end') throw new Error('words, and facts were asked for');
  const facts = told.last.say === 'facts' ? told.last.facts : null;
  for (const place of placesOf(facts)) assertInside(place, bytes.length);
  const words: DocumentRead['words'][number][] = [];
  for (const mediaType of new Set([facts?.mediaType ?? wasType, wasType])) {
    const kind = paperKindOf(mediaType);
    if (kind === null) continue;
    const { last, pages } = await oneStep({ ...job, step: 'words', mediaType, pdfium: kind === 'pdf' ? pdfium : null }, bytes, begin);
    if (last.say === 'facts') throw new Error('facts, and words were asked for');
    words.push(last.say === 'refused' ? null : { end: last, pages });
  }
  return { facts, words };
}

type LastWord = Extract<FromReader, { say: 'facts' | 'words-end' | 'refused' }>;

async function oneStep(job: DocumentJob, bytes: Uint8Array, begin: Begin): Promise<{ last: LastWord; pages: PageRead[] }> {
  const pages: PageRead[] = [];
  let [asked, place] = [0, 0];
  let last: LastWord | null = null;
  let turn: Promise<void> = Promise.resolve();
  const take = async (said: FromReader): Promise<void> => {
    if (last !== null) throw new Error(`it says ${said.say} after its last word`);
    switch (said.say) {
      case 'progress': return;
      case 'want':
        asked += said.end - said.start;
        if (said.end <= said.start || said.end > bytes.length || said.end - said.start > rangeBytes || asked > askedBytes[job.step]) throw new Error(`it asks for what it may not have: ${said.start} to ${said.end}`);
        return reader.hear({ say: 'bytes', bytes: bytes.slice(said.start, said.end) });
      case 'pages':
        for (const page of said.pages) {
          if (page.page <= (pages.at(-1)?.page ?? 0)) throw new Error('pages out of order');
          pages.push(page);
        }
        if (said.place < place || said.place > said.total || (pages.at(-1)?.page ?? 0) > said.total) throw new Error('a place that cannot be');
        place = said.place;
        return reader.hear({ say: 'acknowledge' });
      case 'facts': case 'words-end': case 'refused':
        last = said;
        return;
      default: throw new Error(`the reader says ${said.say}`);
    }
  };
  let fail: (error: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (fail = reject));
  broken.catch(() => undefined);
  const reader = new Reader((said) => {
    turn = turn.then(() => take(FromReader.parse(structuredClone(said))));
    turn.catch(fail);
  });
  await Promise.race([begin(reader, job), broken]);
  await turn;
  if (last === null) throw new Error('it ended without a last word');
  return { last, pages };
}

function placesOf(facts: DocumentFacts | null): (FilePlace | null)[] {
  return [facts?.details.picture, facts?.details.recording].flatMap((said) => (said === undefined ? [] : [...said.fields.map(({ place }) => place), ...said.times.map(({ place }) => place), said.position?.place ?? null]));
}

function assertInside(place: FilePlace | null, sizeBytes: number): void {
  if (place !== null && place.offset + place.length > sizeBytes) throw new Error('a place lies outside its file');
}
