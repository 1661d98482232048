const dictionary = '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const [compressed, uncompressed] = [0x75465a4c, 0x414c454d];

/** PidTagRtfCompressed unpacked ([MS-OXRTFCP]): at most nine times its size, never more than it says. Null where it is none. What is cut short is unpacked as far as it goes. */
export function unpackRtf(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 16) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rawSize = view.getUint32(4, true);
  const kind = view.getUint32(8, true);
  if (kind === uncompressed) return bytes.slice(16, 16 + rawSize);
  if (kind !== compressed) return null;
  const out = new Uint8Array(Math.min(rawSize, bytes.length * 9));
  const window = new Uint8Array(4096);
  for (let index = 0; index < dictionary.length; index += 1) window[index] = dictionary.charCodeAt(index);
  let [write, length, at] = [dictionary.length, 0, 16];
  const put = (byte: number): void => {
    window[write & 4095] = byte;
    write += 1;
    if (length < out.length) out[length] = byte;
    length += 1;
  };
  while (at < bytes.length && length < out.length) {
    const control = bytes[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < bytes.length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at] ?? 0);
        at += 1;
        continue;
      }
      const token = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
      at += 2;
      const offset = token >> 4;
      // A reference to where is written next is the end.
      if (offset === (write & 4095)) return out.subarray(0, Math.min(length, out.length));
      for (let index = 0; index < (token & 15) + 2; index += 1) put(window[(offset + index) & 4095] ?? 0);
    }
  }
  return out.subarray(0, Math.min(length, out.length));
}
