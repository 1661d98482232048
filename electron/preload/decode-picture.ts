import { isHeif } from '../../shared/picture-protocol';
import { decodeHeif } from './decode-heif';
import { decodeTiff } from './decode-tiff';
import type { DecodedPicture } from './decoded-picture';

/**
 * Decodes one page of a picture: what Chromium knows by Chromium, upright by EXIF orientation; HEIF by libheif, which turns as the file says; TIFF by UTIF. For sandboxed windows alone. Throws where it cannot.
 */
export async function decodePicture(bytes: Uint8Array<ArrayBuffer>, mediaType: string, page: number): Promise<DecodedPicture> {
  if (isHeif(mediaType)) return decodeHeif(bytes, page);
  if (mediaType === 'image/tiff') return decodeTiff(bytes, page);
  return { bitmap: await createImageBitmap(new Blob([bytes], { type: mediaType }), { imageOrientation: 'from-image' }), pageCount: 1 };
}
