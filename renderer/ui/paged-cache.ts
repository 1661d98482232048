/**
 * Rows of a long list, fetched by the page and forgotten by the page: a list of half a million rows holds `maxPages`
 * pages in memory and no more. `want` says what is on the screen; pages wanted longest ago go first.
 */
export class PagedCache<T> {
  readonly #pages = new Map<number, readonly T[]>();
  readonly #loading = new Set<number>();
  readonly #refused = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #generation = 0;
  #version = 0;

  /** `load` gives rows [first, first + limit); fewer at the end of the list; rejects when they cannot be had. */
  constructor(readonly options: { readonly pageSize: number; readonly maxPages: number; readonly load: (first: number, limit: number) => Promise<readonly T[]> }) {
    if (options.pageSize < 1 || options.maxPages < 2) throw new RangeError('a cache needs pages');
  }

  /** The row at an index, or undefined while it is not here. */
  get(index: number): T | undefined {
    const { pageSize } = this.options;
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Whether the rows at an index were asked for and refused; `retry` asks again. */
  isRefused(index: number): boolean {
    return this.#refused.has(Math.floor(index / this.options.pageSize));
  }

  get pageCount(): number {
    return this.#pages.size;
  }

  /** Changes whenever `get` may answer differently: the snapshot for useSyncExternalStore. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says that rows [first, last] are wanted now: fetches what is missing, and forgets what is wanted least. */
  want(first: number, last: number): void {
    const { pageSize, maxPages } = this.options;
    const from = Math.max(0, Math.floor(first / pageSize));
    const to = Math.min(Math.floor(last / pageSize), from + maxPages - 1);
    for (let page = from; page <= to; page += 1) {
      const held = this.#pages.get(page);
      if (held === undefined) this.#fetch(page);
      else {
        this.#pages.delete(page);
        this.#pages.set(page, held);
      }
    }
    this.#forget();
  }

  retry(): void {
    const again = [...this.#refused];
    this.#refused.clear();
    for (const page of again) this.#fetch(page);
    this.#tell();
  }

  /** Forgets everything, for when the list itself changed. Answers still on their way are ignored. */
  clear(): void {
    this.#generation += 1;
    this.#pages.clear();
    this.#loading.clear();
    this.#refused.clear();
    this.#tell();
  }

  #fetch(page: number): void {
    if (this.#loading.has(page) || this.#refused.has(page)) return;
    this.#loading.add(page);
    const generation = this.#generation;
    const { pageSize, load } = this.options;
    load(page * pageSize, pageSize).then(
      (rows) => {
        if (generation !== this.#generation) return;
        this.#loading.delete(page);
        this.#pages.set(page, rows);
        this.#forget();
        this.#tell();
      },
      () => {
        if (generation !== this.#generation) return;
        this.#loading.delete(page);
        this.#refused.add(page);
        this.#tell();
      },
    );
  }

  #forget(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= this.options.maxPages) return;
      this.#pages.delete(page);
    }
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
