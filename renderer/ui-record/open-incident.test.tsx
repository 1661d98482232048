import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { emptyIncidentContent, type Incident } from '../../shared/model/incident';
import { OpenIncident } from './open-incident';

let answer: Partial<Incident>;
vi.mock('../app/use-ask', () => ({ useAsk: () => ({ value: answer }) }));
vi.mock('../app/places', () => ({ usePlaces: () => ({ go: vi.fn() }) }));
afterEach(cleanup);

it('says of an erased entry that it was erased, and leads nowhere; a blank one opens', () => {
  answer = { status: 'erased', content: emptyIncidentContent };
  render(<OpenIncident id={'1'.repeat(32)} />);
  expect([screen.getByText('This entry was erased').tagName, screen.queryByRole('button')]).toEqual(['SPAN', null]);
  cleanup();
  answer = { status: 'recorded', content: emptyIncidentContent };
  render(<OpenIncident id={'1'.repeat(32)} />);
  expect(screen.getByRole('button').textContent).toBe('An incident without words yet');
});
