import { clipped } from '../bytes/clipped';
import type { ConversationSourceKind } from '../../model/message-facts';
import { MessageBatches } from '../conversations/message-batches';
import { NamedFiles } from '../named-files';
import { messageNotUnderstood, stretchNotUnderstood } from '../not-understood';
import type { NeutralMessage, NeutralPart } from '../parts';
import type { Source, SourceFile } from '../source';
import { readWindow } from './message-windows';
import { encryptedMessageOf, messageOf } from './messages';
import { threadFileOf, type ThreadFile } from './thread-files';

/**
 * Reads the threads of an export of Meta's, each from its oldest message on. A thread lies in several files (`message_1.json` …), the newest first and each with its newest message first;
 * encrypted chats lie the other way round. Which way is told from the times. `serviceOf`: what a thread was sent with.
 */
export async function* readThreads(kind: ConversationSourceKind, files: readonly SourceFile[], source: Source, serviceOf: (thread: ThreadFile) => string): AsyncGenerator<NeutralPart> {
  const threads = new Map<string, ThreadFile[]>();
  const owners = new Set<string>();
  const accounts = new Set<string>();
  for (const file of files) {
    const read = await threadFileOf(file);
    if (read.ownerNames.length > 0) {
      accounts.add(read.ownerNames.join('\n'));
      for (const name of read.ownerNames) owners.add(name);
    }
    for (const cut of read.notUnderstood) if (!read.hasList || !cut.isRest) yield stretchNotUnderstood(file.path, cut.text, cut);
    if (!read.hasList) continue;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    const name = read.threadPath === '' ? file.path : `${folder}\n${read.threadPath}`;
    threads.set(name, [...(threads.get(name) ?? []), read]);
  }
  // Two accounts in one source: whose a thread is cannot be told.
  if (accounts.size > 1) owners.clear();
  const named = new NamedFiles(kind, source, true);
  let number = 0;
  for (const thread of threads.values()) {
    yield* readThread(thread.toSorted(byTime), `${kind}/${number}`, owners, named, serviceOf);
    number += 1;
  }
}

/** Files that give no time keep their place. */
function byTime(one: ThreadFile, other: ThreadFile): number {
  return one.firstMs === null || other.firstMs === null ? 0 : oldest(one) - oldest(other);
}

function oldest({ firstMs, lastMs }: ThreadFile): number {
  return Math.min(firstMs ?? Infinity, lastMs ?? Infinity);
}

async function* readThread(files: readonly ThreadFile[], key: string, owners: ReadonlySet<string>, named: NamedFiles, serviceOf: (thread: ThreadFile) => string): AsyncGenerator<NeutralPart> {
  const [first] = files;
  if (first === undefined) return;
  const names = [...new Set(files.flatMap(({ participants }) => participants))].slice(0, 2000);
  const own = names.filter((name) => owners.has(name));
  const owner = own.length === 1 ? (own[0] ?? '') : '';
  const others = clipped(names.filter((name) => name !== owner).join(', '), 300);
  const title = files.find((file) => file.title !== '')?.title ?? others;
  yield { part: 'conversation', key, title, service: serviceOf(first), participants: names.map((name) => ({ name, handle: '', isOwner: name === owner })) };
  const batches = new MessageBatches(named);
  for (const thread of files) {
    const { file, isEncrypted } = thread;
    const isNewestFirst = thread.firstMs !== null && thread.lastMs !== null && thread.firstMs > thread.lastMs;
    const rest = thread.notUnderstood.filter((cut) => cut.isRest).map((cut) => messageNotUnderstood(cut.text, cut));
    const add = function* (messages: readonly NeutralMessage[]): Generator<NeutralPart> {
      for (const message of messages) yield* batches.add(key, file.path, message);
    };
    if (isNewestFirst) yield* add(rest);
    for (const window of isNewestFirst ? thread.windows.toReversed() : thread.windows) {
      const cuts = await readWindow(file, window);
      const messages = cuts.flatMap((cut) => {
        if (cut.cut === 'not-understood') return [messageNotUnderstood(cut.text, cut)];
        return cut.cut === 'value' ? [(isEncrypted ? encryptedMessageOf : messageOf)(cut, { owner, files: named, file })] : [];
      });
      yield* add(isNewestFirst ? messages.toReversed() : messages);
    }
    if (!isNewestFirst) yield* add(rest);
  }
  yield* batches.flush();
}
