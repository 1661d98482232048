import { z } from 'zod';
import { Bytes } from './bytes';

/**
 * A file that has no pages of its own (Word, an e-mail's HTML), as plain pieces that this program lays out itself: words and how they stand, lists, tables, pictures by number, what was changed and who says so. Nothing of it is markup, runs or leads
 * anywhere. It comes from a process that read a stranger's file and is parsed again by whoever takes it (docs/decisions/0107-laid-out-by-the-program.md).
 */

/** So much of one file is laid out: 1,000 pages of 2,600 characters; with short paragraphs some 800 come of it. What takes room besides words is counted as so many characters; a cell of a sheet as more than its place, because each is tagged and takes time to print. */
export const laidOutRoom = { whole: 1000 * 2600, block: 60, newPage: 2600, picture: 900, row: 60, cell: 16 } as const;
/** Most that a file's pictures may be, one and all. */
export const laidOutPictures = { most: 500, bytes: 32 * 1024 * 1024, allBytes: 256 * 1024 * 1024 } as const;
/** Tables within tables; what lies deeper stands as paragraphs. */
export const deepestTable = 4;
const mostBlocks = 100_000;
const mostPieces = 200_000;

export const LaidLook = z.enum(['bold', 'italic', 'underlined', 'struck', 'raised', 'lowered', 'capitals', 'small-capitals', 'marked']);
export type LaidLook = z.infer<typeof LaidLook>;

/** Why a reader of the file does not see these words: the file says that they are hidden; in (nearly) the colour of their ground; too small; not displayed, or outside of what is; in the code of a field. */
export const LaidHidden = z.enum(['marked-hidden', 'colour', 'size', 'not-displayed', 'field-code']);
export type LaidHidden = z.infer<typeof LaidHidden>;

const Words = z.string().max(laidOutRoom.whole + 1000);
const Short = z.string().max(4000);
/** From 1 on: of a change, a note or a comment in its list. */
const Number = z.number().int().positive();
const Change = Number.nullable();

const words = z.object({ is: z.literal('words'), words: Words, looks: z.array(LaidLook).max(9), change: Change, hidden: LaidHidden.nullable(), /** Where it leads; '' where nowhere. */ link: Short });
const picture = z.object({
  is: z.literal('picture'), /** Of the file's pictures. */ picture: Number, description: Short, /** As wide and high as the file shows it; null where it does not say. */ widthMm: z.number().positive().max(5000).nullable(), heightMm: z.number().positive().max(5000).nullable(),
  /** What the file cuts off at each side, as a share of the picture. */ cut: z.object({ left: z.number().min(0).max(1), top: z.number().min(0).max(1), right: z.number().min(0).max(1), bottom: z.number().min(0).max(1) }).nullable(), change: Change, hidden: LaidHidden.nullable(),
});
/** A picture that is not here. `remote`: it would be fetched from `address`; `absent`: the file does not have it; `kind`: a drawing, chart or object that cannot be drawn here; `too-many`, `too-large`: beyond what is laid out; `taken-out`: words are taken out of this copy, and nobody has read this picture's. */
const noPicture = z.object({ is: z.literal('no-picture'), why: z.enum(['remote', 'absent', 'kind', 'too-many', 'too-large', 'taken-out']), address: Short, description: Short, change: Change, hidden: LaidHidden.nullable() });
const note = z.object({ is: z.literal('note'), note: Number, change: Change });
/** Where the words begin that a comment is about, and where they end. */
const comment = z.object({ is: z.literal('comment'), comment: Number, at: z.enum(['begin', 'end']) });

export const LaidPiece = z.discriminatedUnion('is', [words, picture, noPicture, note, comment]);
export type LaidPiece = z.infer<typeof LaidPiece>;
export type LaidWords = z.infer<typeof words>;

const paragraph = z.object({
  is: z.literal('paragraph'), /** Of a heading 1 to 6; 0: none. */ heading: z.number().int().min(0).max(6),
  /** The number or sign of a list's item, as it is seen, and how deep it stands. */ list: z.object({ sign: z.string().max(200), depth: z.number().int().min(0).max(8) }).nullable(),
  align: z.enum(['start', 'centre', 'end']), indent: z.number().int().min(0).max(8), isExact: z.boolean(), pieces: z.array(LaidPiece).max(mostPieces), /** Of the paragraph's own end. */ change: Change,
});
export type LaidParagraph = z.infer<typeof paragraph>;
const rule = z.object({ is: z.literal('rule') });
const newPage = z.object({ is: z.literal('new-page') });

/** One cell of a sheet in which something stands. Columns count from 1 (A). `hidden` of its words is `marked-hidden` where its sheet, row or column is. */
const sheetCell = z.object({ column: z.number().int().min(1).max(20_000), across: z.number().int().min(1).max(20_000), down: z.number().int().min(1).max(5_000_000), align: z.enum(['start', 'end']), pieces: z.array(LaidPiece).max(1000) });
export type LaidSheetCell = z.infer<typeof sheetCell>;
const sheetRow = z.object({ row: Number, isHidden: z.boolean(), cells: z.array(sheetCell).max(20_000) });
export type LaidSheetRow = z.infer<typeof sheetRow>;
/** A sheet of a workbook, or a table kept as text. Rows and columns in which nothing stands are not in it. */
const sheet = z.object({
  is: z.literal('sheet'), /** '' where the file has only one and does not name it. */ name: Short, isHidden: z.boolean(), columns: z.array(z.object({ column: Number, isHidden: z.boolean() })).max(20_000),
  /** The number of the row that names the columns; null where none seems to. */ headRow: Number.nullable(), rows: z.array(sheetRow).max(mostBlocks),
  /** Formulas by the cell, or the cells, in which they stand; of very many the first. */ formulas: z.array(z.object({ at: z.string().max(40), formula: Short })).max(5000), formulaCount: z.number().int().nonnegative(),
});
export type LaidSheet = z.infer<typeof sheet>;

