import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RedactionList } from '../../../shared/model/redaction';
import { RedactWords } from './redact-words';

const id = '0190d0a0-0000-7000-8000-000000000001';
const onDone = vi.fn();
let list: RedactionList;
beforeEach(() => {
  list = { id, name: 'For the force', madeUtc: '2026-01-02T03:04:05.000Z', words: [], areas: [] };
  const answers: Record<string, (input: never) => unknown> = {
    'redactions.lists': () => ({ lists: [list] }),
    'redactions.addWords': ({ words, reason, isWholeWord }: { words: string; reason: 'address'; isWholeWord: boolean }) => (list = { ...list, words: [...list.words, { id: `${list.words.length}`, words, reason, isWholeWord }] }),
  };
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => ({ ok: true, value: answers[name]?.(input) ?? {} }) });
  Object.assign(window, { tidemark: { calls, events: new Proxy({}, { get: () => () => () => undefined }) } });
});
afterEach(() => { cleanup(); onDone.mockClear(); });

const field = async () => screen.findByRole('textbox', { name: 'Words to take out' });
const done = () => screen.getByRole('button', { name: 'Done' });
const asks = /These words are not on the list yet/;

it('asks before words that are typed and not added are let go, and puts the keyboard there; added or cleared, it is done', async () => {
  const user = userEvent.setup();
  render(<RedactWords startsWith="" listId={id} onDone={onDone} />);
  await user.type(await field(), '12 Rose Lane');
  await user.click(done());
  expect(screen.getByText(asks)).toBeTruthy();
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
  await user.keyboard('{Escape}');
  expect(onDone).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Add to the list' }));
  await waitFor(() => expect(list.words.map(({ words }) => words)).toEqual(['12 Rose Lane']));
  await waitFor(() => expect(screen.queryByText(asks)).toBeNull());
  await user.type(await field(), 'Elm Street');
  await user.click(done());
  await user.click(screen.getByRole('button', { name: 'Clear the field' }));
  expect((await field() as HTMLInputElement).value).toBe('');
  expect(document.activeElement).toBe(await field());
  await user.click(done());
  expect(onDone.mock.calls).toEqual([[id]]);
  expect(list.words).toHaveLength(1);
});

it('what was only offered is asked about where she says done, not where she goes back by Esc', async () => {
  const user = userEvent.setup();
  render(<RedactWords startsWith="Barnabas" listId={id} onDone={onDone} />);
  await field();
  await user.click(done());
  expect(screen.getByText(asks)).toBeTruthy();
  expect(onDone).not.toHaveBeenCalled();
  await user.keyboard('{Escape}');
  expect(onDone.mock.calls).toEqual([[null]]);
});
