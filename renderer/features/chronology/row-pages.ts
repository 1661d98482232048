import type { ChronologyFilter, ChronologyRow } from '../../../shared/model/chronology';

export const pageSize = 100;
/** Pages fetched on either side of what is in sight, so that scrolling meets rows and not blanks. */
const pagesAhead = 2;
type Answer = { ok: true; value: { total: number; rows: ChronologyRow[] } } | { ok: false };
export interface RowsRead { total: number | null; row: (index: number) => ChronologyRow | undefined }

/**
 * The rows of one filter, fetched by the page as they come into sight. A change in the record fetches the pages in sight
 * again and forgets the others; answers to an older filter or an older state are dropped.
 */
export class RowPages {
  private pages = new Map<number, ChronologyRow[]>();
  private asked = new Set<number>();
  /** Pages of the newest state, while the older ones still stand. */
  private arriving: Map<number, ChronologyRow[]> | null = null;
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
    const arriving = new Map<number, ChronologyRow[]>();
    this.arriving = arriving;
    void Promise.all(this.inSight.map(async (page) => [page, await this.fetch(this.filter, page * pageSize, pageSize)] as const)).then((answers) => {
      if (mine !== this.turn) return;
      for (const [page, answer] of answers) if (answer.ok) { arriving.set(page, answer.value.rows); this.total = answer.value.total; } else this.asked.delete(page);
      this.pages = arriving;
      this.arriving = null;
      this.tell();
    });
  }

  need(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(0, last) / pageSize);
    this.inSight = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    for (const page of this.inSight) this.ask(page);
    // The nearest first; beyond the end there is nothing to ask for.
    const end = this.total === null ? to : Math.ceil(this.total / pageSize) - 1;
    for (let away = 1; away <= pagesAhead; away++) {
      if (to + away <= end) this.ask(to + away);
      if (from - away >= 0) this.ask(from - away);
    }
  }

  private ask(page: number): void {
    if (this.asked.has(page)) return;
    this.asked.add(page);
    const mine = this.turn;
    void this.fetch(this.filter, page * pageSize, pageSize).then((answer) => {
      if (mine !== this.turn) return;
      if (answer.ok) { this.pages.set(page, answer.value.rows); this.arriving?.set(page, answer.value.rows); this.total = answer.value.total; this.tell(); } else this.asked.delete(page);
    });
  }

  private tell(): void {
    const { pages, total } = this;
    this.view = { total, row: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize] };
    for (const listener of this.listeners) listener();
  }
}
