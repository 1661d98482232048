import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useAfterPaint } from './use-after-paint';

afterEach(cleanup);

function Page({ of }: { of?: string }) {
  return <p>{useAfterPaint(of) ? 'all of it' : 'what is in sight'}</p>;
}
const painted = () => act(async () => { await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 20)); }); });

it('draws the rest when the first has been painted, and begins anew with another thing', async () => {
  const { rerender } = render(<Page of="one map" />);
  expect(screen.getByText('what is in sight')).toBeTruthy();
  await painted();
  expect(screen.getByText('all of it')).toBeTruthy();
  rerender(<Page of="one map" />);
  expect(screen.getByText('all of it')).toBeTruthy();
  rerender(<Page of="another" />);
  expect(screen.getByText('what is in sight')).toBeTruthy();
  await painted();
  expect(screen.getByText('all of it')).toBeTruthy();
});
