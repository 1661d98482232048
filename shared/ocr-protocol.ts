import { z } from 'zod';
import { MachineReading } from './ocr/machine-reading';

/** Between the shell and the window that reads the words of one hostile picture (electron/preload/ocr.ts). One question at a time; `start` before any other. */
export type OcrQuestion =
  /** The engine's WebAssembly and language data, unpacked; `name` as Tesseract names a language (`eng`). */
  | { readonly ask: 'start'; readonly engine: Uint8Array<ArrayBuffer>; readonly languages: readonly { readonly name: string; readonly data: Uint8Array<ArrayBuffer> }[] }
  /** Read no larger than `mostPixels`; a larger picture is read smaller. */
  | { readonly ask: 'read'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string; readonly mostPixels: number };

export const OcrAnswer = z.discriminatedUnion('gave', [
  z.object({ gave: z.literal('started') }),
  z.object({ gave: z.literal('words'), reading: MachineReading }),
  /** Not a picture that Chromium draws. */
  z.object({ gave: z.literal('no-picture') }),
  z.object({ gave: z.literal('nothing') }),
]);
export type OcrAnswer = z.infer<typeof OcrAnswer>;
