import type { ConversationPreview } from '../../../shared/contract/record-calls';
import type { DateOrder } from '../../../shared/model/conversation';
import type { SourcePreview } from '../../../shared/model/source-preview';
import { readSource } from '../hosts/read-source-host';
import type { RunningTask } from '../work/tasks';

/** Reads a chat export without storing anything. */
export async function previewConversation(task: RunningTask, file: { path: string; name: string }, dateOrder: DateOrder | null): Promise<SourcePreview> {
  const word = await readSource({ job: 'preview-conversation', path: file.path, name: file.name, dateOrder }, file.name, {
    signal: task.signal,
    onProgress: (done, total, unit) => task.progress('reading', done, total, unit),
  });
  if (word.say !== 'preview') throw new Error('the reader answered another question');
  return asSource(word.preview);
}

/** What the reader of single chats says, as one of a source with one conversation. */
function asSource({ suggestedTitle, participants, messageCount, systemCount, notUnderstoodCount, firstAt, lastAt, mayBeTruncated, notUnderstoodSample, firstMessages, leftOut, leftOutCount, ...preview }: ConversationPreview): SourcePreview {
  return {
    conversationCount: 1,
    conversations: [{
      key: '', kind: 'whatsapp', title: suggestedTitle.slice(0, 300), service: 'WhatsApp',
      participants: participants.slice(0, 200).map(({ name, count }) => ({ name, handle: '', isOwner: false, count })),
      messageCount, systemCount, callCount: 0, notUnderstoodCount, firstAt, lastAt, bases: ['as-written'], mayBeTruncated,
      attachments: { present: preview.attachmentsPresent, leftOut: preview.attachmentsOmitted, notThere: preview.attachmentsMissing, notOpened: preview.attachmentsLeftOut },
      firstMessages: firstMessages.slice(0, 5).map(({ text, ...message }) => ({ ...message, text: text.slice(0, 300) })), notUnderstoodSample: notUnderstoodSample.slice(0, 20).map(({ line, text }) => ({ line, text: text.slice(0, 300) })),
    }],
    notUnderstoodCount: 0, notUnderstoodSample: [], columns: null, leftOut, leftOutCount,
    dateOrder: { settled: preview.dateOrder, examples: preview.orderExamples.slice(0, 6) },
  };
}
