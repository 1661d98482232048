import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Errors of FPDF_GetLastError (fpdfview.h). */
const [passwordError, securityError] = [4, 5];
/** Kinds of annotation (fpdf_annot.h). */
const widget = 20;
const textUnits = 4_000_000;
/** Kinds of object on a page (fpdf_edit.h). */
const [imageObject, formObject] = [3, 5];
const mostObjects = 200_000;

export interface AnnotationSaid {
  readonly isWidget: boolean;
  /** A note's words, or what a field is filled in with. */
  readonly text: string;
  /** Kind of action of a link (fpdf_doc.h): 3 an address, 4 starting a program. */
  readonly action: number;
  readonly address: string;
}

/** One PDF in PDFium (WebAssembly: what goes wrong in it stays in its own memory). Nothing in it is run. */
export class PdfiumDocument {
  readonly #m: WrappedPdfiumModule;
  readonly #document: number;
  readonly #file: number;
  readonly #formInfo: number;
  /** Knows what fields are filled in with; of their scripts nothing is run. 0 without. */
  readonly #form: number;

  private constructor(module: WrappedPdfiumModule, document: number, file: number) {
    this.#m = module;
    this.#document = document;
    this.#file = file;
    this.#formInfo = module.PDFiumExt_OpenFormFillInfo();
    this.#form = this.#formInfo ? module.PDFiumExt_InitFormFillEnvironment(document, this.#formInfo) : 0;
  }

  static async open(wasm: Uint8Array, bytes: Uint8Array, password: string): Promise<PdfiumDocument | 'password' | 'locked' | 'damaged'> {
    const module = await init({ wasmBinary: wasm.slice().buffer });
    module.PDFiumExt_Init();
    const file = module.pdfium.wasmExports.malloc(bytes.length);
    if (!file) return 'damaged';
    heapOf(module).set(bytes, file);
    const document = module.FPDF_LoadMemDocument(file, bytes.length, password);
    if (document) return new PdfiumDocument(module, document, file);
    const error = module.FPDF_GetLastError();
    module.pdfium.wasmExports.free(file);
    return error === passwordError ? 'password' : error === securityError ? 'locked' : 'damaged';
  }

