const [greater, lineFeed] = [0x3e, 0x0a];
const from = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/** Whether `>From `, `>>From ` … begins here: then how many `>`, else 0. */
function quotesAt(bytes: Uint8Array, at: number): number {
  let count = 0;
  while (bytes[at + count] === greater) count += 1;
  if (count === 0) return 0;
  for (let index = 0; index < from.length; index += 1) if (bytes[at + count + index] !== from[index]) return 0;
  return count;
}

/**
 * Takes back what a writer of an mbox did so that no line of a text begins a message: one `>` off each line that begins `>From `. Writers of mboxrd and mboxcl do this to every such line, those of mboxo only to lines without a `>`: which
 * it was cannot be told from the file, so a line that somebody wrote as `>From ` loses its `>` in an mboxo, and the count says that lines were changed. Without such lines the same bytes.
 */
export function unquoteFromLines(bytes: Uint8Array): { bytes: Uint8Array; count: number } {
  const removed: number[] = [];
  for (let at = bytes.indexOf(greater); at >= 0; at = bytes.indexOf(greater, at + 1)) {
    if (at > 0 && bytes[at - 1] !== lineFeed) continue;
    const count = quotesAt(bytes, at);
    if (count > 0) removed.push(at);
    at += Math.max(0, count - 1);
  }
  if (removed.length === 0) return { bytes, count: 0 };
  const out = new Uint8Array(bytes.length - removed.length);
  let [read, written] = [0, 0];
  for (const at of removed) {
    out.set(bytes.subarray(read, at), written);
    written += at - read;
    read = at + 1;
  }
  out.set(bytes.subarray(read), written);
  return { bytes: out, count: removed.length };
}
