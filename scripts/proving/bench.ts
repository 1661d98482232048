import type { ProofContext } from './proof';

/** A benchmark: scripts/benches/<name>.ts exports one as `bench`. The proof `bench` runs them in turn. */
export type Bench = BenchOfCode | BenchOfProgram;

/** Measures the source itself, in a process of its own, so that no bench meets the memory that another one left. */
export interface BenchOfCode {
  /** One line: what is measured and against what. */
  measures: string;
  drivesProgram?: false;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}

/** Starts the built program, in the process of the proof. */
export interface BenchOfProgram {
  measures: string;
  drivesProgram: true;
  run(context: ProgramBenchContext): Promise<readonly Measurement[]>;
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
}

export type ProgramBenchContext = BenchContext & Pick<ProofContext, 'appFolder' | 'ready' | 'display'>;

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
