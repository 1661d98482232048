import type { ProofContext } from './proof';

/** A benchmark: scripts/benches/<name>.ts exports one as `bench`. The proof `bench` runs them all in one process, in turn. */
export interface Bench {
  /** One line: what is measured and against what. */
  measures: string;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}

export interface BenchContext {
  /** Smaller data and wide bounds: shows that it runs, not how fast it is. */
  isSmall: boolean;
  /** Slow down the measured thing (in the bench), so that a bound must be broken. */
  isBroken: boolean;
  say(progress: string): void;
  /** An empty folder of its own. */
  scratch: string;
  /** The project's folder. */
  root: string;
  /** For a bench that starts the program, as for a proof. */
  appFolder: string;
  ready: ProofContext['ready'];
  display: ProofContext['display'];
}

/** One figure. A ratio of two things measured in the same run is worth more than a time: give a bound on the ratio. */
export interface Measurement {
  /** With the unit: `saveP50Ms`, `saveAgainstAppendRatio`. */
  name: string;
  value: number;
  /** Not ok above this. */
  atMost?: number;
  /** Not ok below this. */
  atLeast?: number;
}

/** The sentence for a measurement outside its bounds, or null. */
export function sayBroken({ name, value, atMost, atLeast }: Measurement): string | null {
  if (atMost !== undefined && !(value <= atMost)) return `${name} is ${value}, at most ${atMost} is allowed`;
  if (atLeast !== undefined && !(value >= atLeast)) return `${name} is ${value}, at least ${atLeast} is wanted`;
  return null;
}
