import { spanOf, understandDate } from '../../shared/dates';

/** First and last day of a period as typed; '' where it is not understood. Two readings: the wider of both. */
export function daysOfPeriod(typed: string, today: string): { earliest: string; latest: string } {
  if (!typed.trim()) return { earliest: '', latest: '' };
  const read = understandDate(typed, today);
  if (read.kind === 'not-understood') return { earliest: '', latest: '' };
  const spans = (read.kind === 'understood' ? [read.edtf] : read.readings.map(({ edtf }) => edtf)).map((edtf) => spanOf(edtf));
  return { earliest: spans.map((span) => span.earliest).sort()[0] ?? '', latest: spans.map((span) => span.latest).sort().at(-1) ?? '' };
}
