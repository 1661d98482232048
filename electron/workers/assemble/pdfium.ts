import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Longest exhibit that goes into one export; a damaged or hostile file may claim any number. */
export const mostPages = 20_000;

/** A file that PDFium has open. `memory`: asked for anew after every call, for it moves when it grows. `withMemory`: so many bytes of it, for as long as the work lasts. */
export interface OpenedFile {
  readonly module: WrappedPdfiumModule;
  readonly document: number;
  readonly memory: () => Uint8Array;
  readonly withMemory: <T>(sizeBytes: number, use: (pointer: number) => T) => T;
}

/** PDFium (WASM): a second reader for damaged files, and what sees pages as they are drawn (look-at-pages.ts). */
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
