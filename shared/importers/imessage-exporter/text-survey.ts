import type { SourceFile } from '../source';
import { TimeOrder } from '../conversations/time-order';
import { readBlocks } from './text-blocks';
import { identityOfReply } from './text-replies';
import { isFilePath } from './text-words';

/** What must be known of a whole text before its messages can be told: gathered in a reading of its own. */
export interface TextSurvey {
  /** Heads that stand out of the order of time. */
  readonly refused: ReadonlySet<number>;
  /** Replies that stand in their own place. */
  readonly replies: ReadonlySet<number>;
  /** Paths that more than one message names: whose file it is cannot be told. */
  readonly disputed: ReadonlySet<string>;
  /** Who writes, in order, at most 200. */
  readonly senders: readonly string[];
  /** Who the exporter says is the owner; '' where it does not. */
  readonly owner: string;
}

const mostPaths = 200_000;
const mostReplies = 1_000_000;

export async function surveyText(file: SourceFile): Promise<TextSurvey> {
  const order = new TimeOrder();
  const replies = new Set<number>();
  const paths = new Set<string>();
  const disputed = new Set<string>();
  const senders = new Set<string>();
  const readByThem = new Map<string, number>();
  for await (const blocks of readBlocks(file.bytes(), () => false)) {
    for (const block of blocks) {
      if (block.number < 0) continue;
      order.add(block.at);
      if (block.kind !== 'message') continue;
      if (senders.size < 200) senders.add(block.sender);
      if (block.written.includes('(Read by them after') && (readByThem.has(block.sender) || readByThem.size < 200)) readByThem.set(block.sender, (readByThem.get(block.sender) ?? 0) + 1);
      const reply = identityOfReply(block);
      if (reply !== null && replies.size < mostReplies) replies.add(reply.identity);
      for (const { text } of block.lines) {
        if (!isFilePath(text)) continue;
        if (paths.has(text)) disputed.add(text);
        else if (paths.size < mostPaths) paths.add(text);
      }
    }
  }
  const [likely] = [...readByThem].sort((a, b) => b[1] - a[1]);
  return { refused: order.outOfOrder(), replies, disputed, senders: [...senders], owner: senders.has('Me') ? 'Me' : (likely?.[0] ?? '') };
}
