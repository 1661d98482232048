import { foldPath, isSystemFile, isWithinBag } from './bag-paths';
import type { BagChecked, BagProblem } from './bag-checked';
import { type DigestName, manifestNamed, readManifest } from './manifest';
import { mostNamed } from './most-named';
import { readOxum, readTags, tagOf } from './tag-files';

/** The files of something that may be a bag, however they are read. Paths from what was chosen, `/` between folders. */
export interface BagFiles {
  readonly paths: readonly string[];
  sizeOf(path: string): number;
  /** The whole file as UTF-8; null where it cannot be read or is longer than a list could be. */
  text(path: string): Promise<string | null>;
  /** Its digests, lower-case hexadecimal; null where it cannot be read. Throws to stop it all. */
  digest(path: string, algorithms: readonly DigestName[]): Promise<Readonly<Partial<Record<DigestName, string>>> | null>;
}

/** Versions of the specification that differ in nothing a checker looks at. */
const knownVersion = /^(?:0\.9[3-7]|1\.0)$/u;

/**
 * Compares the bag in the folder `root` (as `findBags` gives it) with its own lists: every file that a manifest lists is read whole, every one that is in that folder is looked for in them. What lies
 * beside it is no part of it. A file is known by its path as written, or, where systems write letters in two forms (NFC, NFD), by the same letters.
 */
export async function checkBag(files: BagFiles, root: string): Promise<BagChecked> {
  return new Checking(files, root).run();
}

interface Listed { readonly sums: Map<DigestName, string>; readonly isPayload: boolean }

class Checking {
  readonly #problems = new Set<BagProblem>();
  readonly #listed = new Map<string, Listed>();
  /** Path in the bag → path as it is read. */
  readonly #there = new Map<string, string>();
  readonly #byLetters = new Map<string, string>();
  readonly #payloadManifests: DigestName[] = [];
  #systemFiles = 0;

  constructor(private readonly files: BagFiles, root: string) {
    for (const path of files.paths) {
      if (!path.startsWith(root)) continue;
      const within = path.slice(root.length);
      this.#there.set(within, path);
      this.#byLetters.set(within.normalize('NFC'), within);
    }
  }

