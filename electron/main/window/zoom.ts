const steps = [80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The next size of text, in per cent, within what the settings allow. */
export function nextZoom(percent: number, change: 'in' | 'out' | 'reset'): number {
  if (change === 'reset') return 100;
  const next = change === 'in' ? steps.find((step) => step > percent) : steps.findLast((step) => step < percent);
  return next ?? percent;
}
