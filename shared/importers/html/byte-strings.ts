/** A character for each byte, so that the tokens' places are the bytes' places. (Spreading the bytes into the call is seven times slower.) */
export function oneToOne(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]);
  return text;
}
