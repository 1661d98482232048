import { ipcRenderer } from 'electron';
import { AnnotationMode, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Sets `globalThis.pdfjsWorker`: pdf.js then reads in this process, which is there for one file and is ended when it stalls.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PagePictureAnswer, PagePictureQuestion } from '../../shared/page-picture-protocol';
import { withoutNetwork, withoutNetworkHere } from './without-network';

withoutNetwork();
withoutNetworkHere();

/** Most pixels of one picture inside a page that are decoded: a larger one is left out rather than filling memory. */
const largestPicturePx = 64 * 1024 * 1024;
const pointsPerInch = 72;
/** A part of a colour from here on counts as white: what a JPEG makes of white. */
const white = 250;

/** The file being drawn. Set by `open`. */
let opened: PDFDocumentProxy | null = null;

/** pdf.js asks here for its own data files; the shell hands out those and no other. */
class ReaderFiles {
  async fetch(file: { kind: string; filename: string }): Promise<Uint8Array> {
    return (await ipcRenderer.invoke('reader-file', file)) as Uint8Array;
  }
}

async function open(data: Uint8Array, password: string | null): Promise<PagePictureAnswer> {
  opened = await read(data, password);
  return { gave: 'opened', pageCount: opened.numPages };
}

async function count(data: Uint8Array, mostPages: number): Promise<PagePictureAnswer> {
  const file = await read(data, null);
  let findable = 0;
  for (let number = 1; number <= Math.min(file.numPages, mostPages); number += 1) findable += await file.getPage(number).then(() => 1, () => 0);
  await file.loadingTask.destroy();
  return { gave: 'counted', findable };
}

/** Glyphs are drawn as paths: no face of a damaged file reaches the system's font code. No script runs, XFA is off. */
function read(data: Uint8Array, password: string | null): Promise<PDFDocumentProxy> {
  return getDocument({
    data, ...(password === null ? {} : { password }), maxImageSize: largestPicturePx, enableXfa: false, isEvalSupported: false, stopAtErrors: false, disableFontFace: true, useSystemFonts: false, verbosity: 0,
    useWorkerFetch: false, BinaryDataFactory: ReaderFiles, cMapPacked: true, disableWorkerRendering: true,
  } as Parameters<typeof getDocument>[0]).promise;
}

async function draw(number: number, dotsPerInch: number, mostPixels: number): Promise<PagePictureAnswer> {
  if (opened === null) return { gave: 'nothing' };
  const page = await opened.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const wanted = dotsPerInch / pointsPerInch;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE, background: '#fff' }).promise;
  page.cleanup();
  const context = canvas.getContext('2d');
  if (context === null) return { gave: 'nothing' };
  if (isBlank(context.getImageData(0, 0, canvas.width, canvas.height).data)) return { gave: 'blank' };
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (jpeg === null) return { gave: 'nothing' };
  return { gave: 'page', jpeg: new Uint8Array(await jpeg.arrayBuffer()), widthPt: size.width, heightPt: size.height };
}

/** A loop, for a page has sixteen million of them: a call for each is most of the time that drawing it takes. */
function isBlank(values: Uint8ClampedArray): boolean {
  for (let at = 0; at < values.length; at += 1) if ((values[at] ?? white) < white) return false;
  return true;
}

function answerTo(question: PagePictureQuestion): Promise<PagePictureAnswer> {
  switch (question.ask) {
    case 'open': return open(question.bytes, question.password);
    case 'count': return count(question.bytes, question.mostPages);
    case 'draw': return draw(question.number, question.dotsPerInch, question.mostPixels);
  }
}

ipcRenderer.on('page-picture', (_event, question: PagePictureQuestion) => {
  void answerTo(question)
    .catch((): PagePictureAnswer => ({ gave: 'nothing' }))
    .then((answer) => ipcRenderer.send('page-picture-answer', answer));
});
