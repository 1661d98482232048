import { z } from 'zod';
import { WayInKind, type WayIn } from '../../../shared/contract/key-calls';
import type { Transaction } from '../store/store';
import type { RecordContext } from './record-context';
import { countOf, fromJson, type Queries } from './rows';

type WayInRow = { kind: string; made_utc: string; needed: number | null; people: string | null };

/** Notes a slot just written. `shares`: how many are needed, and who was given one. */
export function noteWayIn(context: RecordContext, transaction: Transaction, kind: WayInKind, shares: WayIn['shares'] = null): void {
  transaction.run(`INSERT OR REPLACE INTO way_in (kind, made_utc, needed, people) VALUES (?, ?, ?, ?)`, [kind, context.now(), shares?.needed ?? null, shares === null ? null : JSON.stringify(shares.people)]);
}

/** The ways into this vault, in the order of the kinds. None are known of a vault of schema 1 that can only be read. */
export function listWaysIn(from: Queries): WayIn[] {
  if (countOf(from, `sqlite_master WHERE name = 'way_in'`) === 0) return [];
  const rows = from.all<WayInRow>(`SELECT kind, made_utc, needed, people FROM way_in`);
  const ways = rows.map((row): WayIn => ({
    kind: WayInKind.parse(row.kind),
    madeUtc: row.made_utc,
    shares: row.needed === null ? null : { needed: row.needed, people: fromJson(z.array(z.string()), row.people ?? '[]') },
  }));
  const place = (way: WayIn): number => WayInKind.options.indexOf(way.kind);
  return ways.sort((left, right) => place(left) - place(right));
}
