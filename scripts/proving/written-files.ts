import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What strace must be asked for, so that every file that is opened for writing, made or moved is known. */
export const writeTracing = ['-f', '-qq', '-e', 'signal=none', '-s', '4096', '-e', 'trace=open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,chdir'];

const opened = /\bopen(?:at2?)?\((?:AT_FDCWD(?:<[^>]*>)?, |\d+(?:<([^>]*)>)?, )?"((?:[^"\\]|\\.)*)", [^)]*O_(?:WRONLY|RDWR|CREAT|TMPFILE)/;
const made = /\bcreat\("((?:[^"\\]|\\.)*)"/;
const moved = /\b(?:rename|link)(?:at2?)?\(.*"((?:[^"\\]|\\.)*)"[^"]*\)\s+= 0/;

/** Absolute paths of all files that any process opened for writing (and got), from a trace. Devices and pipes are left out. */
export async function readWrittenFiles(trace: string): Promise<Set<string>> {
  const written = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    if (/ = -1 E/.test(line)) continue;
    const open = opened.exec(line);
    const place = open ? join(open[1] ?? '/', unescape(open[2]!)) : unescape((made.exec(line) ?? moved.exec(line))?.[1] ?? '');
    if (place === '' || /^\/(dev|proc|sys)\//.test(place)) continue;
    written.add(place);
  }
  return written;
}

function unescape(text: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const octal = /^\\([0-7]{1,3})/.exec(text.slice(at, at + 4));
    if (octal) {
      bytes.push(Number.parseInt(octal[1]!, 8));
      at += octal[1]!.length;
    } else bytes.push(...Buffer.from(text[at] === '\\' ? (text[++at] ?? '') : text[at]!));
  }
  return Buffer.from(bytes).toString('utf8');
}
