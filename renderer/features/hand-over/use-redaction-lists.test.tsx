import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useRedactionLists } from './use-redaction-lists';

const first = { id: 'a'.repeat(32), name: 'For the court', words: [], areas: [] };
const made = { ...first, id: 'b'.repeat(32), name: 'Made beside the pages' };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('asks once, and once more when the list that is used is not among those it knows', async () => {
  const known = [first];
  const lists = vi.fn(async () => ({ ok: true, value: { lists: [...known] } }));
  vi.stubGlobal('tidemark', { calls: { 'redactions.lists': lists } });
  const { result, rerender } = renderHook(({ id }) => useRedactionLists(id), { initialProps: { id: null as string | null } });
  await waitFor(() => expect(result.current.lists).toEqual([first]));
  rerender({ id: first.id });
  expect(lists).toHaveBeenCalledTimes(1);
  known.push(made);
  rerender({ id: made.id });
  await waitFor(() => expect(result.current.lists).toEqual([first, made]));
  expect(lists).toHaveBeenCalledTimes(2);
});
