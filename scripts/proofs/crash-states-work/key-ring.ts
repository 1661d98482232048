/** With what the vault opens: one key, or either of two while its ways in are being changed. */
export class KeyRing {
  private count = 0;
  private coming: Uint8Array | null = null;

  constructor(private current: Uint8Array) {}

  get now(): Uint8Array {
    return this.current.slice();
  }

  /** Any of these may open what a loss of power leaves now. */
  get all(): readonly Uint8Array[] {
    return this.coming === null ? [this.current] : [this.current, this.coming];
  }

  get isChanging(): boolean {
    return this.coming !== null;
  }

  /** A key never used before; until it is settled which opens, either may. */
  begin(): Uint8Array {
    this.count += 1;
    this.coming = new Uint8Array(32).map((_, i) => (this.count >> (8 * (i % 4))) & 255).fill(0x44, 8);
    return this.coming.slice();
  }

  /** This one opens, and no other. */
  settle(key: Uint8Array): void {
    this.current = key.slice();
    this.coming = null;
  }
}
