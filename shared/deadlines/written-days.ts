import { parseEdtf, sayDate, spanOf } from '../dates';
import type { Deadline, LimitDay } from '../model/case/deadline';
import { type Dated, undated } from '../model/dated';

/** Days of a time limit; what she wrote for them may be missing where nobody kept it. */
export type DaysOfLimit = Pick<Deadline, LimitDay> & Partial<Pick<Deadline, 'asWritten'>>;

/** A day of a time limit as she wrote it; the day itself, in words, where it was noted without her words. */
export function dayWritten(deadline: DaysOfLimit, which: LimitDay): Dated {
  const written = deadline.asWritten?.[which] ?? undated;
  if (written.typed !== '' || written.edtf !== '') return written;
  const edtf = deadline[which];
  return edtf === '' ? undated : { ...undated, typed: sayDate({ ...undated, edtf }), edtf };
}

/** The parts of a time limit that say a day, with her words kept whatever they are. */
export function withDay<D extends LimitDay>(deadline: Pick<Deadline, 'asWritten'>, which: D, written: Dated): { asWritten: Deadline['asWritten'] } & { [P in D]: string } {
  return { asWritten: { ...deadline.asWritten, [which]: written }, [which]: wholeDay(written) } as { asWritten: Deadline['asWritten'] } & { [P in D]: string };
}

/** The day of a date that is one, `YYYY-MM-DD`, also where she is not sure of it (isNotSure); '' of anything longer, and of what is not understood. */
export function wholeDay({ edtf }: Pick<Dated, 'edtf'>): string {
  const { earliest, latest } = spanOf(edtf);
  return earliest === latest ? earliest : '';
}

/** "about 3 March 2024", "perhaps 3 March 2024": a day with no width, and yet not certain. */
export function isNotSure({ edtf }: Pick<Dated, 'edtf'>): boolean {
  const value = parseEdtf(edtf);
  return value?.kind === 'interval' ? [value.start, value.end].some((end) => typeof end === 'object' && end.qualifier !== '') : value !== null && value.qualifier !== '';
}
