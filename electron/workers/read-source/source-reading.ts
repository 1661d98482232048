import { Refusal } from '../../../shared/contract/errors';
import { readGoogleTimeline } from '../../../shared/importers/location/google-timeline';
import type { MailFilePiece, MailSourcePart } from '../../../shared/importers/mail/parts';
import type { NeutralAttachment, NeutralMessage, NeutralPart } from '../../../shared/importers/parts';
import type { Choices, Importer, Question } from '../../../shared/importers/reading';
import type { ReadPart } from '../../../shared/importers/read-part';
import type { DiskFile } from './disk-file';
import type { Member } from './member';
import type { OpenedSource } from './open-source';

type Stretch = Extract<NeutralPart, { part: 'not-understood' }>;

/** What a reading gives, in order: a part, a file of the source that messages name, a piece of a file that stands inside a message's own. */
export type Read =
  | { readonly kind: 'part'; readonly part: ReadPart }
  | { readonly kind: 'found'; readonly id: string; readonly name: string; readonly member: Member }
  | { readonly kind: 'piece'; readonly of: 'messages' | 'mail'; readonly piece: MailFilePiece };

/** What of a source is read. */
export interface Wanted {
  readonly conversations: boolean;
  readonly mail: boolean;
  readonly positions: boolean;
}

/** One reading of a source by every importer that knows a file in it. Keys and ids become those of the whole source: several importers may give the same ones. */
export class SourceReading {
  /** The files on the disk in which lies what is wanted, as parts count them. */
  readonly outers: readonly DiskFile[];
  readonly #numbers: ReadonlyMap<DiskFile, number>;
  readonly #byPath: ReadonlyMap<string, Member>;
  readonly #conversations: OpenedSource['recognised'];
  readonly #mails: OpenedSource['mails'];
  readonly #positions: OpenedSource['positions'];

  constructor(private readonly source: OpenedSource, wanted: Wanted = { conversations: true, mail: true, positions: true }) {
    this.#conversations = wanted.conversations ? source.recognised : [];
    this.#mails = wanted.mail ? source.mails : [];
    this.#positions = wanted.positions ? source.positions : [];
    const recognised = new Set([...this.#conversations.flatMap(({ files }) => files), ...this.#mails.map(({ file }) => file), ...this.#positions]);
    const members = source.members.filter((member) => recognised.has(member));
    this.#byPath = new Map(source.members.map((member) => [member.path, member]));
    this.outers = [...new Set(members.map(({ outer }) => outer))];
    this.#numbers = new Map(this.outers.map((outer, number) => [outer, number]));
  }

  /** What each importer must ask, in the registry's order. */
  async questions(): Promise<{ readonly importer: Importer; readonly question: Question }[]> {
    const asked: { importer: Importer; question: Question }[] = [];
    for (const { importer, files } of this.#conversations) {
      if (importer.question) asked.push({ importer, question: await importer.question(files) });
    }
    return asked;
  }

  async *read(choices: Choices): AsyncGenerator<Read> {
    for (const [index, { importer, files }] of this.#conversations.entries()) {
      for await (const part of importer.read(files, this.source.found, choices)) yield this.#ofTheSource(part, index, importer);
    }
    for (const [index, { importer, file }] of this.#mails.entries()) {
      for await (const part of importer.read(file)) yield this.#ofMail(part, `m${index}.`);
    }
    for (const file of this.#positions) {
      for await (const part of readGoogleTimeline(file)) yield { kind: 'part', part: part.part === 'claims' ? { part: 'locations', claims: part.claims, ...this.#where(file.path) } : this.#stretch(part) };
    }
  }

  /** Files and their bytes, as often as they are read to the end: what the progress counts. */
  get weights(): { readonly file: Member; readonly times: number }[] {
    return [
      ...this.#conversations.flatMap(({ importer, files }) => files.map((file) => ({ file, times: importer.question ? 2 : 1 }))),
      ...[...this.#mails.map(({ file }) => file), ...this.#positions].map((file) => ({ file, times: 1 })),
    ];
  }

  #ofMail(part: MailSourcePart, before: string): Read {
    const id = (own: string): string => (own === '' ? '' : before + own);
    switch (part.part) {
      case 'file-piece': return { kind: 'piece', of: 'mail', piece: { ...part, id: id(part.id) } };
      case 'not-understood': return { kind: 'part', part: this.#stretch(part) };
      case 'mail': {
        const { path, ...mail } = part;
        const attachments = mail.attachments.map((attachment) => ({ ...attachment, file: id(attachment.file), mail: id(attachment.mail) }));
        return { kind: 'part', part: { ...mail, id: id(mail.id), within: id(mail.within), attachments, ...this.#where(path) } };
      }
      default: return part satisfies never;
    }
  }

  #stretch({ path, ...rest }: Stretch): ReadPart {
    return { ...rest, ...this.#where(path) };
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
      case 'not-understood': return { kind: 'part', part: this.#stretch(part) };
      case 'file-piece': return { kind: 'piece', of: 'messages', piece: { ...part, id: id(part.id) } };
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
