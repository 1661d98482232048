import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { RecipientForm } from './recipient-form';

afterEach(cleanup);

const cannot = /^Not all letters of this can stand at the foot of their pages/;

it('says of a name in letters that the foot of a page cannot have that it can be written in others beside them', () => {
  render(<RecipientForm recipient={null} onKept={() => undefined} onClose={() => undefined} />);
  const type = (name: string): void => { fireEvent.change(screen.getByLabelText('Name'), { target: { value: name } }); };
  type('Łucja O’Neill');
  expect(screen.queryByText(cannot)).toBeNull();
  type('王律师');
  expect(screen.getByText(cannot)).toBeTruthy();
});

it('says where a field takes no more', () => {
  render(<RecipientForm recipient={{ id: 'a'.repeat(32), name: 'x'.repeat(119), role: 'solicitor', organisation: 'y'.repeat(160), reference: '', addedUtc: '2026-05-03T20:04:11.250Z', copyCount: 0 }} onKept={() => undefined} onClose={() => undefined} />);
  expect(screen.getByText('That is all that goes in here: 160 letters and signs.')).toBeTruthy();
  expect(screen.queryByText('That is all that goes in here: 120 letters and signs.')).toBeNull();
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'x'.repeat(120) } });
  expect(screen.getByText('That is all that goes in here: 120 letters and signs.')).toBeTruthy();
});
