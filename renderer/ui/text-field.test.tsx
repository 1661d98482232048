import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { SecretField } from './secret-field';
import { TextField } from './text-field';

afterEach(cleanup);

test.each(['text', 'secret'])('a form whose %s field says what is amiss can be sent again as it is: what stood in the way may be gone', async (kind) => {
  let sent = 0;
  render(
    <form onSubmit={(event) => { event.preventDefault(); sent += 1; }}>
      {kind === 'text' ? <TextField label="Name" error="There is one of that name" /> : <SecretField label="Passphrase" error="It does not open with that" />}
      <button type="submit">Go</button>
    </form>,
  );
  const field = screen.getByLabelText(kind === 'text' ? 'Name' : 'Passphrase');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Go' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(sent).toBe(2);
});