export interface LaidCell { across: number; down: number; isHead: boolean; blocks: LaidBlock[] }
export interface LaidRow { isHead: boolean; change: number | null; cells: LaidCell[] }
export interface LaidTable { is: 'table'; what: 'table' | 'text-box'; rows: LaidRow[] }
export type LaidBlock = LaidParagraph | LaidTable | LaidSheet | z.infer<typeof rule> | z.infer<typeof newPage>;

/** By depth, without recursion: nothing that is said can nest deeper than is looked at. */
function blocksWithin(depth: number): z.ZodType<LaidBlock[]> {
  const plain = [paragraph, rule, newPage] as const;
  if (depth === 0) return z.array(z.discriminatedUnion('is', plain)).max(mostBlocks);
  const cell = z.object({ across: z.number().int().min(1).max(100), down: z.number().int().min(1).max(10_000), isHead: z.boolean(), blocks: blocksWithin(depth - 1) });
  const row = z.object({ isHead: z.boolean(), change: Change, cells: z.array(cell).max(100) });
  const table = z.object({ is: z.literal('table'), what: z.enum(['table', 'text-box']), rows: z.array(row).max(mostBlocks) });
  // A sheet stands within nothing.
  return z.array(z.union([z.discriminatedUnion('is', depth === deepestTable ? [...plain, sheet] : plain), table])).max(mostBlocks);
}

const LaidBlocks = blocksWithin(deepestTable);

export const LaidChange = z.object({ kind: z.enum(['inserted', 'deleted', 'moved-here', 'moved-away']), /** As the file says. */ by: Short, /** As written; '' where nothing is said. */ at: z.string().max(100) });
export type LaidChange = z.infer<typeof LaidChange>;

/**
 * `words-alone`: looks, tables and pictures of the file are not here. `dates-by-computer`: dates whose order the file leaves to each computer stand as year, month, day. `as-kept`: numbers whose format is not known. `no-result`: formulas without a result in the file. `drawings`: charts, drawings and pictures of sheets, which are not here.
 * `elsewhere-kept`: what is kept for a pivot table and stands on no sheet. `apart-by-…`: a table kept as text, and what parts its cells.
 */
export const LaidTold = z.enum(['words-alone', 'dates-by-computer', 'as-kept', 'no-result', 'drawings', 'elsewhere-kept', 'apart-by-comma', 'apart-by-semicolon', 'apart-by-tab', 'apart-by-bar']);
export type LaidTold = z.infer<typeof LaidTold>;

export const LaidOut = z.object({
  body: LaidBlocks,
  /** What stands at the head and foot of its pages. */
  edges: z.array(z.object({ edge: z.enum(['head', 'foot']), on: z.array(z.enum(['all', 'first', 'even'])).max(3), blocks: LaidBlocks })).max(300),
  notes: z.array(z.object({ kind: z.enum(['footnote', 'endnote']), sign: z.string().max(40), blocks: LaidBlocks })).max(20_000),
  /** `answers`: the number of the comment that it answers. */
  comments: z.array(z.object({ by: Short, at: z.string().max(100), answers: Change, isDone: z.boolean(), blocks: LaidBlocks })).max(20_000),
  changes: z.array(LaidChange).max(20_000),
  /** Changes of nothing but the look. */
  changedLooks: z.number().int().nonnegative(),
  /** What lies or leads in the file and is on no page. */
  holds: z.object({ macros: z.boolean(), embedded: z.array(Short).max(50), /** What acts or is filled in: scripts, forms. */ scripts: z.number().int().nonnegative(), fields: z.number().int().nonnegative() }),
  /** What whoever compares it with the file must know besides. */
  told: z.array(LaidTold).max(20),
  isCut: z.boolean(),
});
export type LaidOut = z.infer<typeof LaidOut>;

export const nothingHeld: LaidOut['holds'] = { macros: false, embedded: [], scripts: 0, fields: 0 };

/** What is read one after another and apart from the rest: the body, then each head and foot, note and comment. */
export function flowsOf({ body, edges, notes, comments }: LaidOut): LaidBlock[][] {
  return [body, ...[...edges, ...notes, ...comments].map(({ blocks }) => blocks)];
}

/** Every block in order, a table before what stands in its cells. */
export function* blocksOf(blocks: readonly LaidBlock[]): Generator<LaidBlock, void, undefined> {
  for (const block of blocks) {
    yield block;
    if (block.is === 'table') for (const { cells } of block.rows) for (const cell of cells) yield* blocksOf(cell.blocks);
  }
}

/** Every paragraph and every cell of a sheet, in order: whatever holds words. */
export function* paragraphsOf(blocks: readonly LaidBlock[]): Generator<LaidParagraph | LaidSheetCell, void, undefined> {
  for (const block of blocksOf(blocks)) {
    if (block.is === 'paragraph') yield block;
    else if (block.is === 'sheet') for (const { cells } of block.rows) yield* cells;
  }
}

/** A picture of the file, as its bytes say what it is. */
export const LaidPicture = z.object({ picture: Number, mediaType: z.string().max(200), bytes: Bytes });
export type LaidPicture = z.infer<typeof LaidPicture>;
