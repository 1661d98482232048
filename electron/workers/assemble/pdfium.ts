import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Height of the strip in which an exhibit's page number is stamped, in points (12 mm). */
export const stripPoints = 34;

/** Longest exhibit that goes into one export; a damaged or hostile file may claim any number. */
export const mostPages = 20_000;

const drawAnnotations = 1;
const blank = 250;

/** A file that PDFium has open. `memory`: asked for anew after every call, for it moves when it grows. `withMemory`: so many bytes of it, for as long as the work lasts. */
export interface OpenedFile {
  readonly module: WrappedPdfiumModule;
  readonly document: number;
  readonly memory: () => Uint8Array;
  readonly withMemory: <T>(sizeBytes: number, use: (pointer: number) => T) => T;
}

/** PDFium (WASM): a second reader for damaged files, and the judge of whether a page's lower margin is free. */
export class Pdfium {
  readonly #module: WrappedPdfiumModule;
  private constructor(module: WrappedPdfiumModule) { this.#module = module; }

  static async start(wasm: Uint8Array): Promise<Pdfium> {
    const module = await init({ wasmBinary: wasm.slice().buffer });
    module.PDFiumExt_Init();
    return new Pdfium(module);
  }

  /** The file written anew from what PDFium could make of it, without encryption. `locked` when it wants a password; null when it cannot be read. */
  rewrite(bytes: Uint8Array): Uint8Array | 'locked' | null {
    return this.#withDocument(bytes, (document) => {
      const m = this.#module;
      const made = m.FPDF_CreateNewDocument();
      try {
        if (!m.FPDF_ImportPages(made, document, '', 0)) return null;
        const writer = m.PDFiumExt_OpenFileWriter();
        try {
          if (!m.PDFiumExt_SaveAsCopy(made, writer)) return null;
          const size = m.PDFiumExt_GetFileWriterSize(writer);
          const pointer = this.#allocate(size);
          m.PDFiumExt_GetFileWriterData(writer, pointer, size);
          const copy = this.#heap.slice(pointer, pointer + size);
          this.#free(pointer);
          return copy;
        } finally {
          m.PDFiumExt_CloseFileWriter(writer);
        }
      } finally {
        m.FPDF_CloseDocument(made);
      }
    });
  }

  /** For each page PDFium counts, readable or not, whether the lowest strip as seen is white. null when PDFium cannot read the file: then no margin may be trusted. */
  freeMargins(bytes: Uint8Array): boolean[] | null {
    const found = this.#withDocument(bytes, (document) => {
      const count = this.#module.FPDF_GetPageCount(document);
      return count > mostPages ? null : Array.from({ length: count }, (_, index) => this.#isMarginFree(document, index));
    });
    return found === 'locked' ? null : found;
  }

  #isMarginFree(document: number, index: number): boolean {
    const m = this.#module;
    const page = m.FPDF_LoadPage(document, index);
    if (!page) return false;
    const width = Math.min(1200, Math.ceil(m.FPDF_GetPageWidthF(page)));
    const scale = width / m.FPDF_GetPageWidthF(page);
    const fullHeight = Math.ceil(m.FPDF_GetPageHeightF(page) * scale);
    const height = Math.min(fullHeight, Math.max(1, Math.ceil(stripPoints * scale)));
    const bitmap = fullHeight > 20_000 ? 0 : m.FPDFBitmap_Create(width, height, 0);
    try {
      if (!bitmap) return false;
      m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      m.FPDF_RenderPageBitmap(bitmap, page, 0, height - fullHeight, width, fullHeight, 0, drawAnnotations);
      const start = m.FPDFBitmap_GetBuffer(bitmap);
      return isBlank(this.#heap, start, start + m.FPDFBitmap_GetStride(bitmap) * height);
    } finally {
      if (bitmap) m.FPDFBitmap_Destroy(bitmap);
      m.FPDF_ClosePage(page);
    }
  }

  /** Opens a file for as long as `work` lasts. `locked`, null: as of `rewrite`. */
  open<T>(bytes: Uint8Array, work: (file: OpenedFile) => T): T | 'locked' | null {
    return this.#withDocument(bytes, (document) => work({ module: this.#module, document, memory: () => this.#heap, withMemory: (size, use) => {
      const pointer = this.#allocate(size);
      try {
        return use(pointer);
      } finally {
        this.#free(pointer);
      }
    } }));
  }

  #withDocument<T>(bytes: Uint8Array, work: (document: number) => T): T | 'locked' | null {
    const m = this.#module;
    const pointer = this.#allocate(bytes.length);
    this.#heap.set(bytes, pointer);
    const document = m.FPDF_LoadMemDocument(pointer, bytes.length, '');
    try {
      if (!document) return m.FPDF_GetLastError() === 4 ? 'locked' : null;
      return work(document);
    } finally {
      if (document) m.FPDF_CloseDocument(document);
      this.#free(pointer);
    }
  }

  get #heap(): Uint8Array { return (this.#module.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8; }
  #allocate(size: number): number {
    const pointer = this.#module.pdfium.wasmExports.malloc(size);
    if (!pointer) throw new RangeError('no memory for the file');
    return pointer;
  }
  #free(pointer: number): void { this.#module.pdfium.wasmExports.free(pointer); }
}

/** Four bytes a pixel, the fourth unused (BGRx). A loop, as this is a good part of what an exhibit's page costs. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 4) {
    if ((bytes[at] ?? 0) < blank || (bytes[at + 1] ?? 0) < blank || (bytes[at + 2] ?? 0) < blank) return false;
  }
  return true;
}
