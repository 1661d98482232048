import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { YourTags } from './your-tags';

const asked = vi.fn<(name: string, input: unknown) => void>();
let tags: { id: string; name: string; count: number }[] = [];
const answers: Record<string, (input: { id: string; name: string }) => unknown> = {
  'tags.list': () => ({ tags }),
  'tags.rename': ({ id, name }) => {
    const other = tags.find((tag) => tag.id !== id && tag.name.toLowerCase() === name.toLowerCase());
    tags = tags.flatMap((tag) => (tag.id !== id ? [tag] : other ? [] : [{ ...tag, name }]));
    return other ?? { id, name };
  },
  'tags.end': ({ id }) => { tags = tags.filter((tag) => tag.id !== id); return {}; },
};
beforeEach(() => {
  tags = [{ id: 'a', name: 'stlaking', count: 3 }, { id: 'b', name: 'Threats', count: 1 }, { id: 'c', name: 'Private children proceedings', count: 2 }];
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => { asked(name, input); return { ok: true, value: answers[name]?.(input) ?? {} }; } });
  Object.assign(window, { tidemark: { calls } });
});
afterEach(() => { cleanup(); asked.mockClear(); });
const changes = (): unknown[] => asked.mock.calls.filter(([name]) => name !== 'tags.list');
const open = async () => {
  const onChanged = vi.fn();
  render(<YourTags isOpen onClose={() => undefined} onChanged={onChanged} />);
  await screen.findByText('stlaking');
  return onChanged;
};

it('gives a mistyped tag another name, by keyboard, and comes back to it', async () => {
  const user = userEvent.setup();
  const onChanged = await open();
  screen.getByRole('button', { name: 'Rename the tag “stlaking”' }).focus();
  await user.keyboard('{Enter}');
  const field = screen.getByRole('textbox', { name: 'New name of “stlaking”' });
  await user.clear(field);
  await user.keyboard('{Enter}');
  expect(screen.getByText('Give the tag a name.')).toBeTruthy();
  expect(changes()).toEqual([]);
  await user.type(field, 'stalking{Enter}');
  await screen.findByText('“stlaking” is called “stalking” now.');
  expect(changes()).toEqual([['tags.rename', { id: 'a', name: 'stalking' }]]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename the tag “stalking”' })));
  expect(onChanged).toHaveBeenCalledOnce();
});

it('says before two become one, and ends one only when she has said so twice', async () => {
  const user = userEvent.setup();
  await open();
  await user.click(screen.getByRole('button', { name: 'Rename the tag “stlaking”' }));
  const field = screen.getByRole('textbox', { name: 'New name of “stlaking”' });
  await user.clear(field);
  await user.type(field, ' threats');
  expect(screen.getByText(/^There is a tag “Threats” already/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make them one' }));
  await screen.findByText('What had “stlaking” has “Threats” now.');
  await user.click(screen.getByRole('button', { name: 'End the tag “Threats”' }));
  expect(changes()).toHaveLength(1);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: 'End the tag' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'End the tag “Threats”' }));
  expect(screen.getByText(/^It comes off 1 thing/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'End the tag' }));
  await screen.findByText('The tag “Threats” has ended.');
  expect(changes().at(-1)).toEqual(['tags.end', { id: 'b' }]);
});

it('says what the one tag that does something does no more under another name, or ended', async () => {
  const user = userEvent.setup();
  await open();
  const gone = /^After that you are not asked any more before any of it goes to the police/;
  await user.click(screen.getByRole('button', { name: 'Rename the tag “Private children proceedings”' }));
  await user.type(screen.getByRole('textbox', { name: /^New name of/ }), ' x');
  expect(screen.getByText(gone)).toBeTruthy();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'End the tag “Private children proceedings”' }));
  expect(screen.getByText(/^It comes off 2 things.*After that you are not asked any more/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(changes()).toEqual([]);
});

it('says what another tag will do under the name of that one', async () => {
  const user = userEvent.setup();
  tags = tags.slice(0, 2);
  await open();
  await user.click(screen.getByRole('button', { name: 'Rename the tag “Threats”' }));
  const field = screen.getByRole('textbox', { name: /^New name of/ });
  await user.clear(field);
  await user.type(field, 'private children proceeding');
  expect(screen.queryByText(/you are asked why/)).toBeNull();
  await user.type(field, 's');
  expect(screen.getByText(/you are asked why/)).toBeTruthy();
});
