import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { messages } from '../../../shared/messages/en-gb';
import { canvasScale, type PageSize } from './page-layout';
import { usePageMarks } from '../use-page-marks';
import { BlackOutLayer } from '../black-out';
import { MarkBoxes } from '../word-marks';
import { markTextLayer } from './mark-text-layer';
import { annotationMode } from './pdf-engine';

export interface PdfPageProps {
  document: PDFDocumentProxy;
  /** Counted from 1. */
  number: number;
  scale: number;
  size: PageSize;
  topPx: number;
  onSize: (number: number, size: PageSize) => void;
  /** What is marked: in the page's own words, or where a machine read them off it. */
  found: FoundInPdf | undefined;
  /** Told where the first mark stands, when it has been made. */
  onFirstMark: ((mark: HTMLElement) => void) | undefined;
}

/** What is looked for in a document that is kept. */
export interface FoundInPdf { readonly documentId: Id; readonly find: string }

/** One page: its picture, and over it its text, so that it can be selected and read out. */
export function PdfPage({ document: pdf, number, scale, size, topPx, onSize, found, onFirstMark }: PdfPageProps) {
  const find = found?.find ?? '';
  const boxes = usePageMarks(found?.documentId ?? null, number, find);
  const firstBox = useRef<HTMLSpanElement>(null);
  const told = useRef(onFirstMark);
  told.current = onFirstMark;
  useEffect(() => { if (firstBox.current !== null) told.current?.(firstBox.current); }, [boxes]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [isBad, setBad] = useState(false);

  useEffect(() => {
    let isGone = false;
    pdf.getPage(number).then((got) => {
      if (isGone) return;
      const { width, height } = got.getViewport({ scale: 96 / 72 });
      onSize(number, { widthPx: width, heightPx: height });
      setPage(got);
    }, () => { if (!isGone) setBad(true); });
    return () => { isGone = true; };
  }, [pdf, number, onSize]);

  useEffect(() => {
    const surface = canvas.current;
    if (!page || !surface) return;
    let task: RenderTask | null = null;
    let isGone = false;
    const viewport = page.getViewport({ scale: canvasScale(size, scale, window.devicePixelRatio) * 96 / 72 });
    surface.width = Math.floor(viewport.width);
    surface.height = Math.floor(viewport.height);
    task = page.render({ canvas: surface, viewport, annotationMode });
    task.promise.catch((error: unknown) => { if (!isGone && (error as Error).name !== 'RenderingCancelledException') setBad(true); });
    return () => { isGone = true; task?.cancel(); };
  }, [page, scale, size]);

  useEffect(() => {
    const container = words.current;
    if (!page || !container) return;
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale: scale * 96 / 72 }) });
    let isGone = false;
    layer.render().then(() => {
      const mark = isGone || find === '' ? null : markTextLayer(layer.textDivs, layer.textContentItemsStr, find);
      if (mark !== null) told.current?.(mark);
    }).catch(() => undefined);
    return () => { isGone = true; layer.cancel(); container.replaceChildren(); };
  }, [page, scale, find]);

  return (
    <section
      className="pdf-page" aria-label={messages.viewer.pages.page(number, pdf.numPages)} data-page={number}
      style={{ top: topPx, width: Math.ceil(size.widthPx * scale), height: Math.ceil(size.heightPx * scale), ['--total-scale-factor' as string]: scale * 96 / 72 }}
    >
      {isBad ? <p className="pdf-page-bad">{messages.viewer.pages.pageNotDrawn}</p> : <><canvas ref={canvas} aria-hidden /><div ref={words} className="pdf-words" />{boxes.length > 0 && <MarkBoxes marks={boxes} first={firstBox} />}<BlackOutLayer page={number} /></>}
    </section>
  );
}
