import { expect, it } from 'vitest';
import { daysSince } from './days-since';

const local = (text: string): Date => new Date(text);

it.each([
  ['2026-11-21T00:05:00', '2026-11-21T23:55:00', 0],
  ['2026-11-20T23:55:00', '2026-11-21T00:05:00', 1],
  ['2026-10-20T12:00:00', '2026-11-01T11:00:00', 12],
  ['2027-01-01T12:00:00', '2026-11-21T12:00:00', 0],
])('from %s to %s are %i days of the calendar', (then, now, days) => expect(daysSince(local(then).toISOString(), local(now))).toBe(days));
