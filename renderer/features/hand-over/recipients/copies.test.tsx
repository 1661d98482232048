import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Recipient, RecipientSaid } from '../../../../shared/model/recipient';
import { Copies } from './copies';

const harriet = { name: 'Harriet Lowe', role: 'solicitor', organisation: 'Lowe & Finch', reference: 'HL/221' } as const;
let recipients: Recipient[];
beforeEach(() => {
  recipients = [{ id: '0190d0a0-0000-7000-8000-000000000001', ...harriet, addedUtc: '2026-01-02T03:04:05.000Z', copyCount: 0 }];
  const answers: Record<string, (input: never) => unknown> = {
    'copies.list': () => ({ copies: [] }), 'recipients.list': () => ({ recipients: [...recipients] }),
    'recipients.remove': () => { recipients = []; return {}; },
    'recipients.add': (said: RecipientSaid) => { recipients.push({ id: '0190d0a0-0000-7000-8000-000000000002', ...said, addedUtc: '2026-01-02T04:04:05.000Z', copyCount: 0 }); return recipients.at(-1); },
  };
  const calls = new Proxy({}, { get: (_, name: string) => async (input: never) => ({ ok: true, value: answers[name]?.(input) ?? {} }) });
  Object.assign(window, { tidemark: { calls, events: new Proxy({}, { get: () => () => () => undefined }) } });
});
afterEach(cleanup);

it('a recipient who was taken off the list is put back in one press, as she wrote them down; also the only one', async () => {
  const user = userEvent.setup();
  render(<Copies readOnly={false} />);
  await user.click(screen.getAllByRole('button')[0]!);
  await user.click(await screen.findByRole('button', { name: 'Take off the list: Harriet Lowe' }));
  expect(await screen.findByText(/^Harriet Lowe, Lowe & Finch is off the list\.$/)).toBeTruthy();
  expect(recipients).toEqual([]);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(recipients).toMatchObject([harriet]));
  expect(await screen.findByRole('button', { name: 'Take off the list: Harriet Lowe' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
