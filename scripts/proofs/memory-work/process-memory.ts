import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';

/** A process of the program as Linux tells it. */
export interface RunningProcess {
  processId: number;
  /** Its part in the program: `shell`, `renderer`, `gpu-process`, `zygote`, or the name of a utility process. */
  part: string;
}

/** Everything that still runs of programs started each as the head of a session of its own: what they started, directly or not, and what is left of the session when its head is gone. */
export function processesOf(heads: readonly number[]): RunningProcess[] {
  const parentOf = new Map<number, number>();
  const isLeft = new Set<number>();
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? readQuietly(`/proc/${name}/stat`) : '';
    // pid (command) state parent …: the command may hold anything, brackets too (proc(5)).
    const [, state, parent, session] = /^\d+ .*\) (\S) (\d+) \d+ (\d+) /s.exec(status) ?? [];
    // One that ended and was not asked for yet (Z) has no memory.
    if (state === undefined || state === 'Z') continue;
    parentOf.set(Number(name), Number(parent));
    if (heads.includes(Number(session))) isLeft.add(Number(name));
  }
  const isBelow = (processId: number | undefined): boolean => processId !== undefined && (heads.includes(processId) || isBelow(parentOf.get(processId)));
  return [...parentOf.keys()].filter((processId) => isLeft.has(processId) || isBelow(processId)).map((processId) => ({ processId, part: partOf(processId) }));
}

function partOf(processId: number): string {
  const command = readQuietly(`/proc/${processId}/cmdline`);
  const type = /--type=([a-z-]+)/.exec(command)?.[1];
  const name = /--utility-sub-type=([\w.]+)/.exec(command)?.[1];
  return name ?? type ?? 'shell';
}

const chunkBytes = 1 << 20;
const zeros = Buffer.alloc(2 * chunkBytes);

export interface Needle {
  /** What it belongs to. */
  name: string;
  encoding: string;
  bytes: Buffer;
}

export interface MemorySighting {
  part: string;
  processId: number;
  name: string;
  encoding: string;
  /** What Linux says of the mapping: its file, `[heap]`, or nothing for memory of the process's own. */
  mapping: string;
  count: number;
  /** The bytes around the first of them, for who is to find where it comes from. */
  around: string;
}

export interface Searched {
  sightings: MemorySighting[];
  readBytes: number;
  /** Mappings that Linux says may be read and that could not be: devices, and what was unmapped meanwhile. */
  unreadMappings: number;
}

/** Looks for every needle in all readable memory of one process, shared and file-backed mappings too, but for programs and libraries as they lie on the disk. */
export function searchMemory({ processId, part }: RunningProcess, needles: readonly Needle[]): Searched {
  const found = new Map<string, MemorySighting>();
  const longest = Math.max(...needles.map(({ bytes }) => bytes.length));
  const buffer = Buffer.alloc(chunkBytes + longest);
  let readBytes = 0;
  let unreadMappings = 0;
  let memory: number;
  try {
    memory = openSync(`/proc/${processId}/mem`, 'r');
  } catch (error) {
    // It ended, and its memory with it; ESRCH: nobody has taken note of that yet.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return { sightings: [], readBytes, unreadMappings };
    throw error;
  }
  try {
    for (const { start, end, mapping } of readableMappings(processId)) {
      let kept = 0;
      for (let at = start; at < end; ) {
        const wanted = Math.min(chunkBytes, end - at);
        let read = 0;
        try {
          read = readSync(memory, buffer, kept, wanted, at);
        } catch {
          // EIO: a hole or a device. EFAULT: gone meanwhile.
        }
        if (read === 0) {
          unreadMappings += 1;
          break;
        }
        readBytes += read;
        const piece = buffer.subarray(0, kept + read);
        // Most of what is mapped was never written; no needle is made of zeros alone.
        if (!piece.equals(zeros.subarray(0, piece.length))) look(piece, mapping);
        at += read;
        // A needle that lies across the border is whole in the next look; one that is whole here is not counted twice.
        const keep = Math.min(longest - 1, kept + read);
        buffer.copyWithin(0, kept + read - keep, kept + read);
        kept = keep;
      }
    }
  } finally {
    closeSync(memory);
  }
  return { sightings: [...found.values()], readBytes, unreadMappings };

  function look(bytes: Buffer, mapping: string): void {
    for (const { name, encoding, bytes: needle } of needles) {
      for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length)) {
        const key = `${name} ${encoding} ${mapping}`;
        const sighting = found.get(key) ?? { part, processId, name, encoding, mapping, count: 0, around: readable(bytes.subarray(Math.max(0, at - 120), at + needle.length + 80)) };
        sighting.count += 1;
        found.set(key, sighting);
      }
    }
  }
}

function* readableMappings(processId: number): Generator<{ start: number; end: number; mapping: string }> {
  for (const line of readQuietly(`/proc/${processId}/maps`).split('\n')) {
    const [, from, to, rights, file] = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$/.exec(line) ?? [];
    if (from === undefined || to === undefined || rights?.[0] !== 'r') continue;
    // The kernel's own page for fast system calls: not memory of the process, and not readable this way.
    if (file === '[vsyscall]' || file === '[vvar]') continue;
    // A file of the system's or Electron's own, mapped so that nobody may write: what is in it was in it before.
    if (rights[1] !== 'w' && /^\/.*\/(electron|icudtl\.dat|locale-archive|[\w.+-]+\.(so(\.[\d.]+)?|pak|bin))$/.test(file ?? '')) continue;
    yield { start: Number.parseInt(from, 16), end: Number.parseInt(to, 16), mapping: file ?? '' };
  }
}

const readable = (bytes: Buffer): string => bytes.toString('latin1').replaceAll(/[^\x20-\x7e]/g, '·');

function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
