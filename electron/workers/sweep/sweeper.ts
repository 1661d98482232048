import type { ProtectedFact } from '../../../shared/model/protected-fact';
import { mostSweepHits, type SweepHit, type SweepPlace, type SweepReport, type SweepWhat } from '../../../shared/model/sweep';
import type { ToBeRead } from '../../../shared/sweep-protocol';
import { FactFinder, type FactFind, type TextOrigin } from '../../../shared/sweep/find-facts';
import { squeeze } from '../../../shared/sweep/fold-text';
import { lookIntoFile } from './look-into-file';
import { type FileToLookInto, type Looking, placeIn } from './looking';
import { otherReadings } from './plain-bytes';

const mostDepth = 6;
const mostUnpackedBytes = 4 * 1024 * 1024 * 1024;
const mostPicturesInside = 5000;
const around = 40;

/** Looks through finished files for facts she protects, and for what tells a place, a device or a name without being one. Nothing of it is kept: it ends with the sweep. */
export class Sweeper implements Looking {
  readonly pdfium: Uint8Array;
  readonly #finder: FactFinder;
  readonly #factCount: number;
  readonly #hits = new Map<string, SweepHit>();
  #isCut = false;
  #unpacked = 0;
  #files = 0;
  #texts = 0;
  #picturesRead = 0;
  #toBeRead: ToBeRead[] = [];
  #given: Uint8Array | null = null;

  constructor(facts: readonly Pick<ProtectedFact, 'id' | 'kind' | 'text' | 'alsoWritten'>[], pdfium: Uint8Array) {
    this.#finder = new FactFinder(facts);
    this.#factCount = facts.length;
    this.pdfium = pdfium;
  }

  /** Looks into one finished file; gives what a machine must read of it as pictures. */
  async look(path: string, mediaType: string, bytes: Uint8Array): Promise<ToBeRead[]> {
    this.#toBeRead = [];
    this.#given = bytes;
    this.say(placeIn([path], 'file-name'), path);
    await this.lookInto({ path: [path], mediaType, bytes });
    return this.#toBeRead;
  }

  /** Words that a machine read; null where it could not. */
  takeWords(place: SweepPlace, text: string | null): void {
    if (text === null) return this.claim('not-looked-into', place, '');
    this.#picturesRead += 1;
    this.#find(place, text, 'read-by-machine');
  }

  report(): SweepReport {
    const all = [...this.#hits.values()];
    const seen = new Set(all.filter(({ place }) => place.where !== 'pdf-inside').map(wordsOf));
    // What draws the words of a page is not a second place in which they stand.
    const hits = all.filter((hit) => hit.what !== 'fact' || hit.place.where !== 'pdf-inside' || !seen.has(wordsOf(hit)));
    return { hits, isCut: this.#isCut, factCount: this.#factCount, files: this.#files, texts: this.#texts, picturesRead: this.#picturesRead };
  }

  say(place: SweepPlace, text: string): void {
    if (text.trim() === '') return;
    this.#texts += 1;
    this.#find(place, text, 'written');
    for (const reading of otherReadings(text)) this.#find(place, reading, 'written');
  }

  claim(what: Exclude<SweepWhat, 'fact'>, place: SweepPlace, shown: string): void {
    this.#note({ what, factId: null, place, sureness: null, part: null, shown: { before: '', found: shown.slice(0, 300), after: '' } });
  }

  read(what: ToBeRead): void {
    if (this.#toBeRead.length >= mostPicturesInside) return this.claim('not-looked-into', what.place, '');
    // The shell has the file that it gave.
    this.#toBeRead.push(what.bytes === this.#given ? { ...what, bytes: null } : { ...what, bytes: what.bytes === null ? null : Uint8Array.from(what.bytes) });
  }

  mayUnpack(bytes: number): boolean {
    this.#unpacked += bytes;
    return this.#unpacked <= mostUnpackedBytes;
  }

  async lookInto(file: FileToLookInto): Promise<void> {
    this.#files += 1;
    if (file.path.length > mostDepth) return this.claim('not-looked-into', placeIn(file.path, 'bytes'), file.path.at(-1) ?? '');
    try {
      await lookIntoFile(file, this);
    } catch {
      // Made to break whoever reads it, or damaged: nobody can say what is in it.
      this.claim('not-looked-into', placeIn(file.path, 'bytes'), file.path.at(-1) ?? '');
    }
  }

  #find(place: SweepPlace, text: string, origin: TextOrigin): void {
    for (const find of this.#finder.find(text, origin)) this.#note({ what: 'fact', factId: find.factId, place, sureness: find.sureness, part: find.part, shown: excerpt(text, find) });
  }

  /** The same in the same place, in whatever reading, is one hit. */
  #note(hit: Omit<SweepHit, 'id' | 'count'>): void {
    const { file, where, page } = hit.place;
    const key = JSON.stringify([hit.what, hit.factId, file, where, page, hit.what === 'fact' ? squeeze(hit.shown.found) : hit.shown.found]);
    const known = this.#hits.get(key);
    if (known !== undefined) this.#hits.set(key, { ...known, count: known.count + 1 });
    else if (this.#hits.size >= mostSweepHits) this.#isCut = true;
    else this.#hits.set(key, { ...hit, id: String(this.#hits.size + 1), count: 1 });
  }
}

/** What was found of which fact, in which file. */
const wordsOf = ({ factId, place, shown }: SweepHit): string => JSON.stringify([factId, place.file, squeeze(shown.found)]);

function excerpt(text: string, { start, end }: FactFind): SweepHit['shown'] {
  const line = (part: string): string => part.replace(/\s+/g, ' ').toWellFormed();
  return { before: line(text.slice(Math.max(0, start - around), start)), found: line(text.slice(start, Math.min(end, start + 300))), after: line(text.slice(end, end + around)) };
}
