import { ipcRenderer } from 'electron';
import type { PictureAnswer, PictureQuestion } from '../../shared/picture-protocol';
import { withoutNetwork, withoutNetworkHere } from './without-network';

withoutNetwork();
withoutNetworkHere();

/**
 * Draws one picture afresh, in a sandboxed process that holds nothing else: whatever its file says beside the picture (place, device, a
 * second picture, code) is not in what leaves. Upright by EXIF orientation (`createImageBitmap` reads it), on white, as a baseline JPEG.
 */
async function draw({ bytes, mediaType, mostWidthPx, mostHeightPx }: PictureQuestion): Promise<PictureAnswer> {
  const whole = await createImageBitmap(new Blob([bytes], { type: mediaType }), { imageOrientation: 'from-image' });
  const scale = Math.min(1, mostWidthPx / whole.width, mostHeightPx / whole.height);
  const canvas = new OffscreenCanvas(Math.max(1, Math.floor(whole.width * scale)), Math.max(1, Math.floor(whole.height * scale)));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no drawing surface');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, 0, 0, canvas.width, canvas.height);
  whole.close();
  const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return { drew: true, jpeg: new Uint8Array(await drawn.arrayBuffer()), widthPx: canvas.width, heightPx: canvas.height };
}

ipcRenderer.on('draw-picture', (_event, question: PictureQuestion) => {
  void draw(question)
    .catch((): PictureAnswer => ({ drew: false }))
    .then((answer) => ipcRenderer.send('picture-drawn', answer));
});
