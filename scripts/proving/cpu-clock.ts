/** Processor time of chosen stretches of work, of all threads of this process: what other processes do, and what stands between the stretches, is not counted. Only one stretch at a time. */
export class CpuClock {
  #ms = 0;

  /** Counts the work to its end, failed or not. */
  async of<T>(work: () => Promise<T>): Promise<T> {
    const began = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(began);
      this.#ms += (user + system) / 1000;
    }
  }

  /** Milliseconds since it was last asked. */
  take(): number {
    const ms = this.#ms;
    this.#ms = 0;
    return ms;
  }
}
