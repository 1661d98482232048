import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useUndated } from './use-undated';

const documents = ['a', 'b', 'c'].map((letter) => ({ id: letter.repeat(32), title: letter }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const answering = (pages: (offset: number) => object) => vi.stubGlobal('tidemark', { calls: { 'documents.undated': async ({ offset }: { offset: number }) => pages(offset) } });

it('knows nothing until all of them are there: what she chose of them is not taken for gone meanwhile', async () => {
  let letCome: () => void = () => undefined;
  const second = new Promise<void>((come) => { letCome = come; });
  answering((offset) => (offset === 0 ? { ok: true, value: { documents: documents.slice(0, 2), total: 3 } } : second.then(() => ({ ok: true, value: { documents: documents.slice(2), total: 3 } }))));
  const seen: unknown[] = [];
  const { result } = renderHook(() => { const value = useUndated(); seen.push(value); return value; });
  await new Promise((later) => setTimeout(later, 20));
  expect(new Set(seen)).toEqual(new Set([null]));
  letCome();
  await waitFor(() => expect(result.current).toEqual(documents));
});

it('does not wait for ever for what cannot be read', async () => {
  answering(() => ({ ok: false, error: { code: 'io-error' } }));
  const { result } = renderHook(() => useUndated());
  expect(result.current).toBeNull();
  await waitFor(() => expect(result.current).toEqual([]));
});
