import { readField, type SigtopField } from './sigtop-blocks';

/** What stands beneath the fields of a message: what it answers, and its words. */
export interface SigtopContent { readonly quoted: { sender: string; text: string } | null; readonly text: string }

/** Reads lines beneath a head or within a version of an edited message: an empty line and a quotation (`> From: …`), an empty line and the words. */
export function readContent(lines: readonly string[]): SigtopContent {
  let at = 0;
  let quoted: SigtopContent['quoted'] = null;
  if (lines[0] === '' && lines[1]?.startsWith('> From: ') === true && lines[2]?.startsWith('> Sent: ') === true) {
    const sender = lines[1].slice('> From: '.length);
    at = 3;
    while (lines[at]?.startsWith('> Attachment: ') === true) at += 1;
    const named = lines.slice(3, at).map((line) => line.slice(2));
    const words: string[] = [];
    if (lines[at] === '>') for (at += 1; lines[at]?.startsWith('> ') === true; at += 1) words.push((lines[at] ?? '').slice(2));
    quoted = { sender, text: [...words, ...named].join('\n') };
  }
  if (lines[at] === '') at += 1;
  return { quoted, text: lines.slice(at).join('\n').replace(/\s+$/, '') };
}

export interface SigtopVersion { readonly number: number; readonly fields: readonly SigtopField[]; readonly content: SigtopContent }

/** The versions of an edited message, the newest first: every line begins with a bar (`| Version: 2`). Null where the lines are no such history. */
export function readVersions(lines: readonly string[], count: number): SigtopVersion[] | null {
  const barred = lines.slice(lines[0] === '' ? 1 : 0);
  while (barred.at(-1) === '') barred.pop();
  if (barred.length === 0 || !barred.every((line) => line === '|' || line.startsWith('| '))) return null;
  const plain = barred.map((line) => line.slice(2));
  const starts: number[] = [];
  plain.forEach((line, at) => {
    if (line === `Version: ${count - starts.length}` && (at === 0 || barred[at - 1] === '|') && starts.length < count) starts.push(at);
  });
  if (starts.length !== count || starts[0] !== 0) return null;
  return starts.map((start, index) => {
    const within = plain.slice(start + 1, starts[index + 1] ?? plain.length);
    const fields: SigtopField[] = [];
    for (const line of within) {
      const read = readField(line);
      if (read === null || (read.name !== 'Attachment' && read.name !== 'Sent')) break;
      fields.push(read);
    }
    return { number: count - index, fields, content: readContent(within.slice(fields.length)) };
  });
}

/** The words of an edited message: the newest version, and beneath it each older one with when it was sent. */
export function textOfVersions(versions: readonly { readonly number: number; readonly sent: string; readonly text: string }[]): string {
  const [newest, ...older] = versions;
  return [newest?.text ?? '', ...older.map(({ number, sent, text }) => `Version: ${number}\nSent: ${sent}\n\n${text}`)].join('\n\n');
}
