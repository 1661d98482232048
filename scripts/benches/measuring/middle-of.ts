/** The value below which `share` of the values lie; the median by default. */
export function middleOf(values: readonly number[], share = 0.5): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
