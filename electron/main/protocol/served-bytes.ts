import { randomBytes } from 'node:crypto';

/** Something the window may read by byte ranges while its token stands. */
export interface ServedBytes {
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** Plain bytes [start, end). At least one byte, at most what was asked for. */
  read(start: number, end: number): Promise<Uint8Array>;
  /** Called once, when the token is withdrawn. */
  release?(): void;
}

export type Shelf = 'evidence' | 'export';

/** Tokens under which bytes are on show at app://ui/<shelf>/<token>. In memory only; all withdrawn at lock. */
export class ServedBytesShelves {
  readonly #served = new Map<string, ServedBytes>();

  /** Puts something on show and returns its address. */
  show(shelf: Shelf, bytes: ServedBytes): { token: string; url: string } {
    const token = randomBytes(16).toString('hex');
    this.#served.set(`${shelf}/${token}`, bytes);
    return { token, url: `app://ui/${shelf}/${token}` };
  }

  find(shelf: Shelf, token: string): ServedBytes | null {
    return this.#served.get(`${shelf}/${token}`) ?? null;
  }

  withdraw(shelf: Shelf, token: string): void {
    const key = `${shelf}/${token}`;
    this.#served.get(key)?.release?.();
    this.#served.delete(key);
  }

  withdrawAll(): void {
    for (const bytes of this.#served.values()) bytes.release?.();
    this.#served.clear();
  }
}
