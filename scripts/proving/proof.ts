import type { openDisplay } from '../machine/display.mjs';
import type { makeReady } from '../machine/ready.mjs';

/** A proof: scripts/proofs/<name>.ts exports one as `proof`. It may import any process's source; see docs/PROOFS.md. */
export interface Proof {
  /** One line: what it would catch. */
  catches: string;
  /** One line: what `--break` breaks, in the proof and never in the product, so that it must end red. */
  breaks: string;
  /** True when it drives the program: the runner builds it first, and brings up a screen. */
  drivesProgram: boolean;
  /** Resolves with what it found; a throw is a fault of the proof itself, not a red result. */
  run(context: ProofContext): Promise<ProofResult>;
}

export interface ProofContext {
  /** A shorter run of the same thing, for `npm test`: seconds, not minutes. */
  isSmall: boolean;
  /** Break the guarded thing; the proof must then find that it does not hold. */
  isBroken: boolean;
  /** Small and broken: with the first thing that does not hold it has shown what it must, and may end. */
  endsAtFirstFailure: boolean;
  /** Reports progress, a line at a time. */
  say(progress: string): void;
  /** An empty folder of its own, removed afterwards (kept with `--keep`). */
  scratch: string;
  /** The project's folder. */
  root: string;
  /** The folder to give to Electron; it holds package.json and out/. Built only for a proof that `drivesProgram`. */
  appFolder: string;
  /** The built file of scripts/proofs/<proof>.<part>.ts, to be started as a process of its own. */
  partFile(part: string): string;
  /** Electron: its folder, its program, and the launcher that keeps the sandbox on (wants `env`). */
  ready(): ReturnType<typeof makeReady>;
  /** A screen; the runner closes it. */
  display(): ReturnType<typeof openDisplay>;
}

export interface ProofResult {
  ok: boolean;
  /** What was measured, with units in the names: `kills: 200`, `saveP95Ms: 1.4`. */
  figures: Record<string, number | string>;
  /** When not ok: what does not hold, a line each. */
  failures?: readonly string[];
}
