import { Worker } from 'node:worker_threads';

/**
 * Runs one built file as a worker thread until a report of it says that it is done; gives that one.
 * @param told hears every report, the last one too
 * @throws where the worker fails, or ends without that report
 */
export function runWorker<Report extends { isDone: boolean }>(file: string, workerData: unknown, told: (report: Report) => void): Promise<Report> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    worker.on('message', (report: Report) => {
      told(report);
      if (report.isDone) resolve(report);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
  });
}
