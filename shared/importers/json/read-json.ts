import { JsonCutter, type Cut } from './cutter';
import { placeOf, type Wanted } from './wanted';

/** Taken at a time, so that a large piece does not become all of its elements at once. */
const slowlyBytes = 64 * 1024;

/** What is wanted of a JSON document, in its order (json/cutter.ts). Throws what `bytes` throws, nothing of its own. */
export async function* readJson(bytes: AsyncIterable<Uint8Array>, wanted: Wanted): AsyncGenerator<Cut[]> {
  const cutter = new JsonCutter(placeOf(wanted));
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += slowlyBytes) {
      const cuts = cutter.push(piece.subarray(at, at + slowlyBytes));
      if (cuts.length > 0) yield cuts;
    }
  }
  const rest = cutter.end();
  if (rest.length > 0) yield rest;
}

/** What can be seen in a file's beginning; what it cuts off is not said. For telling what a file is: nothing where it begins with neither an object nor a list. */
export function readJsonHead(head: Uint8Array, wanted: Wanted): Cut[] {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (head[at] === 0x20 || head[at] === 0x0a || head[at] === 0x0d || head[at] === 0x09) at += 1;
  return head[at] === 0x7b || head[at] === 0x5b ? new JsonCutter(placeOf(wanted)).push(head) : [];
}
