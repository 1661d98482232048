import { constants, setPriority } from 'node:os';
import { app, utilityProcess, type UtilityProcess } from 'electron';

export interface ProcessLimits {
  /** Most memory the process may hold at once. */
  memoryBytes: number;
  /** Longest silence: the process must say something at least this often. null: it may wait for ever. */
  silenceMs: number | null;
  /** It yields to everything else on the computer: nobody waits for it. */
  isPatient?: boolean;
}

/** A child process of ours with its limits kept. `post` and the listeners carry plain data only. */
export interface SpawnedProcess {
  post(message: unknown): void;
  /** Ends it now, without asking. */
  kill(): void;
  readonly ended: Promise<EndReason>;
}

export type EndReason = 'exited' | 'killed' | 'silent' | 'too-much-memory';

const memoryCheckMs = 500;

/**
 * Starts one of our own programs as a utility process: no output kept, an almost empty environment, its memory and
 * silence watched. Every ending, whatever its cause, resolves `ended` once.
 */
export function spawnProcess(file: string, name: string, limits: ProcessLimits, onMessage: (message: unknown) => void): SpawnedProcess {
  const child = utilityProcess.fork(file, [], { serviceName: name, stdio: 'ignore', env: childEnvironment() });
  let reason: EndReason = 'exited';
  let alive = true;
  let pending: unknown[] | null = [];
  const silence = limits.silenceMs === null ? null : setTimeout(() => stop('silent'), limits.silenceMs);
  const memory = setInterval(() => {
    const held = app.getAppMetrics().find((metric) => metric.pid === child.pid)?.memory.workingSetSize ?? 0;
    if (held * 1024 > limits.memoryBytes) stop('too-much-memory');
  }, memoryCheckMs);

  const ended = new Promise<EndReason>((resolve) => {
    child.once('exit', () => {
      alive = false;
      clearInterval(memory);
      if (silence !== null) clearTimeout(silence);
      resolve(reason);
    });
  });
  // V8 gave up in it; 'exit' follows. Without a listener the shell itself would fall.
  child.on('error', () => undefined);
  child.once('spawn', () => {
    if (limits.isPatient === true) yieldToOthers(child);
    for (const message of pending ?? []) child.postMessage(message);
    pending = null;
    if (!alive || reason !== 'exited') killNow(child);
  });
  child.on('message', (message) => {
    silence?.refresh();
    if (reason === 'exited') onMessage(message);
  });

  function stop(because: EndReason): void {
    if (!alive || reason !== 'exited') return;
    reason = because;
    killNow(child);
  }

  return {
    post(message) {
      if (pending !== null) pending.push(message);
      else if (alive) child.postMessage(message);
      silence?.refresh();
    },
    kill: () => stop('killed'),
    ended,
  };
}

function yieldToOthers(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It ended already, or the system does not allow it: it is only faster.
  }
}

/** SIGKILL: a process in an endless loop, or one told to stop because it may hold secrets, gets no say. */
function killNow(child: UtilityProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(child.pid, 'SIGKILL');
  } catch {
    child.kill();
  }
}

function childEnvironment(): Record<string, string> {
  const kept = ['SystemRoot', 'windir', 'TZ', 'LANG', 'LC_ALL'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
