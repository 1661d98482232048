import { describe, expect, it } from 'vitest';
import { sharePages } from './share-pages';

const groups = ['2A0YT', '7832E', 'VXHHC', '2BBAD', '7BSHY', '51QEP', '0805Y', 'VTR75'];
const words = (page: string): string => page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

describe('the printed pages of recovery shares', () => {
  const pages = sharePages([{ number: 1, groups }, { number: 2, groups: groups.toReversed() }], 3).split('<section').slice(1);

  it('have one page for each share, with its groups in order, its number and its set', () => {
    expect(pages).toHaveLength(2);
    expect(words(pages[0]!)).toContain(groups.map((group, index) => `${index + 1}${group}`).join(''));
    expect(words(pages[1]!)).toContain(groups.toReversed().map((group, index) => `${index + 1}${group}`).join(''));
    expect(words(pages[0]!)).toContain('Part 1');
    expect(words(pages[1]!)).toContain('Part 2');
    expect(words(pages[0]!)).toContain('Belongs with parts that begin 2A0YT');
    expect(words(pages[0]!)).toContain('Three such pages');
  });

  it('put a stroke through every nought and through nothing else', () => {
    expect(pages[0]!.match(/<span class="nought">0<\/span>/g)).toHaveLength(4);
    expect(pages[0]).not.toMatch(/class="nought">[^0]/);
  });

  it('tell whoever finds one neither whose it is nor what it opens', () => {
    for (const page of pages) expect(words(page)).not.toMatch(/tidemark|vault|record|evidence|abuse|police|solicitor|passphrase|computer|\bshe\b|\bher\b|\bhe\b|\bhim\b/i);
  });
});
