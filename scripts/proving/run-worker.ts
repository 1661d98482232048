import { Worker } from 'node:worker_threads';

/**
 * Runs one built file as a worker thread until a report of it says that it is done; gives that one.
 * @param told hears every report, the last one too
 * @param silentMs one that says nothing for so long hangs
 * @throws where the worker fails, hangs, or ends without that report
 */
export function runWorker<Report extends { isDone: boolean }>(file: string, workerData: unknown, told: (report: Report) => void, silentMs?: number): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    const hangs = (): void => {
      reject(new Error('a worker hangs'));
      void worker.terminate();
    };
    const watchdog = silentMs === undefined ? undefined : setTimeout(hangs, silentMs);
    worker.on('message', (report: Report) => {
      told(report);
      watchdog?.refresh();
      if (report.isDone) resolve(report);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(watchdog);
      reject(new Error(`a worker ended with ${code}`));
    });
  });
}
