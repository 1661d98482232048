import { Refusal } from '../../../shared/contract/errors';
import type { FilePiecePart, NeutralAttachment, NeutralMessage, NeutralPart } from '../../../shared/importers/parts';
import type { Choices, Importer, Question } from '../../../shared/importers/reading';
import type { ReadPart } from '../../../shared/importers/read-part';
import type { z } from 'zod';
import type { DiskFile } from './disk-file';
import type { Member } from './member';
import type { OpenedSource } from './open-source';

type FilePiece = z.infer<typeof FilePiecePart>;

/** What a reading gives, in order: a part, a file of the source that messages name, a piece of a file that stands inside a message's own. */
export type Read =
  | { readonly kind: 'part'; readonly part: ReadPart }
  | { readonly kind: 'found'; readonly id: string; readonly name: string; readonly member: Member }
  | { readonly kind: 'piece'; readonly piece: FilePiece };

/** One reading of a source by every importer that knows a file in it. Keys and ids become those of the whole source: several importers may give the same ones. */
export class SourceReading {
  /** The files on the disk in which conversations lie, as parts count them. */
  readonly outers: readonly DiskFile[];
  readonly #numbers: ReadonlyMap<DiskFile, number>;
  readonly #byPath: ReadonlyMap<string, Member>;

  constructor(private readonly source: OpenedSource) {
    const recognised = new Set(source.recognised.flatMap(({ files }) => files));
    const members = source.members.filter((member) => recognised.has(member));
    this.#byPath = new Map(source.members.map((member) => [member.path, member]));
    this.outers = [...new Set(members.map(({ outer }) => outer))];
    this.#numbers = new Map(this.outers.map((outer, number) => [outer, number]));
  }

  /** What each importer must ask, in the registry's order. */
  async questions(): Promise<{ readonly importer: Importer; readonly question: Question }[]> {
    const asked: { importer: Importer; question: Question }[] = [];
    for (const { importer, files } of this.source.recognised) {
      if (importer.question) asked.push({ importer, question: await importer.question(files) });
    }
    return asked;
  }

  async *read(choices: Choices): AsyncGenerator<Read> {
    for (const [index, { importer, files }] of this.source.recognised.entries()) {
      for await (const part of importer.read(files, this.source.found, choices)) yield this.#ofTheSource(part, index, importer);
    }
  }

  #ofTheSource(part: NeutralPart, index: number, importer: Importer): Read {
    const id = (own: string): string => `${index}.${own}`;
    const key = (own: string): string => keyOf(importer, own);
    switch (part.part) {
      case 'conversation': return { kind: 'part', part: { ...part, key: key(part.key), kind: importer.kind } };
      case 'messages': {
        const { path, messages, ...rest } = part;
        return { kind: 'part', part: { ...rest, key: key(part.key), messages: messages.map((message) => withIds(message, id)), ...this.#where(path) } };
      }
      case 'not-understood': {
        const { path, ...rest } = part;
        return { kind: 'part', part: { ...rest, ...this.#where(path) } };
      }
      case 'file-piece': return { kind: 'piece', piece: { ...part, id: id(part.id) } };
      case 'file-found': return { kind: 'found', id: id(part.id), name: part.name, member: this.#member(part.path) };
      default: return part satisfies never;
    }
  }

  #where(path: string): { file: number; entryName: string } {
    const member = this.#member(path);
    return { file: this.#numbers.get(member.outer) ?? 0, entryName: member.entryName };
  }

  #member(path: string): Member {
    const member = this.#byPath.get(path);
    if (!member) throw new Error('an importer named a file that is not in the source');
    return member;
  }
}

/** Within what a key may be; one that is too long for that is no key at all. */
function keyOf({ kind }: Importer, own: string): string {
  const key = `${kind}:${own}`;
  if (key.length > 1024) throw new Refusal('limit-exceeded');
  return key;
}

/** Most messages have no file, and stay as they are. */
function withIds(message: NeutralMessage, id: (own: string) => string): NeutralMessage {
  if (message.attachments.every(({ file }) => file === '')) return message;
  return { ...message, attachments: message.attachments.map((attachment): NeutralAttachment => (attachment.file === '' ? attachment : { ...attachment, file: id(attachment.file) })) };
}
