import type { SweepPlace, SweepWhat } from '../../../shared/model/sweep';
import type { ToBeRead } from '../../../shared/sweep-protocol';

/** A file as it is looked into: `path` is where it lies, files around it first. */
export interface FileToLookInto {
  readonly path: readonly string[];
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Who looks into one kind of file tells what it finds. */
export interface Looking {
  /** Text that stands somewhere, whoever wrote it. */
  say(place: SweepPlace, text: string): void;
  /** Something that is a finding by itself. */
  claim(what: Exclude<SweepWhat, 'fact'>, place: SweepPlace, shown: string): void;
  /** A picture, or pages, of which a machine must read the words. */
  read(what: ToBeRead): void;
  /** A file within this one. */
  lookInto(file: FileToLookInto): Promise<void>;
  /** Unpacked bytes of this sweep; false when they are used up. */
  mayUnpack(bytes: number): boolean;
  readonly pdfium: Uint8Array;
}

export const placeIn = (path: readonly string[], where: SweepPlace['where'], name = '', page: number | null = null): SweepPlace => ({ file: [...path], where, name: name.slice(0, 300), page });
