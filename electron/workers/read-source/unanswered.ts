import { Refusal } from '../../../shared/contract/errors';
import type { Question } from '../../../shared/importers/reading';
import type { ReadJob } from '../../../shared/worker-protocol';

/** Refuses `date-order-needed` or `columns-needed`, naming the source, where only she can say it and has not. */
export function refuseUnanswered(questions: readonly Question[], job: Extract<ReadJob, { job: 'read-source' }>): void {
  if (job.dateOrder === null && questions.some(({ dateOrder }) => dateOrder?.settled === null)) throw new Refusal('date-order-needed', job.name);
  if (job.columns === null && questions.some(({ columns }) => columns !== null && columns.likely === null)) throw new Refusal('columns-needed', job.name);
}
