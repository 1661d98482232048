import type { ConversationPreview } from '../../../shared/contract/record-calls';
import type { DateOrder } from '../../../shared/model/conversation';
import { readSource } from '../hosts/read-source-host';
import type { RunningTask } from '../work/tasks';

/** Reads a chat export without storing anything. */
export async function previewConversation(task: RunningTask, file: { path: string; name: string }, dateOrder: DateOrder | null): Promise<ConversationPreview> {
  const word = await readSource({ job: 'preview-conversation', path: file.path, name: file.name, dateOrder }, file.name, {
    signal: task.signal,
    onProgress: (done, total, unit) => task.progress('reading', done, total, unit),
  });
  if (word.say !== 'preview') throw new Error('the reader answered another question');
  return word.preview;
}
