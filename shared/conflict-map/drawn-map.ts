import type { KnownTie, MapPerson, PersonLook } from '../model/case/conflict-map';

/** In px. x and y: the left upper corner. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export interface DrawnPerson extends Box { readonly person: MapPerson; readonly look: PersonLook; readonly name: readonly string[]; readonly who: readonly string[] }

/** A tie, or several between the same two. `label`: a line for each; no box where there was no room for it: the table has it. `points`: ends and two controls of a cubic curve, from the first to the second. */
export interface DrawnTie {
  readonly ties: readonly KnownTie[]; readonly points: readonly [Point, Point, Point, Point]; readonly label: readonly string[]; readonly labelBox: Box | null;
  /** Which end the tie goes to, where it goes one way. */
  readonly arrow: 'first' | 'second' | null;
}
export interface Point { readonly x: number; readonly y: number }

export interface DrawnMap { readonly width: number; readonly height: number; readonly people: readonly DrawnPerson[]; readonly ties: readonly DrawnTie[] }

/** Sizes of letters and the height of a line, in px. */
export const nameSize = 15;
export const whoSize = 12.5;
export const labelSize = 12;
export const lineHeight = 17;

/** The outline of somebody by how they stand out, as an SVG path: square and doubled, six-sided, with its corners cut, rounded, or round at both ends. `inset`: for a second line within. */
export function outlineOf({ x, y, width, height, look }: Box & { look: PersonLook }, inset = 0): string {
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
  const middle = (top + bottom) / 2;
  switch (look) {
    case 'accused': return `M${left} ${top}H${right}V${bottom}H${left}Z`;
    case 'in-charge': return `M${left + 12} ${top}H${right - 12}L${right} ${middle}L${right - 12} ${bottom}H${left + 12}L${left} ${middle}Z`;
    case 'supervisor': return `M${left + 10} ${top}H${right - 10}L${right} ${top + 10}V${bottom - 10}L${right - 10} ${bottom}H${left + 10}L${left} ${bottom - 10}V${top + 10}Z`;
    case 'me': case 'other': {
      const r = look === 'me' ? (bottom - top) / 2 : 6;
      return `M${left + r} ${top}H${right - r}A${r} ${r} 0 0 1 ${right} ${top + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${left + r}A${r} ${r} 0 0 1 ${left} ${bottom - r}V${top + r}A${r} ${r} 0 0 1 ${left + r} ${top}Z`;
    }
  }
}

/** Whether a second line runs within the outline. */
export const isDoubled = (look: PersonLook): boolean => look === 'accused' || look === 'supervisor';

/** The curve of a tie as an SVG path. */
export function curvePath({ points: [a, b, c, d] }: Pick<DrawnTie, 'points'>): string {
  return `M${a.x} ${a.y}C${b.x} ${b.y} ${c.x} ${c.y} ${d.x} ${d.y}`;
}

/** The head of an arrow at the end that a tie goes to; null where it goes both ways. */
export function arrowPath({ points: [a, b, c, d], arrow }: Pick<DrawnTie, 'points' | 'arrow'>): string | null {
  if (arrow === null) return null;
  const [tip, before] = arrow === 'second' ? [d, c] : [a, b];
  const back = before.x < tip.x ? -9 : 9;
  return `M${tip.x} ${tip.y}l${back} -5v10Z`;
}
