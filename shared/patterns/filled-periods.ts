import type { Bucket, Patterns } from '../model/case/patterns';
import { sayPeriod } from './say-period';

/** A row of the table of periods, with its name. */
export interface FilledPeriod extends Bucket { readonly name: string }

const fewest = 3;

/** The periods in which something is counted or may lie. Years that follow each other, with nothing counted and as much that may lie in each, are one row: a date such as “between 1950 and 2015” would fill pages with noughts. */
export function filledPeriods({ buckets, unit }: Pick<Patterns, 'buckets' | 'unit'>): FilledPeriod[] {
  const rows: FilledPeriod[] = [];
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] as Bucket;
    if (bucket.counts.all === 0 && bucket.mayLieIn === 0) continue;
    let last = at;
    while (unit === 'year' && bucket.counts.all === 0 && buckets[last + 1]?.counts.all === 0 && buckets[last + 1]?.mayLieIn === bucket.mayLieIn) last += 1;
    const end = buckets[last] as Bucket;
    if (last - at + 1 < fewest) { rows.push({ ...bucket, name: sayPeriod(bucket.fromDay, unit) }); continue; }
    rows.push({ ...bucket, toDay: end.toDay, name: `${sayPeriod(bucket.fromDay, unit)} to ${sayPeriod(end.fromDay, unit)}` });
    at = last;
  }
  return rows;
}