  close(): void {
    if (this.#form) this.#m.PDFiumExt_ExitFormFillEnvironment(this.#form);
    if (this.#formInfo) this.#m.PDFiumExt_CloseFormFillInfo(this.#formInfo);
    this.#m.FPDF_CloseDocument(this.#document);
    this.#m.pdfium.wasmExports.free(this.#file);
  }

  get pageCount(): number { return this.#m.FPDF_GetPageCount(this.#document); }
  get isEncrypted(): boolean { return this.#m.FPDF_GetSecurityHandlerRevision(this.#document) >= 0; }
  /** PDFium found its objects by looking for them: the file's own list of them is damaged. */
  get isRepaired(): boolean { return !this.#m.FPDF_DocumentHasValidCrossReferenceTable(this.#document); }
  get hasForm(): boolean { return this.#m.FPDF_GetFormType(this.#document) > 0; }
  get signatureCount(): number { return Math.max(0, this.#m.FPDF_GetSignatureCount(this.#document)); }
  get scriptCount(): number { return Math.max(0, this.#m.FPDFDoc_GetJavaScriptActionCount(this.#document)); }

  /** `Title`, `CreationDate` …, as written. */
  about(tag: string): string {
    return this.#utf16((pointer, bytes) => this.#m.FPDF_GetMetaText(this.#document, tag, pointer, bytes));
  }

  /** Names of files that lie inside, the first `most`; and how many there are. */
  embedded(most: number): { count: number; names: string[] } {
    const count = Math.max(0, this.#m.FPDFDoc_GetAttachmentCount(this.#document));
    const names = Array.from({ length: Math.min(count, most) }, (_, index) => {
      const attachment = this.#m.FPDFDoc_GetAttachment(this.#document, index);
      return attachment ? this.#utf16((pointer, bytes) => this.#m.FPDFAttachment_GetName(attachment, pointer, bytes)) : '';
    });
    return { count, names };
  }

  /** The words of a page (`index` from 0) in the order in which they are read, and what its annotations say; null where the page cannot be read. */
  page(index: number): { text: string; annotations: AnnotationSaid[] } | null {
    const page = this.#m.FPDF_LoadPage(this.#document, index);
    if (!page) return null;
    try {
      return { text: this.#textOf(page), annotations: this.#annotationsOf(page) };
    } finally {
      this.#m.FPDF_ClosePage(page);
    }
  }

  /** Whether a page holds pictures that are more than a hundredth of it, or draws something though it has no words (`hasWords`): what stands there, only a picture of it tells. */
  isPicture(index: number, hasWords: boolean): boolean {
    const m = this.#m;
    const page = m.FPDF_LoadPage(this.#document, index);
    if (!page) return true;
    try {
      const area = m.FPDF_GetPageWidthF(page) * m.FPDF_GetPageHeightF(page);
      return this.#picturesIn(m.FPDFPage_CountObjects(page), (at) => m.FPDFPage_GetObject(page, at), area, 0) || (!hasWords && m.FPDFPage_CountObjects(page) > 0);
    } finally {
      m.FPDF_ClosePage(page);
    }
  }

  #picturesIn(count: number, objectAt: (at: number) => number, pageArea: number, depth: number): boolean {
    const m = this.#m;
    for (let at = 0; at < Math.min(count, mostObjects); at += 1) {
      const object = objectAt(at);
      const kind = object ? m.FPDFPageObj_GetType(object) : 0;
      // A form's own pictures are measured in its own space: any of them counts.
      if (kind === formObject && depth < 5 && this.#picturesIn(m.FPDFFormObj_CountObjects(object), (inner) => m.FPDFFormObj_GetObject(object, inner), 0, depth + 1)) return true;
      if (kind === imageObject && (pageArea === 0 || this.#areaOf(object) * 100 > pageArea)) return true;
    }
    return false;
  }

  #areaOf(object: number): number {
    const pointer = this.#m.pdfium.wasmExports.malloc(16);
    if (!pointer) return Number.POSITIVE_INFINITY;
    try {
      if (!this.#m.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) return Number.POSITIVE_INFINITY;
      const heap = heapOf(this.#m).slice(pointer, pointer + 16);
      const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(heap.buffer);
      return Math.abs((right - left) * (top - bottom));
    } finally {
      this.#m.pdfium.wasmExports.free(pointer);
    }
  }

  #textOf(page: number): string {
    const text = this.#m.FPDFText_LoadPage(page);
    if (!text) return '';
    const count = Math.min(this.#m.FPDFText_CountChars(text), textUnits);
    if (count <= 0) {
      this.#m.FPDFText_ClosePage(text);
      return '';
    }
    const pointer = this.#m.pdfium.wasmExports.malloc((count + 1) * 2);
    try {
      const written = pointer ? this.#m.FPDFText_GetText(text, 0, count, pointer) : 0;
      return this.#decode(pointer, Math.max(0, written - 1));
    } finally {
      if (pointer) this.#m.pdfium.wasmExports.free(pointer);
      this.#m.FPDFText_ClosePage(text);
    }
  }

  #annotationsOf(page: number): AnnotationSaid[] {
    const m = this.#m;
    return Array.from({ length: Math.min(m.FPDFPage_GetAnnotCount(page), 2000) }, (_, index) => {
      const annotation = m.FPDFPage_GetAnnot(page, index);
      if (!annotation) return null;
      try {
        const isWidget = m.FPDFAnnot_GetSubtype(annotation) === widget;
        const text = this.#utf16((pointer, bytes) => (isWidget && this.#form ? m.FPDFAnnot_GetFormFieldValue(this.#form, annotation, pointer, bytes) : m.FPDFAnnot_GetStringValue(annotation, isWidget ? 'V' : 'Contents', pointer, bytes)));
        const link = isWidget ? 0 : m.FPDFAnnot_GetLink(annotation);
        const action = link ? m.FPDFLink_GetAction(link) : 0;
        const kind = action ? m.FPDFAction_GetType(action) : 0;
        return { isWidget, text, action: kind, address: kind === 3 ? this.#bytes((pointer, bytes) => m.FPDFAction_GetURIPath(this.#document, action, pointer, bytes)) : '' };
      } finally {
        m.FPDFPage_CloseAnnot(annotation);
      }
    }).filter((said) => said !== null);
  }

  /** Text that a function of PDFium writes as UTF-16, told its length in bytes. */
  #utf16(write: (pointer: number, bytes: number) => number): string {
    return this.#written(write, (pointer, bytes) => this.#decode(pointer, Math.max(0, (bytes >> 1) - 1)));
  }

  #bytes(write: (pointer: number, bytes: number) => number): string {
    return this.#written(write, (pointer, bytes) => Buffer.from(heapOf(this.#m).slice(pointer, pointer + Math.max(0, bytes - 1))).toString('latin1'));
  }

  #written(write: (pointer: number, bytes: number) => number, read: (pointer: number, bytes: number) => string): string {
    const bytes = Math.min(write(0, 0), textUnits);
    if (bytes <= 2) return '';
    const pointer = this.#m.pdfium.wasmExports.malloc(bytes);
    if (!pointer) return '';
    try {
      return write(pointer, bytes) > bytes ? '' : read(pointer, bytes);
    } finally {
      this.#m.pdfium.wasmExports.free(pointer);
    }
  }

  #decode(pointer: number, units: number): string {
    return new TextDecoder('utf-16le').decode(heapOf(this.#m).slice(pointer, pointer + units * 2));
  }
}

const heapOf = (module: WrappedPdfiumModule): Uint8Array => (module.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
