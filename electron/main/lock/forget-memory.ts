import { Serializer, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * All that the window asks passes through this process, and lies on in its memory after it was freed. So, once nothing of the record is held any more, garbage
 * is collected for good and what is free is written over. What it leaves is told in docs/THREAT-MODEL.md. Takes up to a second on a slow machine.
 */
export function forgetMemory(): void {
  collectGarbage();
  overwriteFreeHeap();
  collectGarbage();
  overwriteFreeSlots();
}

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as (options: object) => void;
    collect = () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }
  collect();
}

const rounds = 200;
const arrayLengths = [1, 2, 4, 6, 10, 16, 26, 40, 64, 128, 256, 512, 1024, 4096];

/** New objects of every size take the places of those that went; kept until all are there. */
function overwriteFreeHeap(): void {
  const kept: unknown[] = [];
  for (let round = 0; round < rounds; round++) for (const length of arrayLengths) kept.push(Array.from({ length }, () => 0));
}

const largestSlotBytes = 1 << 20;
const bytesForEachSize = 2 << 20;
const mostOfEachSize = 400;

/** The same for memory that is not JavaScript's: a serialiser gets its own from the allocator of the process, and holds it until it is let go. */
function overwriteFreeSlots(): void {
  const kept: Serializer[] = [];
  for (let size = 32; size <= largestSlotBytes; size = Math.ceil(size * 1.125)) {
    const zeros = Buffer.alloc(size);
    for (let copies = 0; copies < Math.min(mostOfEachSize, Math.ceil(bytesForEachSize / size)); copies++) {
      const serializer = new Serializer();
      serializer.writeRawBytes(zeros);
      kept.push(serializer);
    }
  }
}
