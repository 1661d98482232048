import { metaFileKind } from '../meta-thread/layout';
import { readThreads } from '../meta-thread/read-threads';
import type { Importer } from '../reading';

/**
 * Instagram's "Download your information" in JSON (`your_instagram_activity/messages/inbox/…/message_1.json`, formerly `messages/inbox/…`). The layout is Facebook's (messenger/messenger.ts);
 * told apart by what only Instagram writes: the paths of its files, the owner of what was shared, "Liked a message".
 */
export const instagram: Importer = {
  kind: 'instagram',
  recognises: (head) => metaFileKind(head) === 'instagram',
  question: null,
  read: (files, source) => readThreads('instagram', files, source, () => 'Instagram'),
  mayBeTruncated: () => false,
};
