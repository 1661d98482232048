const values = new Int8Array(128).fill(-1);
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) values[char.charCodeAt(0)] = value;
const blank = -2;
for (const char of ' \t\r\n') values[char.charCodeAt(0)] = blank;
const padding = 0x3d;

/** Below 0 where there stands no digit; then, shifted up to 18 bits, it is still below 0. */
function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? values[code] ?? -1 : -1;
}

/** Base64 (RFC 4648, section 4) that comes in pieces of text, cut anywhere. Blanks and line ends are passed over, missing padding is forgiven. */
export class Base64Decoder {
  #bits = 0;
  /** How many characters of the four that make three bytes are in `#bits`. */
  #count = 0;
  #padded = 0;
  #isSound = true;

  /** The bytes that are whole. Nothing more once there stood what is no base64. */
  push(text: string): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(Math.ceil((text.length + this.#count) / 4) * 3);
    let length = 0;
    let [bits, count] = [this.#bits, this.#count];
    for (let at = 0; at < text.length && this.#isSound; at += 1) {
      // Four at once, as nearly all of it comes.
      while (count === 0 && this.#padded === 0 && at + 4 <= text.length) {
        const four = (valueAt(text, at) << 18) | (valueAt(text, at + 1) << 12) | (valueAt(text, at + 2) << 6) | valueAt(text, at + 3);
        if (four < 0) break;
        bytes[length] = four >> 16;
        bytes[length + 1] = four >> 8;
        bytes[length + 2] = four;
        length += 3;
        at += 4;
      }
      if (at >= text.length) break;
      const code = text.charCodeAt(at);
      const value = valueAt(text, at);
      if (value >= 0 && this.#padded === 0) {
        bits = (bits << 6) | value;
        count += 1;
        if (count < 4) continue;
        bytes[length] = bits >> 16;
        bytes[length + 1] = bits >> 8;
        bytes[length + 2] = bits;
        length += 3;
        bits = 0;
        count = 0;
      } else if (code === padding) this.#padded += 1;
      else if (value !== blank) this.#isSound = false;
    }
    [this.#bits, this.#count] = [bits, count];
    return bytes.subarray(0, length);
  }

  /** The last bytes, and whether all of it was base64 and ended where base64 can end. */
  end(): { bytes: Uint8Array<ArrayBuffer>; isSound: boolean } {
    const [bits, count] = [this.#bits, this.#count];
    const isSound = this.#isSound && count !== 1 && (this.#padded === 0 || this.#padded === (4 - count) % 4);
    const bytes = count === 2 ? [bits >> 4] : count === 3 ? [bits >> 10, bits >> 2] : [];
    return { bytes: Uint8Array.from(bytes, (byte) => byte & 255), isSound };
  }
}
