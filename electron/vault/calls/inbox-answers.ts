import type { CallInput, CallNameAt, CallOutput } from '../../../shared/contract';
import { countInbox, decideInInbox, listInbox } from '../record/inbox/inbox';
import { suggestFor } from '../record/inbox/suggestions';
import { endTag, listTags, putTag, renameTag, tagsOf, takeTag } from '../record/inbox/tags';
import type { RecordContext } from '../record/record-context';

type InboxCallName = Extract<CallNameAt<'vault'>, `inbox.${string}` | `tags.${string}`>;

/** The window's calls about what came in and about tags. */
export const inboxAnswers: { readonly [N in InboxCallName]: (context: RecordContext, input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>> } = {
  'inbox.list': ({ store }, { state, offset, limit }) => listInbox(store, state, offset, limit),
  'inbox.counts': ({ store }) => countInbox(store),
  'inbox.decide': (context, { kind, id, state }) => decideInInbox(context, kind, id, state),
  'inbox.suggest': ({ store }, { kind, id }) => suggestFor(store, kind, id),
  'tags.list': ({ store }) => ({ tags: listTags(store) }),
  'tags.of': ({ store }, subject) => ({ tags: tagsOf(store, subject) }),
  'tags.put': async (context, { name, ...subject }) => ({ tags: await putTag(context, subject, name) }),
  'tags.take': async (context, { tagId, ...subject }) => ({ tags: await takeTag(context, subject, tagId) }),
  'tags.rename': (context, { id, name }) => renameTag(context, id, name),
  'tags.end': async (context, { id }) => {
    await endTag(context, id);
    return {};
  },
};