  async run(): Promise<BagChecked> {
    await this.#readBagit();
    await this.#readManifests();
    const says = await this.#readInfo();
    const changed: string[] = [];
    const missing: string[] = [];
    const unreadable: string[] = [];
    const known = new Set<string>();
    let checkedBytes = 0;
    for (const [path, { sums }] of this.#listed) {
      const there = this.#there.has(path) ? path : this.#byLetters.get(path.normalize('NFC'));
      const at = there === undefined ? undefined : this.#there.get(there);
      if (there === undefined || at === undefined) {
        missing.push(path);
        continue;
      }
      known.add(there);
      const found = await this.files.digest(at, [...sums.keys()]);
      if (found === null) unreadable.push(path);
      else {
        checkedBytes += this.files.sizeOf(at);
        if ([...sums].some(([algorithm, sum]) => found[algorithm] !== sum)) changed.push(path);
      }
    }
    const added = [...this.#there.keys()].filter((path) => !known.has(path) && !this.#isOfTheBag(path));
    const renamed = await this.#findRenamed(missing, added);
    const from = new Set(renamed.map((each) => each.from));
    const to = new Set(renamed.map((each) => each.to));
    const gone = missing.filter((path) => !from.has(path));
    const extra = added.filter((path) => !to.has(path));
    const own = this.#there.get('tagmanifest-sha256.txt');
    const ownSha256 = own === undefined ? null : ((await this.files.digest(own, ['sha256']))?.sha256 ?? null);
    return {
      isWhole: this.#problems.size + changed.length + missing.length + added.length + unreadable.length === 0,
      problems: [...this.#problems], listedCount: this.#listed.size, checkedBytes,
      changed: named(changed), changedCount: changed.length, missing: named(gone), missingCount: gone.length, added: named(extra), addedCount: extra.length,
      unreadable: named(unreadable), unreadableCount: unreadable.length, renamed: renamed.sort((a, b) => order(a.from, b.from)).slice(0, mostNamed), renamedCount: renamed.length,
      systemFileCount: this.#systemFiles, ownSha256, says,
    };
  }

  async #readBagit(): Promise<void> {
    const at = this.#there.get('bagit.txt');
    if (at === undefined) return void this.#problems.add('no-bagit-txt');
    const tags = readTags((await this.files.text(at)) ?? '');
    const version = tagOf(tags, 'BagIt-Version');
    if (version === null || tagOf(tags, 'Tag-File-Character-Encoding')?.toLowerCase() !== 'utf-8') this.#problems.add('bagit-txt-strange');
    else if (!knownVersion.test(version)) this.#problems.add('version-unknown');
    if (this.#there.has('fetch.txt')) this.#problems.add('to-be-fetched');
  }

  async #readManifests(): Promise<void> {
    for (const [within, at] of [...this.#there].sort(([a], [b]) => order(a, b))) {
      const kind = manifestNamed(within);
      if (kind === null) continue;
      if (kind.algorithm === null) {
        this.#problems.add('manifest-of-unknown-kind');
        continue;
      }
      const text = await this.files.text(at);
      if (text === null) this.#problems.add('manifest-unreadable');
      else this.#take(text, kind.algorithm, !kind.isTag);
    }
    if (this.#payloadManifests.length === 0) this.#problems.add('no-manifest');
    for (const { sums, isPayload } of this.#listed.values()) if (isPayload && this.#payloadManifests.some((algorithm) => !sums.has(algorithm))) this.#problems.add('not-in-every-manifest');
  }

  #take(text: string, algorithm: DigestName, isPayload: boolean): void {
    if (isPayload) this.#payloadManifests.push(algorithm);
    const { lines, strange } = readManifest(text, algorithm);
    if (strange.length > 0) this.#problems.add('manifest-strange-lines');
    for (const { path, sum } of lines) {
      if (!isWithinBag(path) || path.startsWith('data/') !== isPayload) {
        this.#problems.add('unsafe-path');
        continue;
      }
      const listed = this.#listed.get(path) ?? { sums: new Map<DigestName, string>(), isPayload };
      if (listed.sums.has(algorithm)) this.#problems.add('listed-twice');
      else listed.sums.set(algorithm, sum);
      this.#listed.set(path, listed);
    }
  }

  async #readInfo(): Promise<BagChecked['says']> {
    const at = this.#there.get('bag-info.txt');
    const tags = at === undefined ? [] : readTags((await this.files.text(at)) ?? '');
    const oxum = tagOf(tags, 'Payload-Oxum');
    const said = oxum === null ? null : readOxum(oxum);
    if (oxum !== null) {
      const payload = [...this.#there].filter(([path]) => path.startsWith('data/') && (this.#listed.has(path) || !isSystemFile(path)));
      const bytes = payload.reduce((sum, [, read]) => sum + this.files.sizeOf(read), 0);
      if (said === null || said.files !== payload.length || said.bytes !== bytes) this.#problems.add('another-size');
    }
    return tags.slice(0, 30).map(({ label, value }) => ({ label: label.slice(0, 200), value: value.slice(0, 500) }));
  }

  /** Manifests of tags list no manifest of tags (RFC 8493, 2.2.1); what a system laid down is counted and passed over. */
  #isOfTheBag(path: string): boolean {
    if (/^tagmanifest-[A-Za-z0-9-]+\.txt$/u.test(path)) return true;
    // Bags of other makers need not list their own few files.
    if (!this.#hasTagManifest && (path === 'bagit.txt' || path === 'bag-info.txt' || path === 'fetch.txt' || manifestNamed(path) !== null)) return true;
    if (!isSystemFile(path)) return false;
    this.#systemFiles += 1;
    return true;
  }

  get #hasTagManifest(): boolean {
    return [...this.#there.keys()].some((path) => manifestNamed(path)?.isTag === true);
  }

  async #findRenamed(missing: readonly string[], added: readonly string[]): Promise<{ from: string; to: string }[]> {
    const renamed: { from: string; to: string }[] = [];
    if (missing.length === 0) return renamed;
    const wanted = new Map<string, string[]>();
    for (const path of missing) for (const [algorithm, sum] of this.#listed.get(path)?.sums ?? []) wanted.set(`${algorithm} ${sum}`, [...(wanted.get(`${algorithm} ${sum}`) ?? []), path]);
    const algorithms = [...new Set(missing.flatMap((path) => [...(this.#listed.get(path)?.sums.keys() ?? [])]))];
    const found = new Set<string>();
    for (const to of added) {
      const at = this.#there.get(to);
      if (at === undefined) continue;
      const sums = (await this.files.digest(at, algorithms)) ?? {};
      const candidates = algorithms.flatMap((algorithm) => wanted.get(`${algorithm} ${sums[algorithm] ?? ''}`) ?? []).filter((path) => !found.has(path));
      // Only its capitals changed, or its folder: the likeliest of several with the same bytes.
      const from = candidates.find((path) => foldPath(path) === foldPath(to)) ?? candidates.find((path) => lastName(path) === lastName(to)) ?? candidates[0];
      if (from === undefined) continue;
      found.add(from);
      renamed.push({ from, to });
    }
    return renamed;
  }
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function named(paths: readonly string[]): string[] {
  return [...paths].sort(order).slice(0, mostNamed);
}
