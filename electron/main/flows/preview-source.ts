import type { ColumnMatch, SourcePreview } from '../../../shared/model/source-preview';
import type { DateOrder } from '../../../shared/model/date-order';
import { readSource } from '../hosts/read-source-host';
import type { RunningTask } from '../work/tasks';

/** Reads a file, an archive or a folder without storing anything. */
export async function previewSource(task: RunningTask, source: { path: string; name: string }, choices: { dateOrder: DateOrder | null; columns: ColumnMatch | null }): Promise<SourcePreview> {
  const { path, name } = source;
  const { dateOrder, columns } = choices;
  const word = await readSource({ job: 'preview-source', path, name, dateOrder, columns }, name, {
    signal: task.signal,
    onProgress: (done, total, unit) => task.progress('reading', done, total, unit),
  });
  if (word.say !== 'source-preview') throw new Error('the reader answered another question');
  return word.preview;
}
