import type { DateOrder } from '../../model/date-order';
import { firstLines } from '../bytes/lines';
import type { NeutralAttachment, NeutralMessage, NeutralPart } from '../parts';
import type { Choices, Importer, Question } from '../reading';
import type { Source, SourceFile } from '../source';
import { DateOrderEvidence } from './date-order';
import { readEntries } from './entries';
import { isChat } from './layout';
import { messageOf } from './messages';
import { suggestTitle } from './title';
import { mayBeTruncated } from './truncation';

const batch = 500;
const examplesShown = 6;

/** WhatsApp's exported chat: text from Android or iOS in any of its languages (docs/decisions/0012-our-own-whatsapp-parser.md). A file is a conversation. */
export const whatsapp: Importer = {
  kind: 'whatsapp',
  recognises: (head) => isChat(firstLines(head, 400)),
  question,
  read,
  mayBeTruncated,
};

/** What was found of a file's dates, for as long as the file is known: a preview asks twice. */
const known = new WeakMap<SourceFile, DateOrderEvidence>();

async function evidenceOf(file: SourceFile): Promise<DateOrderEvidence> {
  const before = known.get(file);
  if (before) return before;
  const evidence = new DateOrderEvidence();
  for await (const { entries } of readEntries(file.bytes())) {
    for (const { head, written } of entries) if (head) evidence.add(head, written);
  }
  known.set(file, evidence);
  return evidence;
}

async function question(files: readonly SourceFile[]): Promise<Question> {
  const found: DateOrderEvidence[] = [];
  for (const file of files) {
    const evidence = await evidenceOf(file);
    if (evidence.hasDates) found.push(evidence);
  }
  const open = found.filter(({ settled }) => settled === null);
  if (open.length > 0) return { dateOrder: { settled: null, examples: open.flatMap(({ examples }) => examples).slice(0, examplesShown) }, columns: null };
  const [first] = found;
  return { dateOrder: first ? { settled: first.settled, examples: [] } : null, columns: null };
}

async function* read(files: readonly SourceFile[], source: Source, choices: Choices): AsyncGenerator<NeutralPart> {
  const ids = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    // What a file's own dates show stands: her answer is about those that leave it open, and several phones may write differently.
    const order = (await evidenceOf(file)).settled ?? choices.dateOrder;
    const key = String(index);
    yield { part: 'conversation', key, title: titleOf(file, files, source), service: 'WhatsApp', participants: [], ...(order && { dateOrder: order }) };
    yield* readFile(file, source, order, key, ids);
  }
}

async function* readFile(file: SourceFile, source: Source, order: DateOrder | null, key: string, ids: Map<string, string>): AsyncGenerator<NeutralPart> {
  let fresh: NeutralPart[] = [];
  const findFile = (name: string): NeutralAttachment => {
    const found = source.find(name, file);
    if (!found || found === file) return { name, file: '', absent: source.isLeftOut(name, file) ? 'not-opened' : 'not-there' };
    let id = ids.get(found.path);
    if (id === undefined) {
      id = `whatsapp-${ids.size}`;
      ids.set(found.path, id);
      fresh.push({ part: 'file-found', id, path: found.path, name });
    }
    return { name, file: id, absent: null };
  };
  for await (const { entries } of readEntries(file.bytes())) {
    for (let at = 0; at < entries.length; at += batch) {
      const messages: NeutralMessage[] = entries.slice(at, at + batch).map((entry) => messageOf(entry, order, findFile));
      yield { part: 'messages', key, path: file.path, messages };
      const found = fresh;
      fresh = [];
      yield* found;
    }
  }
}

/** The chat's name in the file's own name, in that of a folder or archive it lies in, or, where it is the only chat, in the source's; '' where none says it. */
function titleOf(file: SourceFile, files: readonly SourceFile[], source: Source): string {
  for (const name of file.path.split('/').slice(-4).reverse()) {
    const title = suggestTitle(name);
    if (title !== '') return title;
  }
  return files.length === 1 ? suggestTitle(source.name) : '';
}
