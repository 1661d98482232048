import { sayDate } from '../dates';
import { exhibitName } from '../layouts/exhibit-name';
import { bagWords } from '../messages/en-gb/bag';
import type { BagChoice } from '../model/bag';
import type { DocumentDetails } from '../model/document-details';
import type { Dated } from '../model/dated';
import type { ExportPlan } from '../model/export-plan';
import type { ExhibitFile, WhyNot } from './bag-files';
import { BagIndex, type IndexedFile } from './bag-index';
import { writeTable } from '../writers/csv';

/** A file of an exhibit with what became of it: several pictures of one that has pages, each an entry of the index. */
export interface Put {
  readonly file: ExhibitFile;
  readonly inBag: readonly IndexedFile['inBag'][];
  /** Of an original that is in the bag; null of everything else. */
  readonly details: DocumentDetails | null;
}

export interface IndexFacts {
  readonly plan: ExportPlan;
  readonly choice: BagChoice;
  readonly chronology: BagIndex['chronology'];
  readonly put: readonly Put[];
}

/** `data/index.json` as it stands in the bag; the schema's own check is the last word on it. */
export function makeIndex({ plan, choice, chronology, put }: IndexFacts): BagIndex {
  const numbers = new Map(plan.entries.map(({ id, number }) => [id, number]));
  return BagIndex.parse({
    $schema: '../bag-index.schema.json', format: 'tidemark-bag-index', version: 1,
    caseName: plan.caseName, preparedUtc: plan.preparedUtc, isExample: plan.example,
    seal: { code: plan.sealCode, historySequence: plan.historySequence, historyHash: plan.historyHash },
    holds: { originals: choice.originals, wholeSources: choice.originals && choice.wholeSources, privilegedNotes: plan.includesPrivileged },
    chronology,
    entries: plan.entries.map((entry) => ({
      number: entry.number, kind: entry.subject, title: entry.title, when: whenOf(entry.happened), firstRecordedUtc: entry.firstRecordedUtc,
      amendments: 'versions' in entry ? entry.versions.slice(1).map(({ atUtc, reason }) => ({ atUtc, reason })) : [], exhibits: entry.exhibitMarks,
    })),
    exhibits: plan.exhibits.map((exhibit) => ({
      mark: exhibit.mark, kind: exhibit.thing.kind, name: exhibitName(exhibit), citedByEntries: exhibit.citedBy.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b),
      files: put.filter(({ file }) => file.mark === exhibit.mark).flatMap(indexed),
    })),
  } satisfies BagIndex);
}

function indexed({ file: { role, document, isWhole }, inBag, details }: Put): IndexedFile[] {
  return inBag.map((each) => ({
    role, originalName: each.as === 'not' && each.why === 'left-out' ? '' : document.originalName, mediaType: document.mediaType, holdsMore: isWhole, original: { sizeBytes: document.sizeBytes, sha256: document.sha256 },
    addedUtc: document.addedUtc, when: whenOf(document.happened), inBag: each,
    claims: each.as === 'original' && details !== null ? claimsOf(details) : [], fileModifiedUtc: each.as === 'original' ? document.fileModifiedUtc : null,
  }));
}

function whenOf(dated: Dated): BagIndex['entries'][number]['when'] {
  const { typed, edtf, timeOfDay, basis } = dated;
  return { said: typed === '' && edtf === '' ? '' : sayDate(dated), edtf, timeOfDay, basis };
}

function claimsOf({ picture, recording, paper }: DocumentDetails): IndexedFile['claims'] {
  const of = picture ?? recording;
  const fields = (of?.fields ?? []).map(({ block, name, value }) => ({ part: block, name, value }));
  const times = (of?.times ?? []).map(({ block, name, asWritten }) => ({ part: block, name, value: asWritten }));
  const position = of?.position ? [{ part: of.position.block, name: 'position', value: `${of.position.latitude}, ${of.position.longitude}` }] : [];
  return [...times, ...position, ...fields, ...paperClaims(paper)];
}

function paperClaims(paper: DocumentDetails['paper']): IndexedFile['claims'] {
  return (paper?.claims ?? []).map(({ name, text, place }) => ({ part: place, name, value: text }));
}

/** `data/index.csv`: a line for each file of each exhibit. */
export function writeExhibitTable(index: BagIndex): string {
  const words = bagWords.exhibits;
  return writeTable(words.columns, index.exhibits.flatMap(({ mark, kind, name, citedByEntries, files }) => files.map((file) => {
    const { inBag, original } = file;
    const there = inBag.as === 'original' ? [words.as.original, inBag.path, original.sha256] : inBag.as === 'copy' ? [words.as.copy, inBag.path, inBag.sha256] : [words.why[inBag.why satisfies WhyNot], '', ''];
    return [
      mark, words.kinds[kind], name, words.roles[file.role], file.originalName, String(original.sizeBytes), original.sha256, file.addedUtc, file.when.said, file.when.basis === null ? '' : words.bases[file.when.basis],
      citedByEntries.join(' '), ...there,
    ];
  })));
}

/** `data/entries.csv`: a line for each entry of the chronology. */
export function writeEntryTable(index: BagIndex): string {
  const words = bagWords.entries;
  return writeTable(words.columns, index.entries.map(({ number, kind, title, when, firstRecordedUtc, amendments, exhibits }) => [
    String(number), words.kinds[kind], title, when.said, when.basis === null ? '' : bagWords.exhibits.bases[when.basis], firstRecordedUtc ?? '', amendments.map(({ atUtc }) => atUtc).join(' '), exhibits.join(' '),
  ]));
}
