import type { z } from 'zod';
import { Id, Sha256, UtcInstant } from '../model/identity';
import { KeptAttachment } from '../model/mail';
import { MailHeader } from '../model/mail-facts';

/** One string of a person's: what it is with the words taken out. */
export type TakeOut = (text: string) => string;

/**
 * Fields that hold no words of a person but what the program itself tells things by: branching, sorting, looking up in a list. A name stands here only where a value of hers can never be in it. Everything else that is a
 * string is gone through, fields that are added later with it.
 */
export const keptFields: ReadonlySet<string> = new Set([
  // Marks of exhibits, the seal and the history's own figures.
  'mark', 'exhibitMarks', 'marksNotHere', 'selectionMark', 'sealCode', 'historyHash',
  // Dates as understood, written by this program.
  'edtf', 'timeOfDay', 'firstAt', 'lastAt', 'at',
  // What kind of thing it is: told from its bytes, or from a list of this program.
  'mediaType', 'kinds',
]);

type Walk = (value: unknown, take: TakeOut) => unknown;

/** What is gone through in a way of its own: a header says the same thing twice; what a mail claims of its file is written by whoever sent it. */
const ownWays = new Map<z.ZodType, Walk>([
  [MailHeader, (value, take) => redactHeader(value as MailHeader, take)],
  [KeptAttachment, (value, take) => ({ ...walkObject(defOf(KeptAttachment), value as Record<string, unknown>, take), mediaType: take((value as KeptAttachment).mediaType) })],
]);

/**
 * A copy of `value` in which `take` went through every string that a person can read, by the schema it has: nested, in lists, in whichever variant it is. Ids, hashes, instants and words from closed lists stay. A string that grows past what its
 * schema allows is cut. Throws for a kind of schema it does not know: nothing is passed by in silence.
 */
export function redactIn<S extends z.ZodType>(schema: S, value: z.infer<S>, take: TakeOut): z.infer<S> {
  return walk(schema, value, take) as z.infer<S>;
}

interface Def { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType>; options?: z.ZodType[]; discriminator?: string; getter?: () => z.ZodType; items?: z.ZodType[]; in?: z.ZodType; valueType?: z.ZodType; checks?: { _zod: { def: { check: string; maximum?: number } } }[] }

const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

function walk(schema: z.ZodType, value: unknown, take: TakeOut): unknown {
  if (value === null || value === undefined) return value;
  const own = ownWays.get(schema);
  if (own !== undefined) return own(value, take);
  const def = defOf(schema);
  switch (def.type) {
    case 'string': return redactString(schema, def, value as string, take);
    case 'number': case 'boolean': case 'literal': case 'enum': case 'null': return value;
    case 'nullable': case 'optional': case 'default': case 'readonly': return walk(inner(def.innerType), value, take);
    case 'lazy': return walk(inner(def.getter?.()), value, take);
    case 'array': return (value as unknown[]).map((one) => walk(inner(def.element), one, take));
    case 'tuple': return (value as unknown[]).map((one, index) => walk(inner(def.items?.[index]), one, take));
    case 'object': return walkObject(def, value as Record<string, unknown>, take);
    case 'union': return walk(inner(optionOf(def, value)), value, take);
    default: throw new TypeError(`nothing says how words are taken out of a ${def.type}`);
  }
}

function walkObject({ shape = {} }: Def, value: Record<string, unknown>, take: TakeOut): Record<string, unknown> {
  // What the schema does not name is not carried along: nobody could say what it holds.
  return Object.fromEntries(Object.keys(shape).filter((key) => Object.hasOwn(value, key)).map((key) => [key, keptFields.has(key) ? value[key] : walk(inner(shape[key]), value[key], take)]));
}

function optionOf({ options = [], discriminator }: Def, value: unknown): z.ZodType | undefined {
  if (discriminator === undefined) return options.find((option) => option.safeParse(value).success);
  const told = (value as Record<string, unknown>)[discriminator];
  return options.find((option) => inner(defOf(option).shape?.[discriminator]).safeParse(told).success);
}

function redactString(schema: z.ZodType, def: Def, value: string, take: TakeOut): string {
  if (schema === Id || schema === Sha256 || schema === UtcInstant) return value;
  const checks = def.checks?.map((check) => check._zod.def) ?? [];
  const taken = take(value);
  if (taken === value) return value;
  // A string of a fixed form (a day, a time, path data) holds no words, and would not have its form any more.
  if (checks.some(({ check }) => check === 'string_format') && !schema.safeParse(taken).success) return value;
  const most = Math.min(...checks.map(({ check, maximum }) => (check === 'max_length' && maximum !== undefined ? maximum : Number.POSITIVE_INFINITY)));
  return taken.length > most ? taken.slice(0, most) : taken;
}

function inner(schema: z.ZodType | undefined): z.ZodType {
  if (schema === undefined) throw new TypeError('a value that its schema does not know');
  return schema;
}

/** A header's raw line may say the same in a coded form, folded or as bytes: where either holds a word, the line is written anew from what is left. */
function redactHeader(header: MailHeader, take: TakeOut): MailHeader {
  const name = take(header.name);
  const value = take(header.value);
  const asText = header.rawIs === 'bytes' ? new TextDecoder().decode(Uint8Array.from(header.raw, (character) => character.charCodeAt(0))) : header.raw;
  const isClean = name === header.name && value === header.value && take(header.raw) === header.raw && take(asText) === asText;
  return isClean ? header : { name, value, raw: header.name === '' ? take(asText) : `${name}: ${value}`, rawIs: 'utf-8', place: header.place };
}
