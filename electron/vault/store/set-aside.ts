import { mostSetAside, objectsNamedBy, type Root } from './root';
import type { VaultFiles } from './vault-files';

/**
 * What a new generation leaves of what was before: the generation it follows, kept in reserve, and what is set aside; only the latter; nothing; or only what this process found
 * of a newer record, which was made after what is to be dropped.
 */
export type Before = 'keep-one-before' | 'drop-reserve' | 'drop-all-before' | 'drop-all-but-newer';

/** What a root names so that nobody removes it (docs/decisions/0014-an-older-root-removes-nothing-newer.md). */
export class SetAside {
  /** What this process found of a newer record. */
  private readonly newer = new Set<string>();
  /** Evidence that was set aside before it was known that the record names it. */
  private readonly referenced = new Set<string>();

  /** @param hasNewer a newer record than the root's may lie here: nothing that the root does not name may be removed before it is set aside */
  constructor(
    private readonly vault: VaultFiles,
    private hasNewer: boolean,
  ) {}

  /** Whether all that the root does not name may be removed. */
  get isDone(): boolean {
    return !this.hasNewer;
  }

  /**
   * The root with all that lies there and is not named by it, and what the root names itself, on which the newer record may be built; the same root where a newer record is
   * not looked for any more, or left nothing. Which evidence the record names is not known here: until `butReferenced` all of it is set aside.
   */
  async withNewer(root: Root): Promise<Root> {
    if (!this.hasNewer) return root;
    const named = objectsNamedBy(root);
    const there = await this.vault.objects.ownNames((_name, kind) => kind !== 'temporary');
    for (const name of there) if (!named.has(name)) this.newer.add(name);
    this.hasNewer = false;
    return this.newer.size === 0 ? root : { ...root, setAside: this.list([...root.setAside, ...there]) };
  }

  /** What is set aside, once it is known which evidence the record names: that is not, from the next generation on. null: not all could be named, so no evidence may be removed. */
  butReferenced({ setAside }: Root, referenced: ReadonlySet<string>): ReadonlySet<string> | null {
    if (this.hasNewer || setAside.length === mostSetAside) return null;
    for (const name of setAside) if (referenced.has(name)) this.referenced.add(name);
    return new Set(setAside);
  }

  /** What a new generation sets aside. */
  carriedOver(root: Root, before: Before): string[] {
    const kept = root.setAside.filter((name) => !this.referenced.has(name));
    if (before === 'drop-all-before') return [];
    if (before === 'drop-all-but-newer') return kept.filter((name) => this.newer.has(name));
    const segments = [root.current, root.previous].flatMap((generation) => generation?.segments ?? []);
    return this.list([...kept, ...segments.filter((segment) => segment.tornTail).map((segment) => segment.name)]);
  }

  /** Each once, evidence last: of more than a root can name it is evidence that is left out, and a full list says that none of it may be removed. */
  private list(names: readonly string[]): string[] {
    const once = [...new Set(names)];
    const evidence = new Set(once.filter((name) => this.vault.objects.kindOf(name) === 'evidence'));
    return [...once.filter((name) => !evidence.has(name)), ...evidence].slice(0, mostSetAside);
  }
}
