/** What work that takes long is given: when to stop, and whom to tell how far it is. */
export interface LongWork {
  signal: AbortSignal;
  /** In bytes, unless whoever takes it says otherwise. */
  onProgress: (done: number, total: number) => void;
}
