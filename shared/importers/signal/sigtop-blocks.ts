import { readLines, type SourceLine } from '../bytes/lines';
import { readSigtopTime } from './sigtop-clock';

export interface SigtopField { readonly name: string; readonly value: string }

/** A stretch of sigtop's text: a message with its fields and what stands beneath them, or lines before the first message. */
export interface SigtopBlock {
  readonly fields: readonly SigtopField[];
  readonly lines: SourceLine[];
  /** Lines among them that look like a head and are none: the first line and the last of each. */
  readonly falseHeads: readonly (readonly SourceLine[])[];
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

const mostFalseHeads = 1000;
const field = /^(From|Type|Sent|Received|Attachment|Reaction|Edited): (.*)$/s;
const order = ['From', 'Type', 'Sent', 'Received', 'Attachment', 'Reaction', 'Edited'];
const longestField = 2000;
const mostFields = 1000;
const longestText = 900_000;

export function readField(text: string): SigtopField | null {
  if (text.length > longestField) return null;
  const found = field.exec(text);
  return found === null ? null : { name: found[1] ?? '', value: found[2] ?? '' };
}

/**
 * Whether fields are a head as sigtop writes one (cmd/sigtop/fmt_text.go): in its order, with a type, with times that exist; from `You` if and only if it is outgoing, and received if and
 * only if it is not.
 */
function isHead(fields: readonly SigtopField[]): boolean {
  const names = fields.map(({ name }) => name);
  const valueOf = (name: string): string | undefined => fields.find((each) => each.name === name)?.value;
  if (names.some((name, at) => at > 0 && order.indexOf(name) < order.indexOf(names[at - 1] ?? ''))) return false;
  if (['From', 'Type', 'Sent', 'Received', 'Edited'].some((name) => names.indexOf(name) !== names.lastIndexOf(name))) return false;
  const [type, sent, received] = [valueOf('Type'), valueOf('Sent'), valueOf('Received')];
  if (type === undefined || !/^[a-z0-9-]{1,60}$/.test(type)) return false;
  const isOutgoing = type === 'outgoing';
  if (isOutgoing !== (valueOf('From') === 'You') || isOutgoing === (received !== undefined)) return false;
  if (sent === undefined && received === undefined) return false;
  return [sent, received].every((time) => time === undefined || time === 'unknown' || readSigtopTime(time) !== null);
}

interface Growing { fields: SigtopField[]; lines: SourceLine[]; falseHeads: SourceLine[][]; size: number; line: number; offset: number; length: number }

/** Cuts sigtop's text at its heads: fields after an empty line. What only looks like a head stays in the text it stands in. */
export async function* readSigtopBlocks(source: AsyncIterable<Uint8Array>): AsyncGenerator<SigtopBlock[]> {
  let growing: Growing | null = null;
  let heading: { fields: SigtopField[]; lines: SourceLine[] } | null = null;
  let isAfterBlank = true;
  let wasCut = false;
  let blocks: SigtopBlock[] = [];
  const finish = (): void => {
    if (growing !== null) blocks.push(growing);
    growing = null;
  };
  const goOn = (line: SourceLine): void => {
    if (growing === null || growing.size + line.text.length > longestText) {
      finish();
      growing = { fields: [], lines: [], falseHeads: [], size: 0, line: line.number, offset: line.offset, length: 0 };
    }
    const block: Growing = growing;
    block.lines.push(line);
    block.size += line.text.length + 1;
    block.length += line.length;
  };
  const settle = (): void => {
    const head = heading;
    heading = null;
    if (head === null) return;
    const [first] = head.lines;
    if (first === undefined || !isHead(head.fields)) {
      for (const line of head.lines) goOn(line);
      const block = growing as Growing | null;
      if (head.fields.length >= 3 && block !== null && block.falseHeads.length < mostFalseHeads) block.falseHeads.push(head.lines);
      return;
    }
    finish();
    growing = { fields: head.fields, lines: [], falseHeads: [], size: 0, line: first.number, offset: first.offset, length: head.lines.reduce((sum, { length }) => sum + length, 0) };
  };
  const take = (line: SourceLine): void => {
    const read = wasCut || line.isCut ? null : readField(line.text);
    wasCut = line.isCut;
    const open = heading as { fields: SigtopField[]; lines: SourceLine[] } | null;
    if (open !== null && read !== null && open.fields.length < mostFields) {
      open.fields.push(read);
      open.lines.push(line);
      isAfterBlank = false;
      return;
    }
    settle();
    if (isAfterBlank && read !== null && (read.name === 'From' || read.name === 'Type')) heading = { fields: [read], lines: [line] };
    else goOn(line);
    isAfterBlank = line.text === '' && !line.isCut;
  };
  for await (const lines of readLines(source)) {
    for (const line of lines) take(line);
    if (blocks.length > 0) {
      yield blocks;
      blocks = [];
    }
  }
  settle();
  finish();
  if (blocks.length > 0) yield blocks;
}
