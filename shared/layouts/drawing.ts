import type { Drawing, DrawnFill, DrawnStroke, Shape } from '../model/case/drawing';
import { html, type Piece } from './markup';

const fills: Readonly<Record<DrawnFill, string>> = { none: 'none', paper: '#fff', pale: '#ece8e0', middle: '#b9b2a6', dark: '#5c564d', ink: '#000', accent: '#2f5d62' };
const strokes: Readonly<Record<DrawnStroke, string>> = { none: 'none', faint: '#c9c3b8', quiet: '#8a8378', ink: '#000', accent: '#2f5d62' };
const mmPerPoint = 25.4 / 72;

/** A figure as inline SVG in its own size. `describes`: what it shows, for whoever cannot see it. */
export function drawnFigure({ widthMm, heightMm, shapes }: Drawing, describes: string): Piece {
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${describes}" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}">${shapes.map(drawn)}</svg>`;
}

function drawn(shape: Shape): Piece {
  switch (shape.shape) {
    case 'line': return html`<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" ${lined(shape)}/>`;
    case 'rectangle': return html`<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.roundMm}" ${outlined(shape)}/>`;
    case 'circle': return html`<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" ${outlined(shape)}/>`;
    case 'path': return html`<path d="${shape.d}" ${outlined(shape)}/>`;
    case 'words': return html`<text x="${shape.x}" y="${shape.y}" font-size="${shape.sizePt * mmPerPoint}" text-anchor="${shape.anchor}" font-weight="${shape.isBold ? 600 : 400}" fill="${fills[shape.fill]}"${shape.turn !== 0 && html` transform="rotate(${shape.turn} ${shape.x} ${shape.y})"`}>${shape.words}</text>`;
  }
}

type Lined = Pick<Extract<Shape, { shape: 'line' }>, 'stroke' | 'strokeMm' | 'dash'>;

function lined({ stroke, strokeMm, dash }: Lined): Piece {
  return html`stroke="${strokes[stroke]}" stroke-width="${strokeMm}"${dash !== 'none' && html` stroke-dasharray="${dash === 'dashes' ? strokeMm * 4 : strokeMm} ${strokeMm * 2.5}"`}`;
}

function outlined(shape: Lined & { fill: DrawnFill }): Piece {
  return html`fill="${fills[shape.fill]}" ${lined(shape)}`;
}
