import { ipcRenderer } from 'electron';
import type { PictureAnswer, PictureQuestion } from '../../shared/picture-protocol';
import { decodePicture } from './decode-picture';
import { withoutNetwork, withoutNetworkHere } from './without-network';

withoutNetwork();
withoutNetworkHere();

/**
 * Draws one picture afresh, in a sandboxed process that holds nothing else: whatever its file says beside the picture (place, device, a
 * second picture, code) is not in what leaves. Upright, on white, as a baseline JPEG.
 */
async function draw({ bytes, mediaType, page, mostWidthPx, mostHeightPx }: PictureQuestion): Promise<PictureAnswer> {
  const { bitmap, pageCount } = await decodePicture(bytes, mediaType, page);
  const scale = Math.min(1, mostWidthPx / bitmap.width, mostHeightPx / bitmap.height);
  const canvas = new OffscreenCanvas(Math.max(1, Math.floor(bitmap.width * scale)), Math.max(1, Math.floor(bitmap.height * scale)));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no drawing surface');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return { drew: true, jpeg: new Uint8Array(await drawn.arrayBuffer()), widthPx: canvas.width, heightPx: canvas.height, pageCount };
}

ipcRenderer.on('draw-picture', (_event, question: PictureQuestion) => {
  void draw(question)
    .catch((): PictureAnswer => ({ drew: false }))
    .then((answer) => ipcRenderer.send('picture-drawn', answer));
});
