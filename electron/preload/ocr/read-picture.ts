import { greyOf, measureGrounds, turnRound, type GreyPicture, type Grounds } from '../../../shared/ocr/grounds';
import { surerOf, type MachineReading } from '../../../shared/ocr/machine-reading';
import type { OcrEngine } from './engine';

/** Lines lower than this are read enlarged, to about the second: Tesseract was taught on lines of 36 to 48 pixels. */
const lowLinePx = 28;
const wantedLinePx = 42;
const mostEnlarged = 4;

/**
 * Reads one picture that Chromium decodes: upright by EXIF, transparent parts white, dark mode turned round, low lines enlarged; where it has several grounds a second time with a threshold for each
 * place, and of the two what the machine is surer of. Throws when the engine refuses it.
 */
export function readPicture(engine: OcrEngine, picture: ImageBitmap, mostPixels: number): MachineReading {
  const fitting = Math.min(1, Math.sqrt(mostPixels / (picture.width * picture.height)));
  const plain = greyAt(picture, fitting);
  const grounds = measureGrounds(plain);
  take(engine, plain, grounds);
  const height = engine.lineHeightPx();
  const roomFor = Math.sqrt(mostPixels / (plain.widthPx * plain.heightPx));
  const larger = height === 0 || height >= lowLinePx ? 1 : Math.min(wantedLinePx / height, mostEnlarged, roomFor);
  if (larger > 1) take(engine, greyAt(picture, fitting * larger), grounds);
  const reading = engine.read('whole');
  const best = grounds.isDark || grounds.areSeveral ? surerOf(reading, engine.read('local')) : reading;
  engine.letGo();
  return best;
}

function take(engine: OcrEngine, picture: GreyPicture, { isDark }: Grounds): void {
  if (isDark) turnRound(picture);
  engine.take(picture);
}

function greyAt(picture: ImageBitmap, scale: number): GreyPicture {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('no drawing surface');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}
