/**
 * Joins the lines of `format=flowed` (RFC 3676 section 4): a line that ends in a space goes on in the next of the same depth of `>`; a space put in front goes off again; `delsp` takes the ending space off too.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let [open, openDepth] = [false, 0];
  for (const line of text.split(/\r?\n/)) {
    let depth = 0;
    while (line[depth] === '>') depth += 1;
    const rest = line.slice(line[depth] === ' ' ? depth + 1 : depth);
    const isSignature = rest === '-- ';
    const flows = rest.endsWith(' ') && !isSignature;
    const content = flows && deleteSpace ? rest.slice(0, -1) : rest;
    if (open && depth === openDepth && !isSignature) out.push(content);
    else out.push(out.length === 0 ? '' : '\n', depth > 0 ? `${'>'.repeat(depth)} ` : '', content);
    [open, openDepth] = [flows, depth];
  }
  return out.join('');
}

/** A file written into a plain text by uuencode: from its `begin` line to its `end` line. */
export interface UuBlock {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a line begins with `beg`: nearly no text has one. */
export function mayHoldUuBlock(bytes: Uint8Array): boolean {
  for (let at = 0; ; ) {
    if (bytes[at] === 0x62 && bytes[at + 1] === 0x65 && bytes[at + 2] === 0x67) return true;
    const next = bytes.indexOf(0x0a, at);
    if (next < 0) return false;
    at = next + 1;
  }
}

/** Finds uuencoded files in a text given as one character per byte. `begin` must be followed by a line that can be one of its. */
export function findUuBlocks(characters: string): UuBlock[] {
  const blocks: UuBlock[] = [];
  for (let at = characters.startsWith('begin ') ? 0 : nextBegin(characters, 0); at >= 0 && blocks.length < 100; ) {
    const found = /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n/.exec(characters.slice(at, at + 300));
    const dataStart = at + (found?.[0].length ?? 6);
    const end = found === null ? null : endOfBlock(characters, dataStart);
    if (found !== null && end !== null) blocks.push({ name: (found[1] ?? '').trim(), start: at, end });
    at = nextBegin(characters, end ?? dataStart);
  }
  return blocks;
}

function nextBegin(characters: string, from: number): number {
  const found = characters.indexOf('\nbegin ', Math.max(0, from - 1));
  return found < 0 ? -1 : found + 1;
}

/** After the `end` line; null where a line cannot be uuencoded. */
function endOfBlock(characters: string, from: number): number | null {
  for (let at = from; at < characters.length; ) {
    const next = characters.indexOf('\n', at);
    const stop = next < 0 ? characters.length : next + 1;
    const line = characters.slice(at, Math.min(stop, at + 100)).replace(/\r?\n$/, '');
    if (line === 'end') return stop;
    if (line.length > 90 || (line !== '' && (line.charCodeAt(0) < 32 || line.charCodeAt(0) > 96))) return null;
    at = stop;
  }
  return null;
}
