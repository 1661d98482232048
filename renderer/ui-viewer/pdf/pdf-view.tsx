import { ChevronDown, ChevronUp, MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type KeyboardEvent, type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { gutterPx, layPages, nextZoom, pageAt, type PageSize, scaleOf, type Zoom } from './page-layout';
import { openPdf, wantsPassword } from './pdf-engine';
import { type FoundInPdf, PdfPage } from './pdf-page';
import { PdfPassword } from './pdf-password';
import './pdf-view.css';

export interface PdfViewProps {
  url: string;
  sizeBytes: number;
  name: string;
  /** A password that opened the file: whoever reads its words may need it too. */
  onUnlocked?: (password: string) => void;
  /** Where to begin, counted from 1. */
  startPage?: number;
  /** What is marked in it; the first mark on `startPage` is brought into sight. */
  found?: FoundInPdf;
  /** Told which page, counted from 1, is looked at, whenever it is another. */
  onPage?: ((page: number) => void) | undefined;
  ref?: Ref<PdfViewHandle>;
}

export interface PdfViewHandle {
  /** Brings a page, counted from 1, to the top of the place, and the keyboard with it. */
  goToPage: (page: number) => void;
}

/** The pages of a PDF, one under another; only those near the place looked at are drawn. */
export function PdfView({ url, sizeBytes, name, startPage = 1, found, onUnlocked, onPage, ref }: PdfViewProps) {
  const [pdf, setPdf] = useState<{ document: PDFDocumentProxy; first: PageSize } | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isLocked, setLocked] = useState(false);
  /** A new object each time she gives one: the same word may be tried again. */
  const [given, setGiven] = useState<{ password: string } | null>(null);
  const [isWrong, setWrong] = useState(false);
  const pages = useRef<PdfViewHandle>(null);
  /** A page asked for while the file is still being opened. */
  const [asked, setAsked] = useState<number | null>(null);
  useImperativeHandle(ref, () => ({ goToPage: (page) => (pages.current === null ? setAsked(page) : pages.current.goToPage(page)) }), []);
  const unlocked = useRef(onUnlocked);
  unlocked.current = onUnlocked;
  const words = messages.viewer.pages;
  useEffect(() => {
    let isGone = false;
    let close: (() => void) | null = null;
    setPdf(null);
    setRefusal(null);
    setAsked(null);
    openPdf(url, sizeBytes, given?.password ?? null).then(async (opened) => {
      close = opened.close;
      if (isGone) { close(); return; }
      const { width, height } = (await opened.document.getPage(1)).getViewport({ scale: 96 / 72 });
      if (isGone) return;
      setLocked(false);
      setPdf({ document: opened.document, first: { widthPx: width, heightPx: height } });
      if (given !== null) unlocked.current?.(given.password);
    }).catch((error: unknown) => {
      if (isGone) return;
      if (wantsPassword(error)) {
        setLocked(true);
        setWrong(given !== null);
      } else setRefusal(words.cannotShow);
    });
    return () => { isGone = true; close?.(); };
  }, [url, sizeBytes, given, words]);
  if (refusal) return <div className="viewer-note"><Notice announce>{refusal}</Notice></div>;
  if (isLocked) return <PdfPassword isWrong={isWrong} onGiven={(password) => { setWrong(false); setGiven({ password }); }} />;
  if (!pdf) return <p className="viewer-note quiet" role="status">{messages.viewer.opening}</p>;
  return <Pages key={url} document={pdf.document} first={pdf.first} name={name} startPage={asked ?? startPage} found={found} handle={pages} onPage={onPage} />;
}

