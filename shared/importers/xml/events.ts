import type { Place } from './stretch';

/** A start tag that was read, or the tag of an empty element. */
export interface OpenTag extends Place {
  readonly event: 'open';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names of attributes whose values came before as `LongValue`; in `attributes` they are ''. */
  readonly long: ReadonlySet<string>;
  /** Two attributes have one name; `attributes` has the first. */
  readonly isRepeated: boolean;
  readonly isEmpty: boolean;
  /** The tag as it stands; of a long one its first 2,000 characters. */
  readonly source: string;
}

export interface CloseTag extends Place {
  readonly event: 'close';
  readonly name: string;
  readonly source: string;
}

/** A piece of an attribute's value that is too long to be held; the tag's `open` follows, or a `left-over` if it is broken. */
export interface LongValue {
  readonly event: 'value';
  /** The element's name. */
  readonly name: string;
  readonly attribute: string;
  /** Attributes that stand before it. */
  readonly before: ReadonlyMap<string, string>;
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Everything that is neither: character data that is not blank, a comment, an instruction (`<?xml …?>`), a declaration (`<!DOCTYPE …>`: none is understood, no entity ever replaced), and what is broken: a tag
 * that cannot be read, that another `<` begins in, or that the file's end cuts off.
 */
export interface LeftOver extends Place {
  readonly event: 'left-over';
  readonly what: 'text' | 'comment' | 'instruction' | 'declaration' | 'broken';
  /** As it stands; of a long one its first 2,000 characters. */
  readonly source: string;
}

export type XmlEvent = OpenTag | CloseTag | LongValue | LeftOver;
