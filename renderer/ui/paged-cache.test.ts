import { describe, expect, it, vi } from 'vitest';
import { PagedCache } from './paged-cache';

const settle = () => new Promise((resolve) => setTimeout(resolve));
const numbers = (total: number) => (first: number, limit: number) =>
  Promise.resolve(Array.from({ length: Math.max(0, Math.min(limit, total - first)) }, (_, i) => first + i));

describe('PagedCache', () => {
  it('answers with the row asked for once its page is here, and tells', async () => {
    const cache = new PagedCache({ pageSize: 10, maxPages: 3, load: numbers(25) });
    const told = vi.fn();
    cache.subscribe(told);
    expect(cache.get(12)).toBeUndefined();
    cache.want(12, 12);
    await settle();
    expect(cache.get(12)).toBe(12);
    expect(cache.get(9)).toBeUndefined();
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('asks for a page once, however often it is wanted', async () => {
    const load = vi.fn(numbers(100));
    const cache = new PagedCache({ pageSize: 10, maxPages: 3, load });
    for (let i = 0; i < 5; i += 1) cache.want(0, 5);
    await settle();
    cache.want(0, 5);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('walks half a million rows and holds no more than its bound', async () => {
    const cache = new PagedCache({ pageSize: 200, maxPages: 6, load: numbers(500_000) });
    for (let at = 0; at < 500_000; at += 5_000) {
      cache.want(at, at + 60);
      await settle();
      expect(cache.get(at)).toBe(at);
      expect(cache.pageCount).toBeLessThanOrEqual(6);
    }
  });

  it('forgets the page wanted longest ago, not the oldest fetched', async () => {
    const cache = new PagedCache({ pageSize: 1, maxPages: 2, load: numbers(10) });
    cache.want(0, 0); await settle();
    cache.want(1, 1); await settle();
    cache.want(0, 0);
    cache.want(2, 2); await settle();
    expect([cache.get(0), cache.get(1), cache.get(2)]).toEqual([0, undefined, 2]);
  });

  it('keeps a refused page refused until asked to retry', async () => {
    let broken = true;
    const load = vi.fn((first: number, limit: number) => (broken ? Promise.reject(new Error('refused')) : numbers(10)(first, limit)));
    const cache = new PagedCache({ pageSize: 5, maxPages: 2, load });
    cache.want(0, 1); await settle();
    expect(cache.isRefused(1)).toBe(true);
    cache.want(0, 1); await settle();
    expect(load).toHaveBeenCalledTimes(1);
    broken = false;
    cache.retry(); await settle();
    expect(cache.get(1)).toBe(1);
  });

  it('ignores answers that were on their way when it was cleared', async () => {
    const cache = new PagedCache({ pageSize: 5, maxPages: 2, load: numbers(10) });
    cache.want(0, 0);
    cache.clear();
    await settle();
    expect(cache.get(0)).toBeUndefined();
  });
});
