import { z } from 'zod';

const Mm = z.number().min(-2000).max(2000);
const Dash = z.enum(['none', 'dashes', 'dots']);

/** How a shape looks, by what it means to the eye; the print and the window each have their own colours for it. */
export const DrawnFill = z.enum(['none', 'paper', 'pale', 'middle', 'dark', 'ink', 'accent']);
export type DrawnFill = z.infer<typeof DrawnFill>;
export const DrawnStroke = z.enum(['none', 'faint', 'quiet', 'ink', 'accent']);
export type DrawnStroke = z.infer<typeof DrawnStroke>;

const outline = { fill: DrawnFill, stroke: DrawnStroke, strokeMm: z.number().positive().max(10), dash: Dash };

/** One shape. Positions and sizes in millimetres from the upper left corner. `words`: as a person wrote them; they can be nothing but text. */
export const Shape = z.discriminatedUnion('shape', [
  z.object({ shape: z.literal('line'), x1: Mm, y1: Mm, x2: Mm, y2: Mm, stroke: DrawnStroke, strokeMm: outline.strokeMm, dash: Dash }),
  z.object({ shape: z.literal('rectangle'), x: Mm, y: Mm, width: Mm.nonnegative(), height: Mm.nonnegative(), roundMm: Mm.nonnegative(), ...outline }),
  z.object({ shape: z.literal('circle'), x: Mm, y: Mm, radius: Mm.nonnegative(), ...outline }),
  /** `d`: path data of SVG 2, such as a curve drawn by a library: letters of commands and numbers, nothing else. */
  z.object({ shape: z.literal('path'), d: z.string().max(200_000).regex(/^[MmLlHhVvCcSsQqTtAaZz0-9\s,.eE+-]*$/), ...outline }),
  /** `y`: of the line that the letters stand on. `sizePt`: 12 or more on paper. `turn`: degrees about (x, y). */
  z.object({
    shape: z.literal('words'), x: Mm, y: Mm, words: z.string().max(1000), sizePt: z.number().min(6).max(40), anchor: z.enum(['start', 'middle', 'end']), isBold: z.boolean(), fill: z.enum(['ink', 'dark', 'paper', 'accent']), turn: z.number().min(-180).max(180),
  }),
]);
export type Shape = z.infer<typeof Shape>;

/**
 * A figure as shapes, in the order in which they are drawn: made by this program from numbers and names, and turned into SVG where it is shown (renderer/ui/drawn-figure.tsx) or printed (shared/layouts/drawing.ts).
 * No markup is in it, so nobody's name can be any. On paper at most 170 × 230 mm upright, 257 × 140 mm across.
 */
export const Drawing = z.object({ widthMm: z.number().positive().max(2000), heightMm: z.number().positive().max(2000), shapes: z.array(Shape).max(20_000) });
export type Drawing = z.infer<typeof Drawing>;
