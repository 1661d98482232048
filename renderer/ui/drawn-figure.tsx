import type { Drawing, DrawnFill, DrawnStroke, Shape } from '../../shared/model/case/drawing';
import './drawn-figure.css';

const fills: Readonly<Record<DrawnFill, string>> = { none: 'none', paper: 'var(--paper)', pale: 'var(--paper-sunk)', middle: 'var(--band)', dark: 'var(--ink-quiet)', ink: 'var(--ink)', accent: 'var(--accent)' };
const strokes: Readonly<Record<DrawnStroke, string>> = { none: 'none', faint: 'var(--line)', quiet: 'var(--edge)', ink: 'var(--ink)', accent: 'var(--accent)' };
const mmPerPoint = 25.4 / 72;

/** A figure as it also prints (shared/layouts/drawing.ts), in the window's own colours. `describes`: what it shows, for whoever cannot see it; its numbers belong in a table beside it. */
export function DrawnFigure({ drawing: { widthMm, heightMm, shapes }, describes }: { drawing: Drawing; describes: string }) {
  return (
    <svg className="drawn-figure" role="img" aria-label={describes} width={`${widthMm}mm`} height={`${heightMm}mm`} viewBox={`0 0 ${widthMm} ${heightMm}`}>
      {/* Shapes have no names of their own, and a figure is drawn whole or anew. */}
      {shapes.map((shape, index) => <Drawn key={index} shape={shape} />)}
    </svg>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.shape) {
    case 'line': return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} {...lined(shape)} />;
    case 'rectangle': return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} rx={shape.roundMm} fill={fills[shape.fill]} {...lined(shape)} />;
    case 'circle': return <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={fills[shape.fill]} {...lined(shape)} />;
    case 'path': return <path d={shape.d} fill={fills[shape.fill]} {...lined(shape)} />;
    case 'words': return (
      <text x={shape.x} y={shape.y} fontSize={shape.sizePt * mmPerPoint} textAnchor={shape.anchor} fontWeight={shape.isBold ? 600 : 400} fill={fills[shape.fill]} transform={shape.turn === 0 ? undefined : `rotate(${shape.turn} ${shape.x} ${shape.y})`}>{shape.words}</text>
    );
  }
}

function lined({ stroke, strokeMm, dash }: Pick<Extract<Shape, { shape: 'line' }>, 'stroke' | 'strokeMm' | 'dash'>): { stroke: string; strokeWidth: number; strokeDasharray?: string } {
  return { stroke: strokes[stroke], strokeWidth: strokeMm, ...(dash === 'none' ? {} : { strokeDasharray: `${dash === 'dashes' ? strokeMm * 4 : strokeMm} ${strokeMm * 2.5}` }) };
}
