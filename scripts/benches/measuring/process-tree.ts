import { readFileSync, readdirSync } from 'node:fs';

/** Clock ticks of /proc are hundredths of a second on every Linux there is (USER_HZ). */
const tickMs = 10;

interface Process {
  id: number;
  parent: number;
  session: number;
  usedMs: number;
}

function readProcess(id: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    // After the name, which may hold anything: state, parent, group, session … user and system time, those of children that have ended.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const time = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
    return { id, parent: Number(fields[1]), session: Number(fields[3]), usedMs: time * tickMs };
  } catch {
    return null;
  }
}

/** A process, all that it started and all that they started, as far as they live (Linux). Started as a leader of its own session (`detached`), so that none is lost. */
export function processTree(root: number): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => readProcess(Number(name))).filter((each) => each !== null);
  const found = new Map(all.filter(({ id, session }) => id === root || session === root).map((each) => [each.id, each]));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const each of all) if (found.has(each.parent)) found.set(each.id, each);
  }
  return [...found.values()];
}
