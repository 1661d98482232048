import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RedactionList } from '../../../shared/model/redaction';
import { ManageList } from './manage-list';

const asked = vi.fn<(name: string, input: unknown) => void>();
const list: RedactionList = { id: 'a', name: 'For the force', madeUtc: '2026-01-02T03:04:05.000Z', words: [], areas: [] };
beforeEach(() => {
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => { asked(name, input); return { ok: true, value: {} }; } });
  Object.assign(window, { tidemark: { calls } });
});
afterEach(() => { cleanup(); asked.mockClear(); });

it('gives a list another name; the keyboard is back where it was pressed, whichever way the field goes', async () => {
  const user = userEvent.setup();
  const onRenamed = vi.fn();
  render(<ManageList list={list} onRenamed={onRenamed} onRemoved={() => undefined} />);
  const rename = () => screen.getByRole('button', { name: 'Rename the list' });
  const isBack = () => waitFor(() => expect(document.activeElement).toBe(rename()));
  for (const keys of ['{Escape}', '{Tab}{Tab}{Enter}']) {
    rename().focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New name of the list' }));
    await user.keyboard(keys);
    await isBack();
  }
  expect(asked).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  await user.clear(screen.getByRole('textbox'));
  await user.keyboard('For the neighbouring force{Enter}');
  await isBack();
  expect(asked.mock.calls).toEqual([['redactions.renameList', { id: 'a', name: 'For the neighbouring force' }]]);
  expect(onRenamed).toHaveBeenCalledOnce();
});

it('says before the list ends what goes with it, and nothing of what is not there', async () => {
  const user = userEvent.setup();
  const { rerender } = render(<ManageList list={list} onRenamed={() => undefined} onRemoved={() => undefined} />);
  await user.click(screen.getByRole('button', { name: 'End the list' }));
  expect(screen.getByText(/^Nothing is on it\. Copies/)).toBeTruthy();
  rerender(<ManageList list={{ ...list, words: [{ id: 'w', words: '12 Rose Lane', reason: 'address', isWholeWord: false }] }} onRenamed={() => undefined} onRemoved={() => undefined} />);
  expect(screen.getByText(/^What is on it goes: 1 word or phrase\. Copies/)).toBeTruthy();
});
