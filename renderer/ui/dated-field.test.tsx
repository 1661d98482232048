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

  it.each([
    ['31 February 2020', /^There is no 31 February 2020\./],
    ['29/02/2021', /^There is no 29 February 2021\./],
    ['12 March 2019 25:00', /^There is no such time as 25:00\./],
    ['May 2020 to June 2019', /^This ends before it begins\./],
  ])('says what is wrong with "%s"', async (typed, said) => {
    render(<Held onValue={() => undefined} />);
    await userEvent.type(screen.getByLabelText('When it happened'), typed);
    expect(screen.getByRole('status').textContent).toMatch(said);
    expect(screen.getByRole('status').textContent).not.toContain('has not come');
  });

  it('takes a day after today, and says that it has not come yet', async () => {
    let value: Dated = undated;
    render(<Held onValue={(next) => { value = next; }} />);
    await userEvent.type(screen.getByLabelText('When it happened'), '14 May 2026');
    expect(value.edtf).toBe('2026-05-14');
    expect(screen.getByRole('status').textContent).toBe('Understood as Thursday 14 May 2026. This day has not come yet.');
  });

  it('keeps what it cannot place and says so', async () => {
    let value: Dated = undated;
    render(<Held onValue={(next) => { value = next; }} />);
    await userEvent.type(screen.getByLabelText('When it happened'), 'when we had the blue car');
    expect(value).toMatchObject({ typed: 'when we had the blue car', edtf: '' });
    expect(screen.getByText(/Kept as you wrote it/)).toBeTruthy();
  });
});
