import { labelSize, lineHeight, type Box, type Point } from './drawn-map';
import { textWidth } from './text-width';

/** Where along a curve a label is tried, the middle first. */
const places = Array.from({ length: 23 }, (_, index) => 0.5 + Math.ceil(index / 2) * 0.035 * (index % 2 === 0 ? 1 : -1));
const between = 4;

/** Of a label with the room round it. */
export function labelWidth(label: readonly string[]): number {
  return Math.max(0, ...label.map((line) => textWidth(line, labelSize))) + 8;
}

/** A box on each curve for its label, clear of all people and of each other; null where there is no room. The shortest curves choose first: they have the fewest places. */
export function placeLabels(curves: readonly { readonly points: readonly [Point, Point, Point, Point]; readonly label: readonly string[] }[], people: readonly Box[]): (Box | null)[] {
  const placed: Box[] = [];
  const found = curves.map((): Box | null => null);
  const lengthOf = (index: number): number => { const points = curves[index]?.points; return points === undefined ? 0 : Math.hypot(points[3].x - points[0].x, points[3].y - points[0].y); };
  for (const index of curves.map((_, each) => each).sort((a, b) => lengthOf(a) - lengthOf(b) || a - b)) {
    const curve = curves[index];
    if (curve === undefined) continue;
    const width = labelWidth(curve.label);
    const height = curve.label.length * lineHeight;
    for (const place of places) {
      const { x, y } = pointAt(curve.points, place);
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (placed.some((other) => overlap(box, other)) || people.some((other) => overlap(box, other))) continue;
      found[index] = box;
      placed.push(box);
      break;
    }
  }
  return found;
}

/** On a cubic curve, by De Casteljau. */
function pointAt([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const s = 1 - t;
  const of = (axis: 'x' | 'y'): number => s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: of('x'), y: of('y') };
}

export function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width + between && other.x < one.x + one.width + between && one.y < other.y + other.height + between && other.y < one.y + one.height + between;
}
