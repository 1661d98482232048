import { cutSlowly } from '../bytes/cut-slowly';
import { JsonCutter, type Cut } from './cutter';
import { placeOf, type Wanted } from './wanted';

/** What is wanted of a JSON document, in its order (json/cutter.ts). Throws what `bytes` throws, nothing of its own. */
export function readJson(bytes: AsyncIterable<Uint8Array>, wanted: Wanted): AsyncGenerator<Cut[]> {
  return cutSlowly(bytes, new JsonCutter(placeOf(wanted)));
}

/** What can be seen in a file's beginning; what it cuts off is not said. For telling what a file is: nothing where it begins with neither an object nor a list. */
export function readJsonHead(head: Uint8Array, wanted: Wanted): Cut[] {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (head[at] === 0x20 || head[at] === 0x0a || head[at] === 0x0d || head[at] === 0x09) at += 1;
  return head[at] === 0x7b || head[at] === 0x5b ? new JsonCutter(placeOf(wanted)).push(head) : [];
}
