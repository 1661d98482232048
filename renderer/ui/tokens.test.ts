import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const pairs = new Map([...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light: light ?? '', dark: dark ?? '' }]));

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const text: [string, string[]][] = [
  ['ink', [...papers, 'accent-wash', 'needs-wash', 'loss-wash', 'found', 'line']], ['ink-quiet', [...papers, 'accent-wash', 'found']], ['accent', [...papers, 'accent-wash']],
  ['needs', [...papers, 'needs-wash']], ['loss', [...papers, 'loss-wash']], ['on-accent', ['accent', 'accent-strong']], ['on-loss', ['loss']],
];
const edges: [string, string[]][] = [['edge', papers], ['focus', papers], ['accent', papers]];

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  const colour = (name: string): string => pairs.get(name)?.[theme] ?? '';
  it.each(text.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const)))('reads %s on %s (4.5:1)', (ink, ground) => expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5));
  it.each(edges.flatMap(([edge, grounds]) => grounds.map((ground) => [edge, ground] as const)))('sees %s on %s (3:1)', (edge, ground) => expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3));
});
