import { describe, expect, it } from 'vitest';
import { marksFor, withMark, type Mark, type SeenVault } from './remembered-marks';

const hers = '1'.repeat(32);
const other = '2'.repeat(32);
const mark = (sequence: number, letter = 'a'): Mark => ({ sequence, hash: letter.repeat(64) });
const see = (...steps: Parameters<typeof withMark>[1][]): readonly SeenVault[] => steps.reduce<readonly SeenVault[]>(withMark, []);

describe('what a vault is compared with', () => {
  it('follows it to another folder', () => {
    const seen = see({ vaultId: hers, place: 'old', mark: mark(9) });
    expect(marksFor(seen, 'new')).toEqual({ [hers]: { ...mark(9), seenElsewhere: true } });
    expect(marksFor(seen, 'old')).toEqual({ [hers]: { ...mark(9), seenElsewhere: false } });
  });

  it('is never another vault that lay in the same folder', () => {
    const seen = see({ vaultId: hers, place: 'here', mark: mark(9) }, { vaultId: other, place: 'here', mark: mark(2) });
    expect(marksFor(seen, 'here')).toMatchObject({ [hers]: mark(9), [other]: mark(2) });
    expect(marksFor([], 'here')).toEqual({});
  });

  it('is the newest copy anywhere, whichever was opened last', () => {
    const seen = see({ vaultId: hers, place: 'home', mark: mark(9) }, { vaultId: hers, place: 'stick', mark: mark(5, 'b') });
    expect(marksFor(seen, 'home')[hers]).toEqual({ ...mark(9), seenElsewhere: false });
    expect(marksFor(seen, 'stick')[hers]).toEqual({ ...mark(9), seenElsewhere: true });
    expect(marksFor(seen, 'third')[hers]).toEqual({ ...mark(9), seenElsewhere: true });
  });

  it('is its own mark once she was told of the newer copy, until that copy is newer still', () => {
    const told = see({ vaultId: hers, place: 'home', mark: mark(9) }, { vaultId: hers, place: 'restored', mark: mark(6, 'b'), toldOf: mark(9) });
    expect(marksFor(told, 'restored')[hers]).toEqual({ ...mark(6, 'b'), seenElsewhere: false });
    const later = withMark(told, { vaultId: hers, place: 'restored', mark: mark(7, 'b') });
    expect(marksFor(later, 'restored')[hers]).toEqual({ ...mark(7, 'b'), seenElsewhere: false });
    expect(marksFor(withMark(later, { vaultId: hers, place: 'home', mark: mark(12) }), 'restored')[hers]).toEqual({ ...mark(12), seenElsewhere: true });
  });

  it('changes nothing when nothing is new, and forgets the oldest of many', () => {
    const seen = see({ vaultId: hers, place: 'home', mark: mark(9) });
    expect(withMark(seen, { vaultId: hers, place: 'home', mark: mark(9) })).toBe(seen);
    let many = seen;
    for (let i = 0; i < 16; i += 1) many = withMark(many, { vaultId: other, place: `p${i}`, mark: mark(i) });
    expect(many).toHaveLength(16);
    expect(marksFor(many, 'home')[hers]).toBeUndefined();
  });
});
