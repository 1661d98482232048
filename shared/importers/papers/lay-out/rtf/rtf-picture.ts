import type { LaidPiece } from '../../../../model/laid-out';

type Side = 'widthMm' | 'heightMm';
type Cut = NonNullable<Extract<LaidPiece, { is: 'picture' }>['cut']>;

/** A picture as it stands in RTF: its kind, its size, its bytes as hexadecimal digits or as they are. */
export class RtfPicture {
  isKnown = false;
  readonly #twips: Record<Side, number> = { widthMm: 0, heightMm: 0 };
  readonly #cropped: Record<keyof Cut, number> = { left: 0, top: 0, right: 0, bottom: 0 };
  readonly #percent: Record<Side, number> = { widthMm: 100, heightMm: 100 };
  #bytes = new Uint8Array(4096);
  #length = 0;
  #half = -1;

  digit(byte: number): void {
    const value = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66 ? (byte | 0x20) - 0x57 : -1;
    if (value < 0) return;
    if (this.#half < 0) this.#half = value;
    else {
      this.#add((this.#half << 4) | value);
      this.#half = -1;
    }
  }

  binary(bytes: Uint8Array): void { for (const byte of bytes) this.#add(byte); }

  /** As wide or high as it is before it is scaled, in twips. */
  size(side: Side, twips: number): void { this.#twips[side] = twips; }

  /** What is cut off at a side, in twips; less than none is a margin. */
  crop(edge: keyof Cut, twips: number): void { this.#cropped[edge] = Math.max(0, twips); }

  get cut(): Cut | null {
    const { left, top, right, bottom } = this.#cropped;
    const [width, height] = [this.#twips.widthMm, this.#twips.heightMm];
    if (left + top + right + bottom === 0 || width <= 0 || height <= 0) return null;
    return { left: Math.min(1, left / width), top: Math.min(1, top / height), right: Math.min(1, right / width), bottom: Math.min(1, bottom / height) };
  }

  /** In percent. */
  scale(side: Side, percent: number): void { this.#percent[side] = percent; }

  /** In millimetres; null where the file does not say. */
  shown(side: Side): number | null {
    const mm = Math.round(((this.#twips[side] * this.#percent[side]) / 100 / 1440) * 25.4 * 100) / 100;
    return mm > 0 && mm <= 5000 ? mm : null;
  }

  get bytes(): Uint8Array { return this.#bytes.slice(0, this.#length); }

  #add(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#bytes.length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}
