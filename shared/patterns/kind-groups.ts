import { kindGroups, type GroupCounts, type KindGroup } from '../model/case/patterns';
import { abuseKinds } from '../picklists/abuse-kinds';

const groupOf: ReadonlyMap<string, KindGroup | null> = new Map(abuseKinds.map(({ id, group }) => [id, group.startsWith('police-') ? 'police' : group === 'about' ? null : (group as KindGroup)]));

/** The groups of an entry's kinds, each once. What a kind says about the entry itself (single, aimed at a child) is none; an entry without any is `none`. */
export function groupsOf(kinds: readonly string[]): KindGroup[] {
  const groups = [...new Set(kinds.flatMap((kind) => groupOf.get(kind) ?? []))];
  return groups.length === 0 ? ['none'] : groups;
}

/** Whether a kind says what was done, and is no word of another version. */
export function saysWhatWasDone(kind: string): boolean {
  return (groupOf.get(kind) ?? null) !== null;
}

export function noCounts(): GroupCounts {
  return { all: 0, ...Object.fromEntries(kindGroups.map((group) => [group, 0])) } as GroupCounts;
}

/** One entry more. */
export function countIn(counts: GroupCounts, groups: readonly KindGroup[]): void {
  counts.all += 1;
  for (const group of groups) counts[group] += 1;
}
