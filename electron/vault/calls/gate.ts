/** Lets calls through, and keeps them waiting while one of them must be alone. */
export class Gate {
  private readonly underWay = new Set<Promise<unknown>>();
  private opening: Promise<unknown> | null = null;

  /** Runs a call as soon as nobody is alone. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    while (this.opening !== null) await this.opening;
    const running = work();
    const settled = running.then(() => undefined, () => undefined);
    this.underWay.add(settled);
    void settled.then(() => this.underWay.delete(settled));
    return running;
  }

  /** Waits for the calls that are under way, and runs something while all others wait. Itself it must not have passed. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.opening !== null) await this.opening;
    let open: () => void = () => undefined;
    this.opening = new Promise<void>((resolve) => (open = resolve));
    try {
      await Promise.all(this.underWay);
      return await work();
    } finally {
      this.opening = null;
      open();
    }
  }
}
