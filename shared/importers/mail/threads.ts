/** What threads are made of; `id` is the caller's own. */
export interface ThreadedMail {
  readonly id: string;
  readonly messageId: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
}

export interface ThreadMember {
  readonly id: string;
  /** What it answers, as far as that is here; null where it begins, or what it answers is not here. */
  readonly parent: string | null;
  /** 0 for what begins a thread; of a mail whose thread's beginning is not here, as if it were. */
  readonly depth: number;
}

export interface MailThread {
  /** Message-ID of what began it, whether that mail is here or not. */
  readonly messageId: string;
  readonly isBeginningHere: boolean;
  /** An answer comes after what it answers; else in the order given. Copies of one mail (one Message-ID) stand beside each other. */
  readonly members: readonly ThreadMember[];
}

interface Container {
  readonly messageId: string;
  readonly mails: string[];
  parent: Container | null;
  readonly children: Container[];
  /** Towards its root, shortened on the way. */
  above: Container;
}

/**
 * Threads by Jamie Zawinski's rules (https://www.jwz.org/doc/threading.html, steps 1 to 4): by Message-ID, References and In-Reply-To alone. His step 5, which joins what has the same subject, is left out: two people who both write "Hello"
 * are no thread, and a subject is easily forged. What a mail says itself counts before what others say of it, and nothing can become its own ancestor. Without recursion; in time that grows with the number of ids.
 */
export function threadsOf(mails: Iterable<ThreadedMail>): MailThread[] {
  const table = new Map<string, Container>();
  const all: Container[] = [];
  const containerOf = (messageId: string): Container => {
    const known = messageId === '' ? undefined : table.get(messageId);
    if (known !== undefined) return known;
    const made: Container = { messageId, mails: [], parent: null, children: [], above: undefined as unknown as Container };
    made.above = made;
    all.push(made);
    if (messageId !== '') table.set(messageId, made);
    return made;
  };
  const presumed: (readonly string[])[] = [];
  for (const { id, messageId, inReplyTo, references } of mails) {
    const own = containerOf(messageId);
    own.mails.push(id);
    const ids = references.length > 0 ? references : inReplyTo.slice(0, 1);
    const last = ids.at(-1);
    if (last !== undefined) link(containerOf(last), own);
    if (ids.length > 1) presumed.push(ids);
  }
  // What others presume counts only for mails that are not here: one that is has spoken for itself.
  for (const ids of presumed) {
    for (let index = 1; index < ids.length; index += 1) {
      const child = containerOf(ids[index] ?? '');
      if (child.mails.length === 0) link(containerOf(ids[index - 1] ?? ''), child);
    }
  }
  return all.filter(({ parent }) => parent === null).map(threadFrom).filter(({ members }) => members.length > 0);
}

function link(parent: Container, child: Container): void {
  if (child.parent !== null || rootOf(parent) === child) return;
  child.parent = parent;
  child.above = parent;
  parent.children.push(child);
}

function rootOf(container: Container): Container {
  let root = container;
  while (root.above !== root) root = root.above;
  for (let at = container; at !== root; ) [at, at.above] = [at.above, root];
  return root;
}

function threadFrom(root: Container): MailThread {
  const members: ThreadMember[] = [];
  const waiting: { container: Container; parent: string | null; depth: number }[] = [{ container: root, parent: null, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { container, parent, depth } = next;
    for (const id of container.mails) members.push({ id, parent, depth });
    // What is not here gives its place to what answers it (step 4).
    const isHere = container.mails.length > 0;
    for (const child of [...container.children].reverse()) waiting.push({ container: child, parent: container.mails[0] ?? parent, depth: isHere ? depth + 1 : depth });
  }
  return { messageId: root.messageId, isBeginningHere: root.mails.length > 0, members };
}
