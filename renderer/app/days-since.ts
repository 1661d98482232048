/** Days of this computer's calendar from an instant to now: 0 the same day, 1 yesterday; never below 0, whatever the clock was. */
export function daysSince(utc: string, now: Date = new Date()): number {
  const then = new Date(utc);
  const day = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;
  return Math.max(0, day(now) - day(then));
}
