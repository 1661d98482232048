import { shownPath } from '../../../shared/importers/file-names';
import type { ConversationSourceKind } from '../../../shared/model/message-facts';
import { importers } from '../../../shared/importers/registry';
import type { Question } from '../../../shared/importers/reading';
import { LocationSurvey } from '../../../shared/importers/location/survey';
import { MailSurvey } from '../../../shared/importers/mail/survey';
import { Survey } from '../../../shared/importers/conversations/survey';
import type { SourcePreview } from '../../../shared/model/source-preview';
import type { ReadJob } from '../../../shared/worker-protocol';
import { Counted } from './counted';
import { readingLimits, type ReadingLimits } from './limits';
import { openSource } from './open-source';
import type { Outbox } from './outbox';
import { ReadingProgress } from './reading-progress';
import { SourceReading } from './source-reading';

/** Files left out that are named; all are counted. */
const leftOutShown = 50;
const examplesShown = 6;

type PreviewJob = Extract<ReadJob, { job: 'preview-source' }>;

/** Counts and samples of everything in a source; its last word is `source-preview`. */
export async function previewSourceJob(job: PreviewJob, outbox: Outbox, limits: ReadingLimits = readingLimits): Promise<void> {
  const progress = new ReadingProgress(outbox);
  const source = await openSource(job.path, job.name, limits, progress);
  try {
    const reading = new SourceReading(source);
    progress.begin(reading.weights);
    const questions = await reading.questions();
    const survey = new Survey((file, entryName) => [...(source.isFolder ? [reading.outers[file]?.path ?? ''] : []), entryName].filter((part) => part !== '').join('/'));
    const mail = new MailSurvey();
    const locations = new LocationSurvey();
    const counted = new Counted(limits, job.name);
    for await (const read of reading.read({ dateOrder: job.dateOrder, columns: job.columns })) {
      counted.add(read);
      if (read.kind === 'part') {
        if (read.part.part === 'mail') mail.add(read.part);
        else if (read.part.part === 'locations') locations.add(read.part.claims);
        else survey.add(read.part);
      }
      else if (read.kind === 'found') survey.file(read.id, true);
      else if (read.of === 'messages' && read.piece.last) survey.file(read.piece.id, read.piece.isSound);
    }
    const open = new Set(questions.filter(({ question }) => question.dateOrder?.settled === null).map(({ importer }) => importer.kind));
    const preview: SourcePreview = {
      ...survey.result((kind) => open.has(kind), mayBeTruncated),
      mail: mail.result(),
      locations: locations.result(),
      dateOrder: askedOrder(questions.map(({ question }) => question)),
      columns: askedColumns(questions.map(({ question }) => question)),
      leftOutCount: source.leftOut.length,
      leftOut: source.leftOut.slice(0, leftOutShown).map(({ path, reason }) => ({ name: shownPath(path), reason })),
    };
    outbox.say({ say: 'source-preview', preview });
  } finally {
    await source.close();
  }
}

function mayBeTruncated(kind: ConversationSourceKind, count: number, hasAttachments: boolean): boolean {
  return importers.find((importer) => importer.kind === kind)?.mayBeTruncated(count, hasAttachments) ?? false;
}

/** One question for the whole source: open where any importer leaves it open. */
function askedOrder(questions: readonly Question[]): SourcePreview['dateOrder'] {
  const asked = questions.flatMap(({ dateOrder }) => (dateOrder ? [dateOrder] : []));
  const open = asked.filter(({ settled }) => settled === null);
  if (open.length > 0) return { settled: null, examples: open.flatMap(({ examples }) => examples).slice(0, examplesShown) };
  const [first] = asked;
  return first ? { settled: first.settled, examples: [] } : null;
}

function askedColumns(questions: readonly Question[]): SourcePreview['columns'] {
  const columns = questions.find((question) => question.columns !== null)?.columns;
  return columns ? { rows: columns.rows.slice(0, 12).map((row) => row.slice(0, 64).map((cell) => cell.slice(0, 300))), likely: columns.likely } : null;
}
