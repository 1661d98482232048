import type { Drawing, Shape } from '../model/case/drawing';
import { arrowPath, curvePath, isDoubled, labelSize, lineHeight, nameSize, outlineOf, whoSize, type DrawnMap } from './drawn-map';

const points = 72 / 25.4;

/** A laid-out map as shapes for paper. `scale`: millimetres for a px of the layout. */
export function mapDrawing({ width, height, people, ties }: DrawnMap, scale: number): Drawing {
  const mm = (px: number): number => Math.round(px * scale * 100) / 100;
  const path = (d: string, look: Pick<Extract<Shape, { shape: 'path' }>, 'fill' | 'stroke' | 'strokeMm'>): Shape => ({ shape: 'path', d: scaledPath(d, scale), dash: 'none', ...look });
  const words = (text: string, x: number, y: number, sizePx: number, isBold = false): Shape => ({ shape: 'words', x: mm(x), y: mm(y), words: text, sizePt: Math.round(sizePx * scale * points * 10) / 10, anchor: 'middle', isBold, fill: 'ink', turn: 0 });
  const shapes: Shape[] = ties.flatMap((tie): Shape[] => {
    const arrow = arrowPath(tie);
    return [path(curvePath(tie), { fill: 'none', stroke: 'quiet', strokeMm: 0.35 }), ...(arrow === null ? [] : [path(arrow, { fill: 'dark', stroke: 'none', strokeMm: 0.1 })])];
  });
  for (const { labelBox: box, label } of ties) {
    if (box === null) continue;
    shapes.push({ shape: 'rectangle', x: mm(box.x), y: mm(box.y), width: mm(box.width), height: mm(box.height), roundMm: 0.6, fill: 'paper', stroke: 'none', strokeMm: 0.1, dash: 'none' });
    label.forEach((line, index) => shapes.push(words(line, box.x + box.width / 2, box.y + index * lineHeight + 13, labelSize)));
  }
  for (const one of people) {
    const { x, y, width: w, look, name, who } = one;
    const standsOut = look !== 'other' && look !== 'me';
    shapes.push(path(outlineOf(one), { fill: standsOut && look !== 'accused' ? 'pale' : 'paper', stroke: 'ink', strokeMm: look === 'accused' ? 0.8 : standsOut ? 0.5 : 0.3 }));
    if (isDoubled(look)) shapes.push(path(outlineOf(one, 4), { fill: 'none', stroke: 'ink', strokeMm: 0.25 }));
    name.forEach((line, index) => shapes.push(words(line, x + w / 2, y + 22 + index * lineHeight, nameSize, true)));
    who.forEach((line, index) => shapes.push(words(line, x + w / 2, y + 22 + (name.length + index) * lineHeight, whoSize)));
  }
  return { widthMm: mm(width), heightMm: mm(height), shapes };
}

/** Every length of a path made smaller; the flags of an arc (the fourth and fifth of its seven numbers) stay, as does its turn. */
function scaledPath(d: string, scale: number): string {
  return d.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, rest: string) => {
    const numbers = rest.trim() === '' ? [] : rest.trim().split(/[\s,]+/).map(Number);
    return command + numbers.map((value, index) => (command === 'A' && index % 7 >= 2 && index % 7 <= 4 ? value : Math.round(value * scale * 1000) / 1000)).join(' ');
  });
}
