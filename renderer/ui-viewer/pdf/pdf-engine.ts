import { AnnotationMode, getDocument, PasswordException, type PDFDocumentProxy, PDFDataRangeTransport, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Most pixels of one picture inside a PDF that are decoded: a larger one is left out rather than filling memory. */
const largestPicturePx = 64 * 1024 * 1024;
/** Bytes asked for at a time: one sealed chunk of the vault. */
const chunkBytes = 256 * 1024;

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  readonly close: () => void;
}

/**
 * Opens a PDF that the program serves at `url` (app://ui/evidence/… or app://ui/export/…), `sizeBytes` long, fetching only
 * the ranges that are looked at. No script in it runs, XFA forms are off, and everything pdf.js needs comes from our origin.
 * Rejects with `PasswordException` for a file locked with a password, and with pdf.js's errors for what is no PDF.
 */
export async function openPdf(url: string, sizeBytes: number, password: string | null = null): Promise<OpenPdf> {
  const port = new Worker(workerAddress() as string, { type: 'module', name: 'pages' });
  const worker = PDFWorker.create({ port });
  const range = new RangesOf(url, sizeBytes);
  const task = getDocument({
    range, worker, ...(password !== null && { password }), length: sizeBytes, rangeChunkSize: chunkBytes, disableAutoFetch: true, disableStream: true,
    maxImageSize: largestPicturePx, enableXfa: false, stopAtErrors: false, isEvalSupported: false, verbosity: 0,
    cMapUrl: assetsAt('cmaps'), cMapPacked: true, standardFontDataUrl: assetsAt('standard_fonts'), wasmUrl: assetsAt('wasm'), iccUrl: assetsAt('iccs'),
    useSystemFonts: false, disableWorkerRendering: true,
  } as Parameters<typeof getDocument>[0]);
  const close = (): void => {
    range.abort();
    void task.destroy().catch(() => undefined).finally(() => { worker.destroy(); port.terminate(); });
  };
  const failed = new Promise<never>((_, reject) => {
    range.onRefused = () => reject(new Error('the bytes could not be read'));
    port.addEventListener('error', () => reject(new Error('the page reader did not start')));
  });
  try {
    return { document: await Promise.race([task.promise, failed]), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Whether a refusal of `openPdf` means that the file wants a password. */
export function wantsPassword(error: unknown): boolean {
  return error instanceof PasswordException;
}

/** Draws what is on the page, filled-in fields and notes included, and nothing that can be pressed. */
export const annotationMode = AnnotationMode.ENABLE;

class RangesOf extends PDFDataRangeTransport {
  onRefused: () => void = () => undefined;
  readonly #stop = new AbortController();

  constructor(readonly url: string, sizeBytes: number) {
    super(sizeBytes, null);
  }

  override requestDataRange(begin: number, end: number): void {
    fetch(this.url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal: this.#stop.signal })
      .then(async (response) => {
        if (response.status !== 206) throw new Error('no range');
        this.onDataRange(begin, new Uint8Array(await response.arrayBuffer()));
      })
      .catch(() => { if (!this.#stop.signal.aborted) this.onRefused(); });
  }

  override abort(): void {
    this.#stop.abort();
  }
}

function assetsAt(folder: string): string {
  return new URL(`/pdfjs/${folder}/`, window.location.href).href;
}

let policy: { createScriptURL: (address: string) => unknown } | null = null;

/** The one script address this part may start, through the one trusted-types policy that the shell's CSP names for it. */
function workerAddress(): unknown {
  const types = (window as { trustedTypes?: { createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => typeof policy } }).trustedTypes;
  const address = new URL('/pdfjs/pdf.worker.min.mjs', window.location.href).href;
  if (types === undefined) return address;
  policy ??= types.createPolicy('tidemark-worker', {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError('not the page reader');
      return asked;
    },
  });
  return policy?.createScriptURL(address);
}
