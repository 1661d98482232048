import { expect, it } from 'vitest';
import { sealedMarkBytes } from '../../../shared/vault-protocol/vault-calls';
import { allMarks, KnownPlace, mostKnown, withMark } from './remembered-marks';

const sealed = (letter: number): Uint8Array => new Uint8Array(sealedMarkBytes).fill(letter);
const see = (...steps: Parameters<typeof withMark>[1][]): readonly KnownPlace[] => steps.reduce<readonly KnownPlace[]>(withMark, []);

it('keeps two for each place from the first: the one that nobody wrote is random', () => {
  for (const half of [0, 1] as const) {
    const known = see({ place: 'home', half, sealed: sealed(1) });
    const marks = allMarks(known);
    expect(marks).toHaveLength(2);
    expect(marks[half]).toEqual(sealed(1));
    expect(marks[1 - half]).toHaveLength(sealedMarkBytes);
    expect(new Set(marks[1 - half]).size).toBeGreaterThan(40);
    expect(KnownPlace.safeParse(known[0]).success).toBe(true);
  }
});

it('changes one half and leaves the other, whoever wrote it', () => {
  const first = see({ place: 'home', half: 1, sealed: sealed(1) });
  const second = withMark(first, { place: 'home', half: 0, sealed: sealed(2) });
  expect(allMarks(second)).toEqual([sealed(2), sealed(1)]);
  expect(allMarks(withMark(second, { place: 'home', half: 1, sealed: sealed(3) }))).toEqual([sealed(2), sealed(3)]);
  expect(allMarks(withMark(second, { place: 'stick', half: 1, sealed: sealed(4) }))).toHaveLength(4);
});

it('changes nothing when nothing is new, and forgets the oldest of many', () => {
  const known = see({ place: 'home', half: 0, sealed: sealed(1) });
  expect(withMark(known, { place: 'home', half: 0, sealed: sealed(1) })).toBe(known);
  let many = known;
  for (let i = 0; i < mostKnown; i += 1) many = withMark(many, { place: `p${i}`, half: 0, sealed: sealed(i) });
  expect(many.map(({ place }) => place)).toEqual(Array.from({ length: mostKnown }, (_, i) => `p${i}`));
});
