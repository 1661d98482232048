import { ipcRenderer } from 'electron';
import type { PictureAnswer, PictureQuestion } from '../../shared/picture-protocol';
import { turnedArea } from '../../shared/redaction/turned-area';
import { decodePicture } from './decode-picture';
import { withoutNetwork, withoutNetworkHere } from './without-network';

withoutNetwork();
withoutNetworkHere();

/**
 * Draws one picture afresh, in a sandboxed process that holds nothing else: whatever its file says beside the picture (place, device, a
 * second picture, code) is not in what leaves. Upright, on white, as a baseline JPEG.
 */
async function draw({ bytes, mediaType, page, mostWidthPx, mostHeightPx, turned = 0, black }: PictureQuestion): Promise<PictureAnswer> {
  const { bitmap, pageCount } = await decodePicture(bytes, mediaType, page);
  const [wide, high] = turned % 2 === 0 ? [bitmap.width, bitmap.height] : [bitmap.height, bitmap.width];
  const scale = Math.min(1, mostWidthPx / wide, mostHeightPx / high);
  const canvas = new OffscreenCanvas(Math.max(1, Math.floor(wide * scale)), Math.max(1, Math.floor(high * scale)));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no drawing surface');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  const [across, down] = turned % 2 === 0 ? [canvas.width, canvas.height] : [canvas.height, canvas.width];
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 2);
  context.drawImage(bitmap, -across / 2, -down / 2, across, down);
  context.resetTransform();
  bitmap.close();
  for (const area of black) blacken(context, { ...area, ...turnedArea(area, turned) });
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return { drew: true, jpeg: new Uint8Array(await drawn.arrayBuffer()), widthPx: canvas.width, heightPx: canvas.height, pageCount };
}

const smallestLabelPx = 7;

/** Outwards to whole pixels, and one more: the edge of a letter must not show. */
function blacken(context: OffscreenCanvasRenderingContext2D, { left, top, width, height, label }: PictureQuestion['black'][number]): void {
  const { width: wide, height: high } = context.canvas;
  const x = Math.max(0, Math.floor(left * wide) - 1);
  const y = Math.max(0, Math.floor(top * high) - 1);
  const right = Math.min(wide, Math.ceil((left + width) * wide) + 1);
  const bottom = Math.min(high, Math.ceil((top + height) * high) + 1);
  context.fillStyle = '#000';
  context.fillRect(x, y, right - x, bottom - y);
  context.font = '100px sans-serif';
  const size = Math.min(40, (bottom - y) * 0.7, ((right - x) * 92) / context.measureText(label).width);
  if (size < smallestLabelPx) return;
  context.font = `${size}px sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = '#fff';
  context.fillText(label, (x + right) / 2, (y + bottom) / 2);
}

ipcRenderer.on('draw-picture', (_event, question: PictureQuestion) => {
  void draw(question)
    .catch((): PictureAnswer => ({ drew: false }))
    .then((answer) => ipcRenderer.send('picture-drawn', answer));
});
