import { describe, expect, it } from 'vitest';
import { isShare, printShare } from './recovery-share';
import { findShareSlip } from './share-slip';

const sound = printShare({ needed: 2, number: 3, setId: Uint8Array.of(11, 48, 85), point: Uint8Array.from({ length: 16 }, (_, i) => (i * 37 + 11) & 255) });
const find = (typed: string) => findShareSlip(new TextEncoder().encode(typed), isShare);
const at = (index: number) => index + Math.floor(index / 5);

describe('findShareSlip', () => {
  it('names the group of each single slip, wherever it is', () => {
    for (let index = 0; index < 40; index++) {
      const wrong = sound[at(index)] === 'Z' ? 'Y' : 'Z';
      const typed = sound.slice(0, at(index)) + wrong + sound.slice(at(index) + 1);
      expect(find(typed.toLowerCase().replaceAll('-', ' '))).toEqual({ kind: 'one', group: Math.floor(index / 5) + 1 });
    }
  });

  it('tells two neighbours that changed places, also across groups', () => {
    let told = 0;
    for (let index = 0; index < 39; index++) {
      const [a, b] = [sound[at(index)]!, sound[at(index + 1)]!];
      if (a === b) continue;
      const plain = sound.replaceAll('-', '');
      expect(find(plain.slice(0, index) + b + a + plain.slice(index + 2))).toEqual({ kind: 'swapped', left: Math.floor(index / 5) + 1, right: Math.floor((index + 1) / 5) + 1 });
      told += 1;
    }
    expect(told).toBeGreaterThan(30);
  });

  it('says what is missing, too much or no sign of a share, and in which group where that can be told', () => {
    const groups = sound.split('-');
    expect(find([...groups.slice(0, 2), groups[2]!.slice(0, 4), ...groups.slice(3)].join(' '))).toEqual({ kind: 'short', missing: 1, group: 3 });
    expect(find(sound.replaceAll('-', '').slice(1))).toEqual({ kind: 'short', missing: 1, group: null });
    expect(find(`${sound}7`)).toEqual({ kind: 'long', over: 1, group: 8 });
    expect(find(`${groups.slice(0, 3).join('-')}-A*${groups[4]}`)).toEqual({ kind: 'odd-sign', group: 4 });
    expect(find(sound.replace(groups[1]!, groups[1] === 'ABCDE' ? 'EDCBA' : 'ABCDE').replace(groups[5]!, 'QQQQQ'))).toEqual({ kind: 'several' });
  });

  it('reads O as 0, I and L as 1', () => {
    const looks = sound.replace('0', 'o').replace('1', 'l');
    expect(find(`${looks.slice(0, -1)}${sound.endsWith('Z') ? 'Y' : 'Z'}`)).toEqual({ kind: 'one', group: 8 });
  });
});
