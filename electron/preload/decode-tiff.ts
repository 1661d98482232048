import utif, { type Ifd } from 'utif2';
import { mostDecodedPixels, type DecodedPicture } from './decoded-picture';

const orientationTag = 't274';

/** One page of a TIFF: those directories that are no reduced copies. A damaged one throws, or stalls and is ended by whoever asked. */
export async function decodeTiff(bytes: Uint8Array<ArrayBuffer>, page: number): Promise<DecodedPicture> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const pages = utif.decode(file).filter((ifd) => ((ifd.t254?.[0] ?? 0) & 1) === 0 && measureOf(ifd) > 0);
  const wanted = pages[page - 1];
  if (wanted === undefined || measureOf(wanted) > mostDecodedPixels) throw new Error('no such page');
  utif.decodeImage(file, wanted);
  const pixels = new ImageData(new Uint8ClampedArray(utif.toRGBA8(wanted)), wanted.width, wanted.height);
  return { bitmap: await upright(pixels, wanted[orientationTag]?.[0] ?? 1), pageCount: pages.length };
}

const measureOf = (ifd: Ifd): number => (ifd.t256?.[0] ?? 0) * (ifd.t257?.[0] ?? 0);

/** What puts a picture of `w` by `h` upright for each of TIFF's orientations (TIFF 6.0, tag 274), as a canvas takes it. */
const turns: Readonly<Record<number, (w: number, h: number) => readonly [number, number, number, number, number, number]>> = {
  2: (w) => [-1, 0, 0, 1, w, 0], 3: (w, h) => [-1, 0, 0, -1, w, h], 4: (_, h) => [1, 0, 0, -1, 0, h], 5: () => [0, 1, 1, 0, 0, 0], 6: (_, h) => [0, 1, -1, 0, h, 0], 7: (w, h) => [0, -1, -1, 0, h, w], 8: (w) => [0, -1, 1, 0, 0, w],
};

async function upright(pixels: ImageData, orientation: number): Promise<ImageBitmap> {
  const whole = await createImageBitmap(pixels);
  const turn = turns[orientation];
  if (turn === undefined) return whole;
  const isOnItsSide = orientation >= 5;
  const canvas = new OffscreenCanvas(isOnItsSide ? whole.height : whole.width, isOnItsSide ? whole.width : whole.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no drawing surface');
  context.setTransform(...turn(whole.width, whole.height));
  context.drawImage(whole, 0, 0);
  whole.close();
  return canvas.transferToImageBitmap();
}
