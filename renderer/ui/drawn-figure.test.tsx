import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { DrawnFigure } from './drawn-figure';

afterEach(cleanup);

it('draws every shape where it stands; a name is text and nothing else', () => {
  const outline = { fill: 'pale', stroke: 'quiet', strokeMm: 0.5, dash: 'dots' } as const;
  render(<DrawnFigure describes="Three people" drawing={{ widthMm: 80, heightMm: 40, shapes: [
    { shape: 'path', d: 'M0,0 L5,5', ...outline }, { shape: 'circle', x: 5, y: 5, radius: 2, ...outline },
    { shape: 'words', x: 9, y: 8, words: '</text><b>Holt</b>', sizePt: 12, anchor: 'end', isBold: false, fill: 'ink', turn: 45 },
  ] }} />);
  const figure = screen.getByRole('img', { name: 'Three people' });
  expect(figure.getAttribute('viewBox')).toBe('0 0 80 40');
  expect(figure.querySelector('path')?.getAttribute('stroke-dasharray')).toBe('0.5 1.25');
  expect(figure.querySelector('text')?.textContent).toBe('</text><b>Holt</b>');
  expect(figure.querySelector('text')?.getAttribute('transform')).toBe('rotate(45 9 8)');
  expect(figure.querySelector('b')).toBeNull();
  expect([...figure.children].map(({ tagName }) => tagName)).toEqual(['path', 'circle', 'text']);
});
