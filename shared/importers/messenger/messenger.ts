import { metaFileKind } from '../meta-thread/layout';
import { readThreads } from '../meta-thread/read-threads';
import type { ThreadFile } from '../meta-thread/thread-files';
import type { Importer } from '../reading';

/**
 * Facebook Messenger: the threads of "Download your information" in JSON (`messages/inbox/…/message_1.json`, the layouts of 2018 to today), and the download of end-to-end encrypted chats
 * from messenger.com (one file a chat, since 2024). Meta publishes no description; the fields are those that public parsers read (mlomb/chat-analytics, pipeline/parse/parsers/Messenger.d.ts,
 * and others for what it leaves out). Meta exports all it has: nothing is cut off by a limit.
 */
export const messenger: Importer = {
  kind: 'messenger',
  recognises: (head) => {
    const kind = metaFileKind(head);
    return kind === 'facebook' || kind === 'encrypted';
  },
  question: null,
  read: (files, source) => readThreads('messenger', files, source, serviceOf),
  mayBeTruncated: () => false,
};

/** A thread with nothing but words in it says neither Facebook nor Instagram; then the folder it was exported into may. */
function serviceOf({ file, isEncrypted }: ThreadFile): string {
  return !isEncrypted && file.path.includes('your_instagram_activity/') ? 'Instagram' : 'Messenger';
}
