import { join } from 'node:path';
import type { BatchMade } from './job';
import { missingWords, mostOther, otherPart } from './judge-page';
import { amiss, objectsOf, pagesOf, picturesOf, turnsOf, unitsOf, wantsPassword, wordsOf, type Picture } from './poppler';
import { whatActs } from './what-acts';

/** What became of one file. `asPictures`: its pages are drawn; `said`: what is amiss, as the document says it. */
export interface Outcome { readonly name: string; readonly became: 'included' | 'included-and-said' | 'named' | 'waits'; readonly reason: string; readonly pages: number; readonly asPictures: boolean; readonly comparedPages: number; readonly comparedWords: number; readonly wrong: readonly string[] }

interface Made { readonly words: readonly (readonly string[])[]; readonly pictures: ReadonlyMap<number, Picture>; readonly turns: ReadonlyMap<number, number> }
type Exhibit = BatchMade['exhibits'][number];

/** Holds a finished document beside the files it was made of, with programs that know nothing of ours. */
export function judgeBatch(batch: BatchMade, pathOf: (name: string) => string, folder: string): { outcomes: Outcome[]; wrong: string[] } {
  const file = join(folder, batch.file);
  const made: Made = { words: wordsOf(file), pictures: picturesOf(file, join(folder, 'seen')), turns: turnsOf(file, batch.pageCount) };
  const at = (page: number) => batch.exhibits.filter(({ sheet }) => sheet <= page).at(-1)?.name ?? '';
  // A picture's own code goes over as it is (docs/decisions/0031): what is amiss in it is amiss in the file.
  const complaints = amiss(file);
  const ofPictures = complaints.length > 0 && batch.exhibits.some(({ name }) => amiss(pathOf(name)).some((line) => line.includes('invalid jpeg data')));
  const lines = complaints.filter((line) => !(ofPictures && /invalid jpeg data|re-processed without filtering/.test(line)));
  const wrong = lines.map((line) => `${batch.file}: qpdf --check: ${line}${/page (\d+)/.exec(line) === null ? '' : ` [${at(Number(/page (\d+)/.exec(line)?.[1]))}]`}`);
  wrong.push(...whatActs(objectsOf(file)).map((what) => `${batch.file}: it holds ${what}`));
  const byPoppler = pagesOf(file).poppler;
  if (byPoppler !== batch.pageCount) wrong.push(`${batch.file}: it was said to have ${batch.pageCount} pages and has ${byPoppler}`);
  const reasons = new Map(batch.notIncluded.map(({ mark, reason }) => [mark, reason]));
  const outcomes = batch.exhibits.filter(({ waits }) => !waits).map((exhibit) => judgeExhibit(exhibit, reasons.get(exhibit.mark) ?? '', pathOf(exhibit.name), made, join(folder, 'seen')));
  return { outcomes, wrong };
}

function judgeExhibit({ name, sheet }: Exhibit, reason: string, path: string, made: Made, scratch: string): Outcome {
  const given = { name, reason, pages: 0, asPictures: reason.includes('pictures of its pages'), comparedPages: 0, comparedWords: 0 };
  const wrong: string[] = [];
  // What the answer says must stand in the document too: on the sheet of the exhibit.
  const sheetText = (made.words[sheet - 1] ?? []).join(' ');
  if (reason !== '' && !sheetText.includes(reason.split(/\s+/).join(' '))) wrong.push('its sheet does not give the reason');
  const follows = /The document follows: ([\d,]+) pages?\./.exec(sheetText)?.[1];
  if (follows === undefined) {
    if (reason === '') wrong.push('it is neither in the document nor named');
    // A file without a page has none to include; what is locked must be.
    if (reason.includes('password') && !wantsPassword(path)) wrong.push('it is said to be locked, and opens');
    return { ...given, became: 'named', wrong };
  }
  const pages = Number(follows.replace(',', ''));
  const { qpdf, poppler } = pagesOf(path);
  // A hostile count is no count of pages (electron/workers/assemble/pdfium.ts, mostPages).
  const most = Math.max((qpdf ?? 0) > 20_000 ? 0 : (qpdf ?? 0), poppler ?? 0);
  if (pages < most && !/By its own count there is more|Not here, because/.test(reason)) wrong.push(`${pages} of its pages are here, and qpdf finds ${qpdf}, poppler ${poppler}`);
  if (pages > most && qpdf !== null && poppler !== null) wrong.push(`${pages} pages are here, and qpdf finds ${qpdf}, poppler ${poppler}`);
  const seen = pages === most ? comparePages(path, sheet, pages, made, scratch, given.asPictures, saidOf(reason)) : { comparedPages: 0, comparedWords: 0, wrong: [] };
  return { ...given, pages, comparedPages: seen.comparedPages, comparedWords: seen.comparedWords, became: reason === '' ? 'included' : 'included-and-said', wrong: [...wrong, ...seen.wrong] };
}

function comparePages(path: string, sheet: number, pages: number, made: Made, scratch: string, asPictures: boolean, said: ReadonlySet<number>): { comparedPages: number; comparedWords: number; wrong: string[] } {
  const originals = picturesOf(path, scratch);
  const words = wordsOf(path);
  const turns = turnsOf(path, pages);
  const units = unitsOf(path);
  const wrong: string[] = [];
  let [comparedPages, comparedWords] = [0, 0];
  for (let page = 1; page <= pages; page++) {
    const at = sheet + page;
    if (said.has(page)) continue;
    const [original, copy] = [originals.get(page), made.pictures.get(at)];
    if (original !== undefined && copy === undefined) wrong.push(`page ${page} cannot be drawn in the document`);
    if (original !== undefined && copy !== undefined) {
      comparedPages += 1;
      const other = otherPart(original, copy, units.get(page) ?? 1);
      if (other > mostOther) wrong.push(`page ${page} looks otherwise: ${other === 1 ? `${copy.width} × ${copy.height} dots for ${original.width} × ${original.height}` : `${(other * 100).toFixed(1)} % of it`} (document page ${at})`);
    }
    if (asPictures) continue;
    if (((turns.get(page) ?? 0) - (made.turns.get(at) ?? 0)) % 360 !== 0) wrong.push(`page ${page} is turned otherwise: ${made.turns.get(at)} for ${turns.get(page)}`);
    const missing = missingWords(words[page - 1] ?? [], made.words[at - 1] ?? []);
    comparedWords += words[page - 1]?.length ?? 0;
    if (missing.length > 0) wrong.push(`page ${page} lacks ${missing.length} of ${words[page - 1]?.length} words: ${missing.slice(0, 5).join(' ')} (document page ${at})`);
  }
  return { comparedPages, comparedWords, wrong };
}

/** Pages of which the document says that part of them could not be read. */
function saidOf(reason: string): Set<number> {
  const numbers = [...reason.matchAll(/(?:Part|The typeface) of pages? ([\d, and to]+?)(?: \(as counted here\))? (?:could not be read|is lost)/g)].map(([, said]) => said).join(', ');
  return new Set([...numbers.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, from, to]) => Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => Number(from) + index)));
}
