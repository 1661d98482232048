import type { BagChoice, BagSwept } from '../../../shared/model/bag';
import type { Document } from '../../../shared/model/document';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import { mostSweepHits, type SweepHit, type SweepReport } from '../../../shared/model/sweep';
import { SweepDecisions } from '../export/decisions';
import type { FinishedFile, FilesComing } from '../sweep/sweep-files';
import { bagContents, type BagFile, type BagSource, DamagedOriginal } from './bag-contents';

/** Originals come into memory one by one, to be looked into. Of a longer one, a film of an hour, only its name is looked at: that it was not looked into is a find. */
const mostBytesLookedInto = 512 * 1024 * 1024;
const evidence = 'data/exhibits/';
/** What the bag says of its files; the rest of what it holds is the same in every bag. */
const lists: ReadonlySet<string> = new Set(['data/index.json', 'data/index.csv', 'data/entries.csv']);

/** What was found in the files of a bag beside the pages, and what she has decided of it. In memory, as the pages are. */
export interface BagSweep {
  readonly choice: BagChoice;
  /** In the evidence alone: that need not be looked through again when a file is left out. */
  readonly inFiles: Looked;
  readonly owners: BagSwept['owners'];
  readonly report: SweepReport;
  readonly decisions: SweepDecisions;
}

interface Looked { readonly report: SweepReport; /** By where each lies in the bag. */ readonly documents: ReadonlyMap<string, Document> }

export interface BagToSweep {
  readonly source: Pick<BagSource, 'plan' | 'chronology' | 'heldBack' | 'document' | 'details' | 'pieces' | 'draw'>;
  readonly choice: BagChoice;
  readonly facts: readonly ProtectedFact[];
  /** Looks through files one after another, holding one at a time. */
  readonly sweep: (coming: FilesComing, facts: readonly ProtectedFact[]) => Promise<SweepReport>;
}

/**
 * Looks through what would lie in a bag beside its chronology: the evidence byte for byte as it would be written, under the names that it would have, and the bag's own lists. What was decided before of the same find in the same
 * place stands; evidence that was looked through before is not read again when only something of it is left out. Refuses as `sweep` and the vault do.
 */
export async function sweepBag({ source, choice, facts, sweep }: BagToSweep, before: BagSweep | null): Promise<BagSweep> {
  const contents = { ...source, choice, guide: new Uint8Array(), checkingPage: new Uint8Array(), damaged: new Set<string>() };
  const inFiles = before !== null && holdsNoMore(choice, before.choice) && !before.inFiles.report.isCut ? without(before.inFiles, choice.leftOut) : await lookThroughFiles(contents, facts, sweep);
  const inLists = await sweep({ total: lists.size, files: listsOf(contents) }, facts);
  const hits = [...inFiles.report.hits.map((hit) => ({ ...hit, id: `file ${hit.id}` })), ...inLists.hits.map((hit) => ({ ...hit, id: `list ${hit.id}` }))];
  const report: SweepReport = {
    hits: hits.slice(0, mostSweepHits), isCut: inFiles.report.isCut || inLists.isCut || hits.length > mostSweepHits, factCount: facts.length,
    files: inFiles.report.files + inLists.files, texts: inFiles.report.texts + inLists.texts, picturesRead: inFiles.report.picturesRead + inLists.picturesRead,
  };
  const decided = new Map(before?.report.hits.flatMap((hit) => { const reason = before.decisions.reasons.get(hit.id); return reason === undefined ? [] : [[standing(hit), reason] as const]; }) ?? []);
  const reasons = new Map(report.hits.flatMap((hit) => { const reason = decided.get(standing(hit)); return reason === undefined ? [] : [[hit.id, reason] as const]; }));
  const owners = report.hits.flatMap((hit) => { const document = inFiles.documents.get(hit.place.file[0] ?? ''); return document === undefined ? [] : [{ hitId: hit.id, documentId: document.id, name: document.originalName }]; });
  return { choice, inFiles, owners, report, decisions: new SweepDecisions(report, false, reasons) };
}

/** What the window is told of it. */
export function tellSwept({ report, owners, decisions }: BagSweep): BagSwept {
  return { report, owners, released: [...decisions.reasons].map(([hitId, reason]) => ({ hitId, reason })) };
}

/** A bag of `now` is the very one that was looked through. */
export function isOfChoice(swept: BagSweep | null, now: BagChoice): swept is BagSweep {
  return swept !== null && holdsNoMore(now, swept.choice) && now.leftOut.length === swept.choice.leftOut.length;
}

function holdsNoMore(now: BagChoice, then: BagChoice): boolean {
  return now.originals === then.originals && now.wholeSources === then.wholeSources && then.leftOut.every((id) => now.leftOut.includes(id));
}

/** The same find, whichever time it was met. */
const standing = ({ what, factId, place, shown }: SweepHit): string => JSON.stringify([what, factId, place, shown.found]);

function without({ report, documents }: Looked, leftOut: readonly string[]): Looked {
  const gone = new Set(leftOut);
  return { documents, report: { ...report, hits: report.hits.filter(({ place }) => !gone.has(documents.get(place.file[0] ?? '')?.id ?? '')) } };
}

async function lookThroughFiles(contents: BagSource & { readonly damaged: Set<string> }, facts: readonly ProtectedFact[], sweep: BagToSweep['sweep']): Promise<Looked> {
  const documents = new Map<string, Document>();
  const files = async function* (): AsyncGenerator<FinishedFile> {
    for await (const file of contentsUpToLists(contents)) {
      if (!file.path.startsWith(evidence) || file.document === null) continue;
      documents.set(file.path, file.document);
      try {
        yield { path: file.path, mediaType: file.mediaType, bytes: file.sizeBytes > mostBytesLookedInto ? null : await wholeOf(file) };
      } catch (error) {
        // It is left out when the bag is saved, too.
        if (!(error instanceof DamagedOriginal)) throw error;
        contents.damaged.add(error.documentId);
      }
    }
  };
  return { report: await sweep({ total: 0, files: files() }, facts), documents };
}

/** The lists as they will be but for sums and places of copies, which hold none of her words beside the names that were looked at. */
async function* listsOf(contents: BagSource): AsyncGenerator<FinishedFile> {
  for await (const file of bagContents({ ...contents, draw: async () => [] }, { bagSha256: '', fileCount: 0, leftOutCount: 0 })) {
    if (!file.path.startsWith('data/')) return;
    const bytes = file.path.startsWith(evidence) ? null : await wholeOf(file);
    if (bytes !== null && lists.has(file.path)) yield { path: file.path, mediaType: 'text/plain', bytes };
  }
}

async function* contentsUpToLists(contents: BagSource): AsyncGenerator<BagFile> {
  for await (const file of bagContents(contents, { bagSha256: '', fileCount: 0, leftOutCount: 0 })) {
    if (lists.has(file.path)) return;
    // The index is made of what the pages are.
    if (file.document === null) await wholeOf(file);
    else yield file;
  }
}

async function wholeOf({ sizeBytes, pieces }: BagFile): Promise<Uint8Array> {
  const bytes = new Uint8Array(sizeBytes);
  let at = 0;
  for await (const piece of pieces) {
    bytes.set(piece.subarray(0, sizeBytes - at), at);
    at += piece.length;
  }
  return bytes;
}