function Pages({ document: pdf, first, name, startPage, found, handle, onPage }: { document: PDFDocumentProxy; first: PageSize; name: string; startPage: number; found: FoundInPdf | undefined; handle: Ref<PdfViewHandle> | undefined; onPage: PdfViewProps['onPage'] }) {
  const place = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<readonly PageSize[]>(() => Array.from({ length: pdf.numPages }, () => first));
  const [zoom, setZoom] = useState<Zoom>('width');
  const [box, setBox] = useState({ width: 800, height: 600 });
  const [top, setTop] = useState(0);
  const [typed, setTyped] = useState<string | null>(null);
  const words = messages.viewer;
  const scale = scaleOf(zoom, first, box.width);
  const layout = useMemo(() => layPages(sizes, scale), [sizes, scale]);
  const current = pageAt(layout, top + box.height / 3);
  useEffect(() => onPage?.(current + 1), [current, onPage]);

  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setBox({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Zooming keeps the page that is read where it is.
  const held = useRef({ scale, page: 0, share: 0 });
  useLayoutEffect(() => {
    const element = place.current;
    if (element && held.current.scale !== scale) {
      const start = layout.tops[held.current.page] ?? 0;
      const end = layout.tops[held.current.page + 1] ?? start;
      element.scrollTop = start + held.current.share * (end - start);
      held.current.scale = scale;
    }
  }, [scale, layout]);

  function onScroll(): void {
    const element = place.current;
    if (!element) return;
    const at = pageAt(layout, element.scrollTop);
    const start = layout.tops[at] ?? 0;
    held.current = { scale, page: at, share: (element.scrollTop - start) / ((layout.tops[at + 1] ?? start + 1) - start) };
    setTop(element.scrollTop);
  }
  const goTo = (index: number): void => { place.current?.scrollTo({ top: (layout.tops[Math.min(Math.max(index, 0), pdf.numPages - 1)] ?? 0) - gutterPx }); };
  const goToLatest = useRef(goTo);
  goToLatest.current = goTo;
  useImperativeHandle(handle, () => ({ goToPage: (page) => { goToLatest.current(page - 1); place.current?.focus({ preventScroll: true }); } }), []);
  // Once, when the place has its size: after that she leafs by herself.
  useLayoutEffect(() => { if (startPage > 1) goToLatest.current(startPage - 1); }, [startPage]);
  const isFoundShown = useRef(false);
  const showFound = useCallback((mark: HTMLElement) => {
    if (isFoundShown.current) return;
    isFoundShown.current = true;
    mark.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, []);
  const step = (direction: 1 | -1): void => setZoom(nextZoom(scale, direction));
  const onSize = useCallback((number: number, size: PageSize) => {
    setSizes((before) => {
      const old = before[number - 1];
      if (old && Math.abs(old.widthPx - size.widthPx) < 0.5 && Math.abs(old.heightPx - size.heightPx) < 0.5) return before;
      return before.map((kept, index) => (index === number - 1 ? size : kept));
    });
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey) return;
    const zoomKey = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : null;
    if (zoomKey) step(zoomKey);
    else if (event.ctrlKey || event.metaKey) return;
    else if (event.key === '0') setZoom('width');
    else if (event.key === 'PageDown') goTo(current + 1);
    else if (event.key === 'PageUp') goTo(current - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(pdf.numPages - 1);
    else return;
    event.preventDefault();
  }

  const from = Math.max(0, pageAt(layout, top) - 1);
  const to = Math.min(pdf.numPages - 1, pageAt(layout, top + box.height) + 1);
  const shown = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const widest = Math.max(...shown.map((index) => (sizes[index]?.widthPx ?? 0) * scale)) + 2 * gutterPx;
  return (
    <div className="pdf-view">
      <div className="viewer-bar">
        {pdf.numPages > 1 && (
          <>
            <span className="pdf-steps">
              <Button tone="quiet" icon={ChevronUp} aria-label={words.pages.previous} isDisabled={current === 0} onPress={() => goTo(current - 1)}>{words.pages.previousShort}</Button>
              <Button tone="quiet" icon={ChevronDown} aria-label={words.pages.next} isDisabled={current === pdf.numPages - 1} onPress={() => goTo(current + 1)}>{words.pages.nextShort}</Button>
            </span>
            <form className="pdf-goto" onSubmit={(event) => { event.preventDefault(); const wanted = Number(typed); if (Number.isInteger(wanted) && wanted > 0) goTo(wanted - 1); setTyped(null); }}>
              <label className="row small">{words.pages.goTo}
                <input className="input pdf-goto-input" inputMode="numeric" value={typed ?? String(current + 1)} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => setTyped(null)} />
              </label>
              <span className="small quiet">{words.pages.of(pdf.numPages)}</span>
            </form>
          </>
        )}
        <Button tone="quiet" icon={ZoomOut} onPress={() => step(-1)}>{words.zoomOut}</Button>
        <Button tone="quiet" icon={ZoomIn} onPress={() => step(1)}>{words.zoomIn}</Button>
        <Button tone="quiet" icon={MoveHorizontal} onPress={() => setZoom('width')}>{words.fitWidth}</Button>
        <span className="small quiet">{words.zoomPercent(scale)}</span>
      </div>
      <div ref={place} className="pdf-place" tabIndex={0} role="group" aria-label={words.pages.label(name)} onScroll={onScroll} onKeyDown={onKeyDown}>
        <div className="pdf-sheet" style={{ height: layout.tops.at(-1) ?? 0, minWidth: zoom === 'width' ? undefined : widest }}>
          {shown.map((index) => (
            <PdfPage key={index} document={pdf} number={index + 1} scale={scale} size={sizes[index] ?? first} topPx={layout.tops[index] ?? 0} onSize={onSize} found={found} onFirstMark={index + 1 === startPage ? showFound : undefined} />
          ))}
        </div>
      </div>
    </div>
  );
}
