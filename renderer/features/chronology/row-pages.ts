import type { ChronologyFilter, ChronologyRow } from '../../../shared/model/chronology';

export const pageSize = 100;
type Answer = { ok: true; value: { total: number; rows: ChronologyRow[] } } | { ok: false };
export interface RowsRead { total: number | null; row: (index: number) => ChronologyRow | undefined }

/**
 * The rows of one filter, fetched by the page as they come into sight. A change in the record fetches the pages in sight
 * again and forgets the others; answers to an older filter or an older state are dropped.
 */
export class RowPages {
  private pages = new Map<number, ChronologyRow[]>();
  private asked = new Set<number>();
  private total: number | null = null;
  private turn = 0;
  private inSight: readonly number[] = [0];
  private view: RowsRead = { total: null, row: () => undefined };
  private readonly listeners = new Set<() => void>();

  constructor(private filter: ChronologyFilter, private readonly fetch: (filter: ChronologyFilter, offset: number, limit: number) => Promise<Answer>) {}

  readonly subscribe = (listener: () => void): (() => void) => { this.listeners.add(listener); return () => this.listeners.delete(listener); };
  readonly read = (): RowsRead => this.view;

  /** Another filter; rows already drawn stay until the new ones are here. */
  narrow(filter: ChronologyFilter): void {
    this.filter = filter;
    this.inSight = [0];
    this.refresh();
  }

  refresh(): void {
    const mine = ++this.turn;
    this.asked = new Set(this.inSight);
    void Promise.all(this.inSight.map(async (page) => [page, await this.fetch(this.filter, page * pageSize, pageSize)] as const)).then((answers) => {
      if (mine !== this.turn) return;
      this.pages = new Map();
      for (const [page, answer] of answers) if (answer.ok) { this.pages.set(page, answer.value.rows); this.total = answer.value.total; }
      this.tell();
    });
  }

  need(first: number, last: number): void {
    this.inSight = [];
    for (let page = Math.floor(Math.max(0, first) / pageSize); page <= Math.floor(Math.max(0, last) / pageSize); page++) {
      this.inSight = [...this.inSight, page];
      if (this.asked.has(page)) continue;
      this.asked.add(page);
      const mine = this.turn;
      void this.fetch(this.filter, page * pageSize, pageSize).then((answer) => {
        if (mine !== this.turn) return;
        if (answer.ok) { this.pages.set(page, answer.value.rows); this.total = answer.value.total; this.tell(); } else this.asked.delete(page);
      });
    }
  }

  private tell(): void {
    const { pages, total } = this;
    this.view = { total, row: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize] };
    for (const listener of this.listeners) listener();
  }
}
