/**
 * A JPEG (ITU-T T.81) without its EXIF, XMP, IPTC and comment segments; every coded byte of the picture stays. ICC profiles (APP2), JFIF
 * (APP0) and Adobe's colour transform (APP14) are kept: they say how it looks. Returns the same array when there was nothing to take out
 * or when the bytes are not a plain JPEG.
 */
export function withoutPictureData(jpeg: Uint8Array): Uint8Array {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return jpeg;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let keptBytes = 2;
  let at = 2;
  const keep = (end: number) => {
    kept.push(jpeg.subarray(at, end));
    keptBytes += end - at;
    at = end;
  };
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return jpeg;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xda) break;
    const end = at + 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
    if (end > jpeg.length || end < at + 4) return jpeg;
    if (isPersonal(jpeg, at, marker)) at = end;
    else keep(end);
  }
  keep(jpeg.length);
  if (keptBytes === jpeg.length) return jpeg;
  const whole = new Uint8Array(keptBytes);
  let position = 0;
  for (const piece of kept) {
    whole.set(piece, position);
    position += piece.length;
  }
  return whole;
}

function isPersonal(jpeg: Uint8Array, at: number, marker: number): boolean {
  if (marker === 0xfe) return true;
  if (marker === 0xe2) return String.fromCharCode(...jpeg.subarray(at + 4, at + 15)) !== 'ICC_PROFILE';
  return marker > 0xe0 && marker <= 0xef && marker !== 0xee;
}
