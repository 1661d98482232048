import { describe, expect, it, vi } from 'vitest';
import { type ChronologyFilter, type ChronologyRow, wholeChronology } from '../../../shared/model/chronology';
import { pageSize, RowPages } from './row-pages';

const row = (title: string): ChronologyRow => ({
  subject: 'incident', id: '0'.repeat(32), status: 'recorded', title, opening: '', happened: { typed: '', edtf: '', timeOfDay: '', timeApproximate: false, basis: null },
  span: { earliest: '', latest: '' }, kinds: [], evidenceCount: 0, amended: false, firstRecordedUtc: null, told: null,
});

/** A record of `total` rows; the filter's words become part of every title. */
function reader(total: number) {
  return vi.fn((filter: ChronologyFilter, offset: number, limit: number) =>
    Promise.resolve({ ok: true as const, value: { total, rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, index) => row(`${filter.text}${offset + index}`)) } }));
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('the rows in sight', () => {
  it('asks for each page once', async () => {
    const read = reader(10_000);
    const pages = new RowPages(wholeChronology, read);
    pages.refresh();
    await settle();
    expect(pages.read().total).toBe(10_000);
    pages.need(0, 20);
    pages.need(5_000, 5_020);
    pages.need(5_005, 5_025);
    await settle();
    expect(read.mock.calls.map(([, offset]) => offset / pageSize)).toEqual([0, 1, 2, 50, 51, 49, 52, 48]);
    expect(pages.read().row(5_010)?.title).toBe('5010');
    expect(pages.read().row(500)).toBeUndefined();
  });

  it('has the neighbours before they come into sight, and asks for none beyond the end', async () => {
    const read = reader(150);
    const pages = new RowPages(wholeChronology, read);
    pages.refresh();
    await settle();
    pages.need(0, 20);
    await settle();
    expect(pages.read().row(149)?.title).toBe('149');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps what came into sight while a refresh was on its way', async () => {
    let release: () => void = () => undefined;
    const all = reader(1_000);
    const read = vi.fn(async (filter: ChronologyFilter, offset: number, limit: number) => {
      if (offset === 0) await new Promise<void>((resolve) => { release = resolve; });
      return all(filter, offset, limit);
    });
    const pages = new RowPages(wholeChronology, read);
    pages.refresh();
    pages.need(500, 520);
    await settle();
    release();
    await settle();
    expect(pages.read().row(0)?.title).toBe('0');
    expect(pages.read().row(510)?.title).toBe('510');
  });

  it('drops an answer to an older filter', async () => {
    let releaseOld: () => void = () => undefined;
    const read = vi.fn(async (filter: ChronologyFilter) => {
      if (filter.text === 'old') await new Promise<void>((resolve) => { releaseOld = resolve; });
      return { ok: true as const, value: { total: 1, rows: [row(filter.text)] } };
    });
    const pages = new RowPages(wholeChronology, read);
    pages.narrow({ ...wholeChronology, text: 'old' });
    pages.narrow({ ...wholeChronology, text: 'new' });
    await settle();
    releaseOld();
    await settle();
    expect(pages.read().row(0)?.title).toBe('new');
  });

  it('keeps the drawn rows until the new ones are here, then forgets pages out of sight', async () => {
    const pages = new RowPages(wholeChronology, reader(1_000));
    pages.refresh();
    await settle();
    pages.need(pageSize * 5, pageSize * 5 + 10);
    await settle();
    pages.narrow({ ...wholeChronology, text: 'x' });
    expect(pages.read().row(0)?.title).toBe('0');
    await settle();
    expect(pages.read().row(0)?.title).toBe('x0');
    expect(pages.read().row(pageSize * 5)).toBeUndefined();
  });
});
