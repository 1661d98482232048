/** Two samples compared by rank: no assumption on how times are distributed. */
export interface RankComparison {
  /** The chance that one of the second is larger than one of the first (Vargha and Delaney's A); 0.5: they do not differ. */
  superiority: number;
  /** Two-sided, Mann and Whitney's U with the normal approximation: how often chance alone gives a difference like this. */
  p: number;
}

export function compareRanks(first: readonly number[], second: readonly number[]): RankComparison {
  const all = [...first.map((value) => ({ value, isSecond: false })), ...second.map((value) => ({ value, isSecond: true }))].sort((left, right) => left.value - right.value);
  let rankSum = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i += 1) if (all[i]?.isSecond) rankSum += rank;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const u = rankSum - (m * (m + 1)) / 2;
  const variance = ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt(variance);
  return { superiority: u / (n * m), p: 2 * (1 - normal(z)) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** The standard normal distribution's probability up to z ≥ 0 (Abramowitz and Stegun 26.2.17). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
