import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';

interface Running {
  onMessage(hear: (report: unknown) => void): void;
  onError(hear: (error: unknown) => void): void;
  onExit(hear: (code: unknown) => void): void;
  end(): void;
}

/**
 * Runs one built file as a worker thread until a report of it says that it is done; gives that one.
 * @param told hears every report, the last one too
 * @param silentMs one that says nothing for so long hangs
 * @throws where the worker fails, hangs, or ends without that report
 */
export function runWorker<Report extends { isDone: boolean }>(file: string, workerData: unknown, told: (report: Report) => void, silentMs?: number): Promise<Report> {
  const worker = new Worker(file, { workerData });
  return lastReport({ onMessage: (hear) => worker.on('message', hear), onError: (hear) => worker.on('error', hear), onExit: (hear) => worker.on('exit', hear), end: () => void worker.terminate() }, told, silentMs);
}

/** As `runWorker`, in a process of its own, whose processor time and memory are its alone. `given` is its first message. */
export function runProcess<Report extends { isDone: boolean }>(file: string, given: unknown, told: (report: Report) => void, silentMs?: number): Promise<Report> {
  const child = fork(file, { serialization: 'advanced' });
  const answer = lastReport({ onMessage: (hear) => child.on('message', hear), onError: (hear) => child.on('error', hear), onExit: (hear) => child.on('exit', (code, signal) => hear(code ?? signal)), end: () => child.kill('SIGKILL') }, told, silentMs);
  child.send(given as object);
  return answer;
}

function lastReport<Report extends { isDone: boolean }>(running: Running, told: (report: Report) => void, silentMs: number | undefined): Promise<Report> {
  return new Promise((resolve, reject) => {
    const watchdog = silentMs === undefined ? undefined : setTimeout(() => {
      reject(new Error('a worker hangs'));
      running.end();
    }, silentMs);
    running.onMessage((said) => {
      const report = said as Report;
      told(report);
      watchdog?.refresh();
      if (report.isDone) resolve(report);
    });
    running.onError(reject);
    running.onExit((code) => {
      clearTimeout(watchdog);
      reject(new Error(`a worker ended with ${String(code)}`));
    });
  });
}
