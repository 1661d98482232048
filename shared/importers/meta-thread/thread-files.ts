import { clipped } from '../bytes/clipped';
import type { Cut } from '../json/cutter';
import { listAt, objectOf, textAt, wholeAt } from '../json/members';
import { readJson } from '../json/read-json';
import type { SourceFile } from '../source';
import { undoubled } from './double-encoded';
import { metaFile, ownerNames } from './layout';
import { noteInWindows, type MessageWindow } from './message-windows';

type NotUnderstood = Extract<Cut, { cut: 'not-understood' }>;

/** One file of a thread, read through once. */
export interface ThreadFile {
  readonly file: SourceFile;
  readonly participants: readonly string[];
  readonly title: string;
  /** `inbox/danexample_1234`; '' where it is not said. */
  readonly threadPath: string;
  /** Whether it is of the end-to-end encrypted download. */
  readonly isEncrypted: boolean;
  readonly windows: readonly MessageWindow[];
  /** Milliseconds since 1970 of the first and the last message as they lie in the file; null where none has a time. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly hasList: boolean;
  readonly ownerNames: readonly string[];
  /** What could not be read besides messages; the rest of a file that ends too early last. */
  readonly notUnderstood: readonly NotUnderstood[];
}

/** Reads a file of Meta's through without holding its messages. */
export async function threadFileOf(file: SourceFile): Promise<ThreadFile> {
  const windows: MessageWindow[] = [];
  const notUnderstood: NotUnderstood[] = [];
  let [participants, title, threadPath, threadName, owners]: [string[], string, string, string, string[]] = [[], '', '', '', []];
  let [firstMs, lastMs]: [number | null, number | null] = [null, null];
  let [hasList, isEncrypted, isFirst] = [false, false, false];
  for await (const cuts of readJson(file.bytes(), metaFile)) {
    for (const cut of cuts) {
      if (cut.cut === 'opened' && cut.at === 'messages') [hasList, isFirst] = [true, true];
      if (cut.at === 'messages/*' && (cut.cut === 'value' || cut.cut === 'not-understood')) {
        noteInWindows(windows, cut, isFirst);
        isFirst = false;
        const message = cut.cut === 'value' ? objectOf(cut.value) : null;
        if (message === null) continue;
        if (textAt(message, 'senderName') !== '') isEncrypted = true;
        const ms = sentMs(message);
        if (ms !== null) [firstMs, lastMs] = [firstMs ?? ms, ms];
      } else if (cut.cut === 'not-understood') keep(notUnderstood, cut);
      else if (cut.cut !== 'value') continue;
      else if (cut.at === 'participants') participants = namesOf(cut.value);
      else if (cut.at === 'title' && typeof cut.value === 'string') title = undoubled(cut.value);
      else if (cut.at === 'thread_path' && typeof cut.value === 'string') threadPath = clipped(cut.value, 500);
      else if (cut.at === 'threadName' && typeof cut.value === 'string') threadName = cut.value;
      else owners = [...owners, ...ownerNames(cut.at, cut.value)];
    }
  }
  // The encrypted download numbers its chats: "Dan Example_12".
  if (title === '') title = threadName.replace(/_\d{1,9}$/, '');
  return { file, participants, title: clipped(title, 300), threadPath, isEncrypted: isEncrypted || threadName !== '', windows, firstMs, lastMs, hasList, ownerNames: owners, notUnderstood };
}

/** Milliseconds since 1970: `timestamp_ms`; `timestamp` in milliseconds (encrypted chats), or in seconds (the first exports of 2018). */
export function sentMs(message: Readonly<Record<string, unknown>>): number | null {
  const ms = wholeAt(message, 'timestamp_ms');
  if (ms !== null) return ms;
  const time = wholeAt(message, 'timestamp');
  return time !== null && textAt(message, 'senderName') === '' && time < 100_000_000_000 ? time * 1000 : time;
}

/** A list of `{ name }`, or of names (encrypted chats, whose text is not doubled). */
function namesOf(value: unknown): string[] {
  const names = listAt({ value }, 'value', 2000).map((one) => (typeof one === 'string' ? one : undoubled(textAt(objectOf(one) ?? {}, 'name'))));
  return [...new Set(names.filter((name) => name !== '').map((name) => clipped(name, 300)))];
}

/** So many stretches of one file are told one by one; what comes after is told as one stretch with the last of them. */
const mostStretches = 100;

function keep(notUnderstood: NotUnderstood[], cut: NotUnderstood): void {
  const last = notUnderstood.at(-1);
  if (last === undefined || cut.isRest || notUnderstood.length < mostStretches) notUnderstood.push(cut);
  else notUnderstood[notUnderstood.length - 1] = { ...last, length: cut.offset + cut.length - last.offset };
}
