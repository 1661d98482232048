import { ipcRenderer } from 'electron';
import type { OcrAnswer, OcrQuestion } from '../../shared/ocr-protocol';
import { OcrEngine } from './ocr/engine';
import { readPicture } from './ocr/read-picture';
import { withoutNetwork, withoutNetworkHere } from './without-network';

withoutNetwork();
withoutNetworkHere();

/** Set by `start`. */
let engine: OcrEngine | null = null;

/** Reads words off pictures, in a sandboxed process that holds nothing else and is ended when it stalls. */
async function answer(question: OcrQuestion): Promise<OcrAnswer> {
  if (question.ask === 'start') {
    engine = await OcrEngine.start(question.engine, question.languages);
    return { gave: 'started' };
  }
  if (engine === null) return { gave: 'nothing' };
  const decoded = await createImageBitmap(new Blob([question.bytes], { type: question.mediaType }), { imageOrientation: 'from-image' }).catch(() => null);
  if (decoded === null) return { gave: 'no-picture' };
  try {
    return { gave: 'words', reading: readPicture(engine, decoded, question.mostPixels) };
  } finally {
    decoded.close();
  }
}

ipcRenderer.on('ocr', (_event, question: OcrQuestion) => {
  void answer(question)
    .catch((): OcrAnswer => ({ gave: 'nothing' }))
    .then((gave) => ipcRenderer.send('ocr-answer', gave));
});
