import { describe, expect, it } from 'vitest';
import { actOf, clockOf, jumpTo } from './playing-time';

describe('playing time', () => {
  it('reads as a clock', () => {
    expect([0, 7.9, 65, 725, 3729, NaN, Infinity].map(clockOf)).toEqual(['0:00', '0:07', '1:05', '12:05', '1:02:09', '–:––', '–:––']);
  });
  it('jumps inside the recording only', () => {
    expect([jumpTo(3, -10, 60), jumpTo(55, 10, 60), jumpTo(20, 10, 60), jumpTo(20, 10, NaN)]).toEqual([0, 60, 30, 30]);
  });
  it('knows the customary keys and leaves others alone', () => {
    expect(actOf('K', 60)).toEqual({ do: 'toggle' });
    expect(actOf('ArrowLeft', 60)).toEqual({ do: 'jump', seconds: -5 });
    expect(actOf('End', 60)).toEqual({ do: 'seek', seconds: 60 });
    expect(actOf('End', Infinity)).toBeNull();
    expect(actOf('Tab', 60)).toBeNull();
  });
});
