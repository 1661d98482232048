import { encodingOf } from './encoding';
import { firstRows, type Separator, type Shape } from './rows';

const separators: readonly Separator[] = ['\t', ',', ';', '|'];
const tellingRows = 60;
/** Of the rows, so many have as many cells as most have. */
const regular = 0.7;

/** How a file reads as a table; null where its rows have no number of cells in common. */
export function shapeOf(head: Uint8Array): Shape | null {
  const encoding = encodingOf(head);
  let best: { shape: Shape; score: number } | null = null;
  for (const separator of separators) {
    const shape = { encoding, separator };
    const widths = firstRows(head, shape, tellingRows).filter(({ text }) => text.trim() !== '').map(({ cells }) => cells.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [usual = 0, often = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const share = often / widths.length;
    if (usual < 2 || widths.length < 2 || share < regular) continue;
    const score = share + Math.min(usual, 20) / 100;
    if (!best || score > best.score) best = { shape, score };
  }
  return best?.shape ?? null;
}
