import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Dated, undated } from '../../shared/model/dated';
import { DatedField } from './dated-field';

afterEach(cleanup);

function Held({ onValue }: { onValue: (value: Dated) => void }) {
  const [value, setValue] = useState(undated);
  return <DatedField label="When it happened" today="2026-05-03" value={value} onChange={(next) => { setValue(next); onValue(next); }} />;
}

describe('the date field', () => {
  it('says in words what it understood', async () => {
    render(<Held onValue={() => undefined} />);
    await userEvent.type(screen.getByLabelText('When it happened'), 'summer 2018');
    expect(screen.getByText('Understood as summer 2018.')).toBeTruthy();
  });

  it('asks which of two was meant, and takes her answer', async () => {
    let value: Dated = undated;
    render(<Held onValue={(next) => { value = next; }} />);
    await userEvent.type(screen.getByLabelText('When it happened'), '3/4/2019');
    expect(value.edtf).toBe('');
    await userEvent.click(screen.getByRole('radio', { name: /4 March 2019/ }));
    expect(value).toMatchObject({ typed: '3/4/2019', edtf: '2019-03-04' });
  });

  it('keeps what it cannot place and says so', async () => {
    let value: Dated = undated;
    render(<Held onValue={(next) => { value = next; }} />);
    await userEvent.type(screen.getByLabelText('When it happened'), 'when we had the blue car');
    expect(value).toMatchObject({ typed: 'when we had the blue car', edtf: '' });
    expect(screen.getByText(/Kept as you wrote it/)).toBeTruthy();
  });
});
